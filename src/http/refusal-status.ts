import type { Rejection, RejectionCode } from '#domain/rejection.ts'

export type RefusalStatus = 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503

/** 403: not by this person or seat. 409: not as things stand. 422: not with what was sent. */
export const REFUSAL_STATUSES: Readonly<Record<RejectionCode, RefusalStatus>> = {
	notFound: 404,
	signInRequired: 401,
	notAllowed: 403,
	operatorOnly: 403,
	reauthenticate: 403,
	scopeMissing: 403,
	keyReused: 422,
	busy: 503,
	empty: 422,
	tooLong: 422,
	invalid: 422,
	wrongStage: 409,
	emptyDocument: 409,
	blockGone: 409,
	blockChanged: 409,
	cannotSplit: 422,
	cannotJoin: 422,
	notAPosition: 422,
	noAssociations: 409,
	deadlinePassed: 422,
	deadlineOrder: 422,
	ballotOver: 409,
	ballotStillOpen: 409,
	timeToObject: 409,
	notInElectorate: 403,
	delegateHasVoted: 403,
	delegateHasSigned: 403,
	ballotIsSecret: 409,
	ballotIsOpen: 409,
	secretVoteFinal: 409,
	reasonRequired: 422,
	silenceNotConsent: 409,
	editorialNotAuthorised: 403,
	textChanged: 409,
	signingOver: 409,
	awaitingSignoffs: 409,
	nobodySigned: 409,
	delegateExists: 409,
	lastChair: 409,
	slugTaken: 409,
	inquiryClosed: 409,
	wrongCode: 422,
	codeGone: 422,
	wrongCard: 422,
	tooManyTries: 429,
	cardElsewhere: 409,
}

/** The status a refusal is answered with. */
export function refusalStatus(rejection: Rejection): RefusalStatus {
	return REFUSAL_STATUSES[rejection.code]
}

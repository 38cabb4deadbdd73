import type { Rejection, RejectionCode } from '#domain/kernel/rejection.ts'

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
	clockChanges: 422,
	deadlinePassed: 422,
	deadlineOrder: 422,
	tooLittleTime: 422,
	tooEarlyToClose: 409,
	objectedTo: 409,
	notEditorial: 422,
	ballotOver: 409,
	ballotVoided: 409,
	ballotStillOpen: 409,
	timeToObject: 409,
	notInElectorate: 403,
	officersDoNotVote: 403,
	seatedSince: 403,
	nobodyToObject: 409,
	lastToAnswer: 409,
	delegateHasVoted: 403,
	delegateHasSigned: 403,
	ballotIsSecret: 409,
	ballotIsOpen: 409,
	secretVoteFinal: 409,
	tooFewForSecrecy: 409,
	reasonRequired: 422,
	silenceNotConsent: 409,
	editorialNotAuthorised: 403,
	textChanged: 409,
	signingOver: 409,
	awaitingSignoffs: 409,
	nobodySigned: 409,
	votesContested: 409,
	contestOver: 409,
	delegateHasSaid: 403,
	delegateExists: 409,
	lastChair: 409,
	chairByChair: 403,
	seatTakenBack: 403,
	tooLateToTakeBack: 409,
	slugTaken: 409,
	inquiryClosed: 409,
	noticeHandled: 409,
	fileRefused: 422,
	uploadTooLarge: 413,
	bodyTooLarge: 413,
	noFileStore: 503,
	wrongCode: 422,
	codeGone: 422,
	wrongCard: 422,
	tooManyTries: 429,
	cardElsewhere: 409,
	cardForAddress: 409,
	cardNeedsMail: 403,
	rosterTooLong: 413,
	rosterEmpty: 409,
	rosterChanged: 409,
	accentTooPale: 422,
	imageRefused: 422,
	slugsUsedUp: 409,
	commentResolved: 409,
	commentOpen: 409,
	commentsSince: 409,
	commentAnswered: 409,
	commentWithdrawn: 409,
	notYourComment: 403,
	tooManyComments: 409,
	tooManyOwnComments: 409,
}

/** After how many seconds what was refused because the database was busy may be sent again. */
const BUSY_FOR_S = 10

/** What a refusal says beside its status, to programs and to what lies in between: when to try again. */
export function refusalHeaders({ code }: Rejection): Record<string, string> {
	return code === 'busy' ? { 'retry-after': String(BUSY_FOR_S) } : {}
}

/** The status a refusal is answered with. */
export function refusalStatus(rejection: Rejection): RefusalStatus {
	return REFUSAL_STATUSES[rejection.code]
}

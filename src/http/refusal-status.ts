import type { Rejection } from '#domain/rejection.ts'

export type RefusalStatus = 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503

/** The status a refusal is answered with. */
export function refusalStatus(rejection: Rejection): RefusalStatus {
	switch (rejection.code) {
		case 'notFound':
			return 404
		case 'signInRequired':
			return 401
		case 'notAllowed':
		case 'operatorOnly':
		case 'reauthenticate':
		case 'scopeMissing':
		case 'notInElectorate':
		case 'delegateHasVoted':
		case 'delegateHasSigned':
		case 'editorialNotAuthorised':
			return 403
		case 'tooManyTries':
			return 429
		case 'busy':
			return 503
		case 'keyReused':
		case 'empty':
		case 'tooLong':
		case 'invalid':
		case 'reasonRequired':
		case 'deadlinePassed':
		case 'deadlineOrder':
		case 'cannotSplit':
		case 'cannotJoin':
		case 'notAPosition':
		case 'wrongCode':
		case 'codeGone':
		case 'wrongCard':
			return 422
		default:
			return 409
	}
}

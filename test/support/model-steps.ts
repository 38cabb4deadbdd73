import type { PersonId } from '#domain/kernel/id.ts'
import { COALITION_ROLES, type Role } from '#domain/members/seats.ts'
import { ACTS } from './model-acts.ts'
import { nth, OPERATOR, type Step } from './model-attempt.ts'
import { racedSteps } from './model-raced-steps.ts'
import { unseated } from './model-seats.ts'
import type { View } from './model-store.ts'
import { talkers } from './model-talk.ts'

export type Kind = keyof typeof ACTS

const VOTERS: readonly Kind[] = [
	...(['castVote', 'castPaper', 'answerSignoff', 'recordStances'] as const),
	...(['contestMeetingVote', 'takeBackContest', 'answerAddendum'] as const),
]
const WRITERS: readonly Kind[] = ['editDocument', 'changeTitle']

/** Somebody who has, or once had, a seat of the kind that it takes. */
export function aptFor(step: Step<Kind>, view: View): PersonId | null {
	const { kind, who, b } = step
	if (kind === 'rescue') return OPERATOR
	if (kind === 'takeBackSeat') return nth(unseated(view), who)?.personId ?? null
	const voters: readonly Role[] = WRITERS.includes(kind) ? ['delegate', 'deputy', 'chair'] : ['delegate', 'deputy']
	const roles: readonly Role[] =
		kind === 'contestSeat' || kind === 'leaveSeat'
			? ['delegate']
			: VOTERS.includes(kind) || WRITERS.includes(kind)
				? voters
				: COALITION_ROLES
	const some = view.seats.filter((seat) => (kind === 'talk' ? talkers(step) : roles).some((role) => role === seat.role))
	return (b > 3 ? some.at(-1) : nth(some, who))?.personId ?? null
}

/** What a run would otherwise see too little of. */
const often: readonly Kind[] = [
	...Array<Kind>(8).fill('editDocument'),
	...Array<Kind>(5).fill('castVote'),
	...Array<Kind>(5).fill('answerSignoff'),
	...Array<Kind>(3).fill('makeEditorialChange'),
	...Array<Kind>(5).fill('giveSeat'),
	...Array<Kind>(5).fill('seatSelf'),
	...Array<Kind>(3).fill('replaceSeat'),
	...Array<Kind>(7).fill('takeBackSeat'),
	...Array<Kind>(3).fill('addAssociation'),
	...Array<Kind>(2).fill('removeAssociation'),
	...Array<Kind>(2).fill('keepAssociation'),
	...Array<Kind>(3).fill('changeSettings'),
	...Array<Kind>(3).fill('decideBallot'),
	...Array<Kind>(3).fill('closeBallot'),
	...Array<Kind>(8).fill('extendBallot'),
	...Array<Kind>(5).fill('holdBallotAgain'),
	...Array<Kind>(5).fill('remind'),
	...Array<Kind>(8).fill('remindInTime'),
	...Array<Kind>(2).fill('mendName'),
	...Array<Kind>(2).fill('declineInquiry'),
	...Array<Kind>(2).fill('changeInquiry'),
	...Array<Kind>(16).fill('talk'),
	...Array<Kind>(4).fill('answerAddendum'),
	...(['proposeAddendum', 'proposeAddendum', 'publishAddendum', 'takeBackAddendum'] as const),
	...([
		'castPaper',
		'castPaper',
		...Array<'publish'>(4).fill('publish'),
		...Array<'enterMeetingDecision'>(6).fill('enterMeetingDecision'),
		...Array<'contestMeetingVote'>(11).fill('contestMeetingVote'),
		...Array<'takeBackContest'>(8).fill('takeBackContest'),
		'openBallot',
		'referBack',
	] as const),
]
/** What overtakes. */
const overtaking: readonly Kind[] = [
	...Array<Kind>(6).fill('editDocument'),
	...Array<Kind>(6).fill('answerSignoff'),
	...Array<Kind>(3).fill('castVote'),
	...Array<Kind>(9).fill('talk'),
	...(['makeEditorialChange', 'makeEditorialChange', 'referBack', 'referBack', 'openBallot', 'openBallot'] as const),
	...(['contestMeetingVote', 'contestMeetingVote', 'takeBackContest'] as const),
	...(['closeBallot', 'publish', 'endSeat', 'withdraw', 'addAssociation', 'removeAssociation', 'changeTitle'] as const),
	...(['changeSettings', 'changeInquiry'] as const),
]
/** Some steps take a statement on its way, by whoever may; the others are anybody trying anything. */
export const steps = racedSteps<Kind>([...(Object.keys(ACTS) as Kind[]), ...often], overtaking, 70)

import fc from 'fast-check'
import type { PersonId } from '#domain/kernel/id.ts'
import { COALITION_ROLES, type Role } from '#domain/members/seats.ts'
import { ACTS } from './model-acts.ts'
import { nth, OPERATOR, PEOPLE, type Step } from './model-attempt.ts'
import { unseated } from './model-seats.ts'
import type { View } from './model-store.ts'
import { talkers } from './model-talk.ts'
import { DAY, HOUR } from './rules.ts'

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
	...Array<Kind>(6).fill('takeBackSeat'),
	...Array<Kind>(3).fill('addAssociation'),
	...Array<Kind>(2).fill('removeAssociation'),
	...Array<Kind>(2).fill('keepAssociation'),
	...Array<Kind>(3).fill('changeSettings'),
	...Array<Kind>(3).fill('decideBallot'),
	...Array<Kind>(3).fill('closeBallot'),
	...Array<Kind>(7).fill('extendBallot'),
	...Array<Kind>(4).fill('holdBallotAgain'),
	...Array<Kind>(5).fill('remind'),
	...Array<Kind>(8).fill('remindInTime'),
	...Array<Kind>(2).fill('mendName'),
	...Array<Kind>(2).fill('declineInquiry'),
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
	'changeSettings',
]
const number = fc.nat(5)
const MINUTE = 60_000

const moments = fc.constantFrom(...Array(20).fill(0), 1, 7 * MINUTE, 7 * MINUTE, HOUR, HOUR, DAY)

/** `wait`: what passes before it. */
export const stepOf = <K extends string>(
	kind: fc.Arbitrary<K>,
	wait: fc.Arbitrary<number> = moments,
): fc.Arbitrary<Step<K>> =>
	fc.record({
		kind,
		who: fc.nat(PEOPLE.length - 1),
		apt: fc.constantFrom(true, true, true, false),
		recent: fc.constantFrom(true, true, true, true, true, true, true, false),
		a: number,
		b: number,
		c: number,
		flag: fc.boolean(),
		wait,
	})

/** A step, and what others did between its reading and its writing. */
export type Raced = Step<Kind | 'next'> & { readonly meanwhile: readonly Step<Kind>[] }

/** Some steps take a statement on its way, by whoever may; the others are anybody trying anything. */
export const steps: fc.Arbitrary<readonly Raced[]> = fc.array(
	fc
		.tuple(
			stepOf(
				fc.oneof(
					{ weight: 3, arbitrary: fc.constantFrom<Kind>(...(Object.keys(ACTS) as Kind[]), ...often) },
					{ weight: 3, arbitrary: fc.constant('next' as const) },
				),
			),
			fc.array(stepOf(fc.constantFrom(...overtaking)), { maxLength: 2 }),
			fc.nat(2),
			fc.boolean(),
		)
		.map(([step, others, raced, same]) => {
			// Others meet the step only where it is: on the same statement, for the most part.
			const meanwhile = raced === 0 ? others.map((other) => ({ ...other, a: step.a, b: same ? step.b : other.b })) : []
			return { ...step, meanwhile }
		}),
	{ minLength: 40, maxLength: 70 },
)

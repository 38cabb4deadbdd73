import fc from 'fast-check'
import type { PersonId } from '#domain/kernel/id.ts'
import { COALITION_ROLES, type Role, VOTERS } from '#domain/members/seats.ts'
import { ACTS } from './model-acts.ts'
import { nth, OPERATOR, type Step } from './model-attempt.ts'
import { HIDING_ACTS } from './model-hiding.ts'
import { OLDER_ACTS } from './model-older.ts'
import { stepOf } from './model-raced-steps.ts'
import type { RacedStep } from './model-runs.ts'
import { handOver, unseated } from './model-seats.ts'
import { SENDING_ACTS } from './model-sending.ts'
import type { View } from './model-store.ts'
import { talkers } from './model-talk.ts'
import { WITHHELD_ACTS } from './model-withheld.ts'
import { DAY, HOUR } from './rules.ts'

const { giveSeat, seatSelf, replaceSeat, endSeat, contestSeat, leaveSeat, takeBackSeat, rescue } = ACTS
const { addAssociation, removeAssociation, keepAssociation } = ACTS
const { talk, publish, redact, proposeAddendum, answerAddendum, publishAddendum } = ACTS

/** What is done after a text is published, or beside it; and with the seats from which it is done. */
export const AFTER_ACTS = {
	...{ ...OLDER_ACTS, ...SENDING_ACTS, ...HIDING_ACTS, ...WITHHELD_ACTS },
	...{ giveSeat, seatSelf, replaceSeat, handOver, endSeat, contestSeat, leaveSeat, takeBackSeat, rescue },
	...{ addAssociation, removeAssociation, keepAssociation },
	...{ talk, publish, redact, proposeAddendum, answerAddendum, publishAddendum },
}

export type AfterKind = keyof typeof AFTER_ACTS

const OWN: readonly AfterKind[] = [
	...(['contestOlder', 'takeBackOlderContest', 'agreeWithComment', 'answerAddendum'] as const),
	...(['contestWithheld', 'takeBackWithheldContest'] as const),
]

/** Somebody who has, or once had, a seat of the kind that it takes. */
export function aptAfter(step: Step<AfterKind>, view: View): PersonId | null {
	const { kind, who, b } = step
	if (kind === 'rescue') return OPERATOR
	if (kind === 'takeBackSeat') return nth(unseated(view), who)?.personId ?? null
	if (kind === 'takeBackOlderContest') {
		const said = [...view.after.older.values()].flatMap(({ contests }) => {
			return [...contests].flatMap(([id, { standing }]) => (standing ? [id] : []))
		})
		const own = view.seats.filter(
			({ role, associationId }) => VOTERS.includes(role) && said.some((id) => id === associationId),
		)
		return (b > 2 ? own.at(-1) : nth(own, who))?.personId ?? null
	}
	const roles: readonly Role[] =
		kind === 'talk'
			? talkers(step)
			: kind === 'contestSeat' || kind === 'leaveSeat'
				? ['delegate']
				: OWN.includes(kind)
					? VOTERS
					: COALITION_ROLES
	const some = view.seats.filter(({ role }) => roles.includes(role))
	return (b > 3 ? some.at(-1) : nth(some, who))?.personId ?? null
}

/** What a run would otherwise see too little of. */
const often: readonly AfterKind[] = [
	...Array<AfterKind>(4).fill('importOlder'),
	...Array<AfterKind>(4).fill('correctOlder'),
	...Array<AfterKind>(7).fill('contestOlder'),
	...Array<AfterKind>(7).fill('takeBackOlderContest'),
	...Array<AfterKind>(3).fill('contestWithheld'),
	...Array<AfterKind>(3).fill('takeBackWithheldContest'),
	...Array<AfterKind>(3).fill('recordOlderOutcomes'),
	...Array<AfterKind>(3).fill('correctOlderOutcomes'),
	...Array<AfterKind>(4).fill('seatSelf'),
	...Array<AfterKind>(4).fill('replaceSeat'),
	...Array<AfterKind>(3).fill('giveSeat'),
	...Array<AfterKind>(5).fill('talk'),
	...Array<AfterKind>(4).fill('hideComment'),
	...Array<AfterKind>(4).fill('agreeWithComment'),
	...Array<AfterKind>(4).fill('sendResponse'),
	...Array<AfterKind>(3).fill('recordOutcomes'),
	...([
		'publish',
		'publish',
		'handOver',
		'takeBackSeat',
		'takeBackSeat',
		'publishAddendum',
		'answerAddendum',
		'answerAddendum',
	] as const),
]

/** What overtakes. */
const overtaking: readonly AfterKind[] = [
	...(['contestOlder', 'takeBackOlderContest', 'correctOlder', 'correctOlder', 'removeOlder', 'importOlder'] as const),
	...(['recordOlderOutcomes', 'recordOlderOutcomes', 'recordOutcomes', 'redact', 'redact', 'expectOutcome'] as const),
	...(['sendResponse', 'markAsSent', 'noteDelivery', 'checkReply', 'publishAddendum', 'publishAddendum'] as const),
	...(['hideComment', 'hideComment', 'agreeWithComment', 'agreeWithComment', 'talk', 'publish'] as const),
	...(['replaceSeat', 'endSeat', 'endSeat', 'contestSeat', 'takeBackSeat'] as const),
]

const waits = fc.constantFrom(...Array(17).fill(0), 1, HOUR, DAY, 8 * DAY, 8 * DAY)

/** What stands in the way of which. */
const RIVALS: { readonly [Kind in AfterKind]?: AfterKind } = {
	...{ publish: 'importOlder', sendResponse: 'publishAddendum', handOver: 'endSeat' },
	...{ recordOutcomes: 'redact', correctOutcomes: 'redact', talk: 'agreeWithComment' },
	...{ hideComment: 'agreeWithComment', agreeWithComment: 'hideComment' },
	...{ contestOlder: 'removeOlder', takeBackOlderContest: 'contestOlder', correctOlder: 'recordOlderOutcomes' },
	...{ recordOlderOutcomes: 'correctOlder', correctOlderOutcomes: 'correctOlder' },
}

/** Others meet the step only where it is: at the same statement, for the most part, or at its number. */
function meeting(step: Step<AfterKind>, other: Step<AfterKind>): Step<AfterKind> {
	const rival = other.flag ? RIVALS[step.kind] : undefined
	const met = { ...other, a: step.kind === 'publish' ? 0 : step.a }
	return rival ? { ...met, kind: rival, apt: true, flag: rival === 'hideComment' } : met
}

/** Anybody trying anything, and what others did between their reading and their writing. */
export const afterSteps: fc.Arbitrary<readonly RacedStep<AfterKind>[]> = fc.array(
	fc
		.tuple(
			stepOf(fc.constantFrom(...(Object.keys(AFTER_ACTS) as AfterKind[]), ...often), waits),
			fc.array(stepOf(fc.constantFrom(...overtaking)), { minLength: 1, maxLength: 2 }),
			fc.boolean(),
		)
		.map(([step, others, raced]) => {
			if (!raced) return { ...step, meanwhile: [] }
			// What others act on while somebody talks is a comment that is being changed.
			const c = step.kind === 'talk' ? 2 : step.c
			return { ...step, c, meanwhile: others.map((other) => meeting(step, other)) }
		}),
	{ minLength: 30, maxLength: 50 },
)

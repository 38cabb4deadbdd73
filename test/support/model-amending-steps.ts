import type { PersonId } from '#domain/kernel/id.ts'
import { ASSOCIATION_ROLES, COALITION_ROLES, type Role, VOTERS, WRITERS } from '#domain/members/seats.ts'
import { ACTS as LIFE } from './model-acts.ts'
import { AMENDING_ACTS, amendmentFor, FITS } from './model-amending.ts'
import { AMENDMENT_REMINDER_ACTS } from './model-amendment-reminders.ts'
import { isUncounted } from './model-amendments.ts'
import { ASKING_ACTS } from './model-asking.ts'
import { type Attempt, nth, OPERATOR, type Step } from './model-attempt.ts'
import { MERGING_ACTS } from './model-merging.ts'
import { racedSteps } from './model-raced-steps.ts'
import type { RacedStep } from './model-runs.ts'
import { SEAT_ACTS, unseated } from './model-seats.ts'
import type { View } from './model-store.ts'
import { firstVoter } from './model-voters.ts'

const { addAssociation, removeAssociation, keepAssociation, changeSettings } = LIFE
const { openConsultation, recordStances, editDocument, referBack } = LIFE

/** Whatever anybody tries while amendments are decided. */
export const AMENDING = {
	...SEAT_ACTS,
	...{ addAssociation, removeAssociation, keepAssociation, changeSettings },
	...{ openConsultation, recordStances, editDocument, referBack },
	...AMENDING_ACTS,
	...MERGING_ACTS,
	...ASKING_ACTS,
	...AMENDMENT_REMINDER_ACTS,
} satisfies Record<string, Attempt>
export type Amending = keyof typeof AMENDING

/** What is done by those whose amendment it is; or that have joined it. */
const OF_AUTHOR = ['putForwardAmendment', 'changeAmendment', 'withdrawAmendment', 'leaveAmendment'] as const
type OfAuthor = (typeof OF_AUTHOR)[number]
const isOfAuthor = (kind: Amending): kind is OfAuthor => OF_AUTHOR.some((each) => each === kind)

const ROLES: Partial<Record<Amending, readonly Role[]>> = {
	...{ proposeAmendment: ASSOCIATION_ROLES, joinAmendment: VOTERS, leaveAmendment: VOTERS },
	...{ castVote: VOTERS, castPaper: VOTERS, answerConsensusList: VOTERS, recordStances: VOTERS },
	...{ writeText: WRITERS, editDocument: WRITERS, contestSeat: ['delegate'], leaveSeat: ['delegate'] },
}

/** Somebody who has, or once had, a seat of the kind that it takes. */
export function aptToAmend(step: Step<Amending>, view: View): PersonId | null {
	const { kind, who, a } = step
	if (kind === 'rescue') return OPERATOR
	if (kind === 'takeBackSeat') return nth(unseated(view), who)?.personId ?? null
	// Whom the next paper is asked of, so that another of the same association meets them there.
	const next = kind === 'castPaper' && a < 3 ? nextPaperBy(view, step) : null
	if (next) return next
	const roles = ROLES[kind] ?? (isOfAuthor(kind) ? ASSOCIATION_ROLES : COALITION_ROLES)
	const some = view.seats.filter(({ role }) => roles.includes(role))
	const about = [...view.statements.values()].at(-1)
	if (!isOfAuthor(kind) || !about) return (a > 4 ? some.at(-1) : nth(some, who))?.personId ?? null
	const held = amendmentFor(about, step, FITS[kind])
	const whose = kind === 'leaveAmendment' ? held?.joined[0]?.associationId : held?.associationId
	const own = some.filter(({ associationId }) => associationId === whose)
	return nth(own, who)?.personId ?? null
}

/** Somebody of the association that is to put in a paper next. */
function nextPaperBy(view: View, { a }: Step<Amending>): PersonId | null {
	const ballots = [...view.statements.values()].at(-1)?.ballots.filter(isUncounted).toReversed() ?? []
	const ballot = nth(ballots, a)
	if (ballot?.bylaws.secrecy !== 'secret') return null
	return firstVoter(view, ballot, (id) => ballot.turnout.has(id), ballot.opensAt)?.by ?? null
}

const times = (count: number, kind: Amending) => Array<Amending>(count).fill(kind)

/** What a run would otherwise see too little of. */
const often: readonly Amending[] = [
	...times(10, 'proposeAmendment'),
	...times(5, 'changeAmendment'),
	...times(2, 'withdrawAmendment'),
	...times(4, 'joinAmendment'),
	...times(6, 'decideAmendment'),
	...times(3, 'reopenAmendment'),
	...times(13, 'mergeAmendments'),
	...times(6, 'undoMerging'),
	...times(8, 'openAmendmentBallot'),
	...times(7, 'openConsensusList'),
	...times(14, 'answerConsensusList'),
	...times(3, 'cancelConsensusList'),
	...times(6, 'settleConsensusList'),
	...times(5, 'putForwardAmendment'),
	...times(5, 'leaveAmendment'),
	...times(4, 'castVote'),
	...times(4, 'castPaper'),
	...times(2, 'closeBallot'),
	...times(3, 'writeText'),
	...times(4, 'openBallot'),
	...times(2, 'recordStances'),
	...times(2, 'giveSeat'),
	...times(2, 'seatSelf'),
	...times(2, 'changeSettings'),
	...times(5, 'remindOfAmendments'),
]
/** What overtakes. */
const overtaking: readonly Amending[] = [
	...times(5, 'changeAmendment'),
	...times(2, 'withdrawAmendment'),
	...times(2, 'joinAmendment'),
	...times(4, 'decideAmendment'),
	...times(2, 'reopenAmendment'),
	...times(4, 'mergeAmendments'),
	...times(2, 'undoMerging'),
	...times(4, 'openAmendmentBallot'),
	...times(4, 'openConsensusList'),
	...times(3, 'answerConsensusList'),
	...times(2, 'cancelConsensusList'),
	...times(3, 'castVote'),
	...times(3, 'castPaper'),
	...times(4, 'writeText'),
	...times(2, 'proposeAmendment'),
	...(['putForwardAmendment', 'closeBallot', 'decideBallot', 'settleConsensusList', 'openBallot', 'withdraw'] as const),
	...(['endSeat', 'openConsultation', 'changeSettings', 'addAssociation', 'removeAssociation'] as const),
]

const kinds = Object.keys(AMENDING) as Amending[]

/** Somebody writes in the text while a list is settled, as it mostly is by such a step. */
function writing(step: RacedStep<Amending>): RacedStep<Amending> {
	const [first, ...others] = step.meanwhile
	if (step.kind !== 'next' || !step.flag || step.who > 4 || first?.c !== 0) return step
	return { ...step, meanwhile: [{ ...first, kind: 'writeText', apt: true, recent: true }, ...others] }
}

export const amendingSteps = racedSteps<Amending>([...kinds, ...kinds, ...often], overtaking, 75).map((steps) =>
	steps.map(writing),
)

import { isOver } from '#domain/deciding/ballot.ts'
import { keptByOffice, seatsBefore } from '#domain/deciding/entitled.ts'
import type { NamedAmendment } from '#domain/deciding/subject.ts'
import { swedishDate, swedishInstant } from '#domain/kernel/calendar.ts'
import type { AddendumId, AssociationId, BallotId, ConsensusListId, Instant } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import type { Seat } from '#domain/members/seats.ts'
import { ADDENDUM_LAPSES_MS } from '#domain/publication/addendum.ts'
import { ASKED, type TaskKind } from './asked.ts'
import { whileAsked } from './asked-amendments.ts'
import type { NextStep } from './next-step.ts'
import type { BallotSituation, Situation } from './situation.ts'

export type StatementTask = {
	readonly kind: TaskKind
	/** For what an association does. */
	readonly associationId: AssociationId | null
	/** For what is done in a ballot. */
	readonly ballotId?: BallotId
	/** For what is done about a correction or withdrawal. */
	readonly addendumId?: AddendumId
	/** For what is said of amendments in one question. */
	readonly listId?: ConsensusListId
	readonly dueAt: Instant | null
	/** Of how many things, where that is said. */
	readonly count?: number
	/** The amendments that are voted on; left out where it is the text. */
	readonly put?: readonly NamedAmendment[]
}

/** The ballot on the statement's text. */
export function ballotOnText({ ballots }: Pick<Situation, 'ballots'>): BallotSituation | null {
	return ballots.find(({ subject }) => subject.kind === 'text') ?? null
}

export function nextStep(situation: Situation, now: Instant): NextStep {
	const { stage, consultationDueAt, signoffDueAt } = situation
	const ballot = ballotOnText(situation)
	switch (stage) {
		case 'drafting':
			return { step: 'writing', by: 'stewards', dueAt: null }
		case 'consulting':
			if (consultationDueAt !== null && now < consultationDueAt) {
				return { step: 'views', by: 'associations', dueAt: consultationDueAt }
			}
			return (
				whileAsked(situation, isToBeCounted, now) ??
				(situation.toMerge > 0
					? { step: 'merging', by: 'stewards', dueAt: null }
					: { step: 'ballot', by: 'chair', dueAt: null })
			)
		case 'deciding':
			if (ballot?.outcome) {
				const step = ballot.outcome.result === 'noQuorum' ? 'choosing' : 'rework'
				return { step, by: 'chair', dueAt: null }
			}
			if (!ballot || isOver(ballot, now)) return { step: 'counting', by: 'nobody', dueAt: null }
			return isToBeCounted(ballot, now)
				? { step: 'closing', by: 'chair', dueAt: null }
				: { step: 'voting', by: 'associations', dueAt: ballot.closesAt }
		case 'signing':
			if (ballot && ballot.contested.length > 0) return { step: 'settling', by: 'chair', dueAt: null }
			return readyWhenAnswered(situation, now)
				? { step: 'publishing', by: 'chair', dueAt: null }
				: { step: 'signing', by: 'associations', dueAt: signoffDueAt }
		case 'published':
			if (!situation.sent) return { step: 'sending', by: 'stewards', dueAt: null }
			return followUpDue(situation, now) === null
				? { step: 'nothing', by: 'nobody', dueAt: null }
				: { step: 'following', by: 'stewards', dueAt: followUpDue(situation, now) }
		case 'withdrawn':
			return { step: 'nothing', by: 'nobody', dueAt: null }
	}
}

/** The end of the day on which an outcome is expected, once that day has come. */
function followUpDue({ stage, expectedOn }: Situation, now: Instant): Instant | null {
	if (stage !== 'published' || expectedOn === null || swedishDate(now) < expectedOn) return null
	return swedishInstant(expectedOn, '23:59')
}

/** Over, or nothing is gained by waiting. On the light track all have until its end to object. */
function isToBeCounted(ballot: BallotSituation, now: Instant): boolean {
	const { outcome, track, allVoted } = ballot
	return outcome === null && (isOver(ballot, now) || (track === 'full' && allVoted))
}

/**
 * What waits on the person behind these seats. Seats that have ended are not to be given. `held`: all that the person has in
 * the coalition.
 */
export function tasksFor(
	situation: Situation,
	seats: readonly Seat[],
	now: Instant,
	held: readonly Seat[] = seats,
): StatementTask[] {
	return seats.flatMap((seat) => {
		const may = (kind: TaskKind) => offers(ASKED[kind], { seats: [seat] }, situation)
		const { associationId } = seat
		const tasks =
			associationId === null
				? coalitionTasks(situation, now)
				: associationTasks(bindingFor(situation, seat, held), associationId, may, now)
		return tasks.filter(({ kind }) => may(kind))
	})
}

function coalitionTasks(situation: Situation, now: Instant): StatementTask[] {
	const { written, unanswered, undecided, toMerge } = situation
	const followUp = followUpDue(situation, now)
	const kind = STEPS[nextStep(situation, now).step]
	const next = kind === 'openConsultation' && !written ? 'write' : kind
	const own = { associationId: null, dueAt: null }
	const ballotId = ballotOnText(situation)?.id
	const on = ballotId !== undefined && { ballotId }
	return [
		...(next === undefined ? [] : [{ ...own, kind: next, ...(next === 'settleQuorum' && on) }]),
		...situation.ballots
			.filter((ballot) => isToBeCounted(ballot, now))
			.map(({ id, put = [] }) => {
				return { ...own, kind: 'closeBallot' as const, ballotId: id, ...(put.length > 0 && { put }) }
			}),
		...situation.ballots
			.filter(({ contested }) => contested.length > 0)
			.map(({ id, contested: { length: count } }) => {
				return { ...own, kind: 'settleContests' as const, ballotId: id, count }
			}),
		...(followUp === null ? [] : [{ ...own, kind: 'followUp' as const, dueAt: followUp }]),
		...situation.addenda
			.filter((each) => each.allAnswered || each.closesAt <= now)
			.filter(({ closesAt }) => now < closesAt + ADDENDUM_LAPSES_MS)
			.map(({ id, closesAt }) => {
				return { ...own, kind: 'settleAddendum' as const, addendumId: id, dueAt: closesAt + ADDENDUM_LAPSES_MS }
			}),
		...(unanswered > 0 ? [{ ...own, kind: 'answerComments' as const, count: unanswered }] : []),
		...(undecided > 0 ? [{ ...own, kind: 'decideAmendments' as const, count: undecided }] : []),
		...(toMerge > 0 ? [{ ...own, kind: 'mergeAmendments' as const, count: toMerge }] : []),
	]
}

/**
 * The situation with the ballots alone that the person has a say in from the seat: votes in, as long as they are open. How
 * the association voted at a meeting is known from a later seat too.
 */
function bindingFor(situation: Situation, seat: Seat, held: readonly Seat[]): Situation {
	const ballots = situation.ballots.filter(
		(ballot) =>
			!keptByOffice(held, ballot.bylaws) &&
			(situation.stage === 'signing' || ballot.meeting || seatsBefore([seat], ballot).length > 0),
	)
	const addenda = situation.addenda.filter(
		({ bylaws, openedAt }) => !keptByOffice(held, bylaws) && seatsBefore([seat], { opensAt: openedAt }).length > 0,
	)
	const lists = situation.lists.filter(
		({ bylaws, openedAt }) => !keptByOffice(held, bylaws) && seatsBefore([seat], { opensAt: openedAt }).length > 0,
	)
	return { ...situation, ballots, addenda, lists }
}

/** The steps that chair and secretary take; a ballot is counted whatever step the statement is in. */
const STEPS: Readonly<Partial<Record<NextStep['step'], TaskKind>>> = {
	writing: 'openConsultation',
	ballot: 'openBallot',
	rework: 'referBack',
	choosing: 'settleQuorum',
	publishing: 'publish',
	sending: 'markAsSent',
}

function associationTasks(
	situation: Situation,
	associationId: AssociationId,
	may: (kind: TaskKind) => boolean,
	now: Instant,
): StatementTask[] {
	const { stage, ballots, signoffDueAt } = situation
	const waits = (kind: TaskKind, done: readonly AssociationId[], dueAt: Instant | null): StatementTask[] =>
		done.includes(associationId) ? [] : [{ kind, associationId, dueAt }]
	const counted = (kind: TaskKind, of: readonly AssociationId[]): StatementTask[] => {
		const count = of.filter((id) => id === associationId).length
		return count > 0 ? [{ kind, associationId, dueAt: null, count }] : []
	}
	const reading = [
		...situation.lists
			.filter(({ electorate, closesAt }) => electorate.includes(associationId) && now < closesAt)
			.flatMap(({ id, answered, closesAt, count }) =>
				waits('answerConsensusList', answered, closesAt).map((task) => ({ ...task, listId: id, count })),
			),
		...counted('putForwardAmendments', situation.prepared),
		...counted('confirmAmendments', situation.reworded),
		...counted('readAnswers', situation.newAnswers),
	]
	const entitled = ballots.filter(({ electorate }) => electorate.includes(associationId))
	const votes = entitled
		.filter((ballot) => !isOver(ballot, now))
		.flatMap(({ id, voted, closesAt, put = [] }) =>
			waits('vote', voted, closesAt).map((task) => ({ ...task, ballotId: id, ...(put.length > 0 && { put }) })),
		)
	if (stage === 'consulting') {
		// Whoever speaks for the association takes its stances. A contributor's views are comments, and so are everybody's
		// where there is no position.
		const stances = may('recordStances') && situation.hasPositions
		const [kind, done] = stances
			? (['recordStances', situation.stanced] as const)
			: (['comment', situation.commented] as const)
		return [...votes, ...waits(kind, done, situation.consultationDueAt), ...reading]
	}
	const signs =
		stage === 'signing' && signoffDueAt !== null && now < signoffDueAt && ballotOnText({ ballots: entitled }) !== null
	return [
		...votes,
		...situation.addenda
			.filter(({ electorate, closesAt }) => electorate.includes(associationId) && now < closesAt)
			.flatMap(({ id, answered, closesAt }) =>
				waits('answerAddendum', answered, closesAt).map((task) => ({ ...task, addendumId: id })),
			),
		...afterDecision(situation, entitled, associationId, signs ? signoffDueAt : null, now),
		...reading,
	]
}

/**
 * What a decision asks of the association: one thing for one text. After a meeting whether its vote is right, and then its name
 * from the same page: whoever signs has said that it is. Nothing while it says that it is not, which the chair settles first.
 * `signUntil`: null where it is not asked for its name.
 */
function afterDecision(
	{ answered }: Situation,
	entitled: readonly BallotSituation[],
	associationId: AssociationId,
	signUntil: Instant | null,
	now: Instant,
): StatementTask[] {
	if (answered.includes(associationId)) return []
	const entered = entitled.filter(({ meeting }) => meeting)
	if (entered.some(({ contested }) => contested.includes(associationId))) return []
	const open = entered.filter(({ signoffDueAt: until }) => now < until)
	if (open.length === 0) return signUntil === null ? [] : [{ kind: 'signOff', associationId, dueAt: signUntil }]
	return open.map(({ id: ballotId, signoffDueAt: until }) =>
		signUntil === null
			? { kind: 'checkVote', associationId, ballotId, dueAt: until }
			: { kind: 'checkAndSign', associationId, ballotId, dueAt: Math.min(until, signUntil) },
	)
}

function readyWhenAnswered(situation: Situation, now: Instant): boolean {
	const { signoffDueAt } = situation
	const ballot = ballotOnText(situation)
	const dueAt = ballot?.meeting ? Math.max(signoffDueAt ?? 0, ballot.signoffDueAt) : signoffDueAt
	return ballot === null || ballot.allAnswered || (dueAt !== null && now >= dueAt)
}

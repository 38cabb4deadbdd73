import { ANSWER_STAGES } from '#domain/comment/acts.ts'
import { type Ballot, isOver } from '#domain/deciding/ballot.ts'
import type { AssociationId, BallotId, Instant } from '#domain/kernel/id.ts'
import type { Seat } from '#domain/members/seats.ts'
import type { Stage } from '#domain/statement/statement.ts'

/** A ballot of a statement, as far as it decides who must do what. */
export type BallotSituation = Pick<Ballot, 'id' | 'subject' | 'track' | 'closesAt' | 'closedAt' | 'outcome'> & {
	readonly electorate: readonly AssociationId[]
	readonly voted: readonly AssociationId[]
}

/** Where a statement is, as far as it decides who must do what. */
export type Situation = {
	readonly stage: Stage
	/** There is a text at all. */
	readonly written: boolean
	/** There is something for associations to take a stance on. */
	readonly hasPositions: boolean
	readonly consultationDueAt: Instant | null
	/** Its ballots that have effect, over or not. */
	readonly ballots: readonly BallotSituation[]
	readonly signoffDueAt: Instant | null
	/** Associations that have recorded a stance, and answered about the text as it stands. */
	readonly stanced: readonly AssociationId[]
	readonly answered: readonly AssociationId[]
	readonly sent: boolean
	/** How many comments of associations wait for an answer. */
	readonly unanswered: number
	/** Associations that have commented on the text; and those with an answer they have not read, once for each. */
	readonly commented: readonly AssociationId[]
	readonly newAnswers: readonly AssociationId[]
}

/** What can wait on somebody, each a verb. */
export type TaskKind =
	| 'write'
	| 'openConsultation'
	| 'openBallot'
	| 'recordStances'
	| 'comment'
	| 'answerComments'
	| 'readAnswers'
	| 'vote'
	| 'closeBallot'
	| 'referBack'
	| 'signOff'
	| 'publish'
	| 'markAsSent'

export type StatementTask = {
	readonly kind: TaskKind
	/** For what an association does. */
	readonly associationId: AssociationId | null
	/** For what is done in a ballot. */
	readonly ballotId?: BallotId
	readonly dueAt: Instant | null
	/** Of how many things, where that is said. */
	readonly count?: number
}

/** What the next step is, and who takes it. */
export type NextStep = {
	readonly step:
		| 'writing'
		| 'views'
		| 'ballot'
		| 'voting'
		| 'counting'
		| 'rework'
		| 'signing'
		| 'publishing'
		| 'sending'
		| 'nothing'
	readonly by: 'stewards' | 'chair' | 'associations' | 'nobody'
	readonly dueAt: Instant | null
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
			return consultationDueAt !== null && now < consultationDueAt
				? { step: 'views', by: 'associations', dueAt: consultationDueAt }
				: { step: 'ballot', by: 'chair', dueAt: null }
		case 'deciding':
			if (ballot?.outcome) return { step: 'rework', by: 'chair', dueAt: null }
			return ballot && !isToBeCounted(ballot, now)
				? { step: 'voting', by: 'associations', dueAt: ballot.closesAt }
				: { step: 'counting', by: 'chair', dueAt: null }
		case 'signing':
			return readyWhenAnswered(situation, now)
				? { step: 'publishing', by: 'chair', dueAt: null }
				: { step: 'signing', by: 'associations', dueAt: signoffDueAt }
		case 'published':
			return situation.sent
				? { step: 'nothing', by: 'nobody', dueAt: null }
				: { step: 'sending', by: 'stewards', dueAt: null }
		case 'withdrawn':
			return { step: 'nothing', by: 'nobody', dueAt: null }
	}
}

/** Over, or nothing is gained by waiting. On the light track all have until its end to object. */
function isToBeCounted(ballot: BallotSituation, now: Instant): boolean {
	const { outcome, track, electorate, voted } = ballot
	const allHaveVoted = track === 'full' && electorate.length > 0 && electorate.every((id) => voted.includes(id))
	return outcome === null && (isOver(ballot, now) || allHaveVoted)
}

/** What waits on the person behind these seats. Seats that have ended are not to be given. */
export function tasksFor(situation: Situation, seats: readonly Seat[], now: Instant): StatementTask[] {
	return seats.flatMap((seat) => {
		if (seat.role === 'chair' || seat.role === 'secretary') {
			return [...stewardTasks(situation, seat, now), ...countingTasks(situation, seat, now), ...answerTasks(situation)]
		}
		const { associationId } = seat
		if (associationId === null) return []
		return [...associationTasks(situation, seat, associationId, now), ...readingTasks(situation, associationId)]
	})
}

function stewardTasks(situation: Situation, seat: Seat, now: Instant): StatementTask[] {
	const { step } = nextStep(situation, now)
	const task = (kind: TaskKind): StatementTask[] => [{ kind, associationId: null, dueAt: null }]
	const chair = seat.role === 'chair'
	switch (step) {
		case 'writing':
			return situation.written ? task('openConsultation') : task('write')
		case 'ballot':
			return chair ? task('openBallot') : []
		case 'rework':
			return chair ? task('referBack') : []
		case 'publishing':
			return chair ? task('publish') : []
		case 'sending':
			return task('markAsSent')
		default:
			return []
	}
}

function countingTasks({ ballots }: Situation, seat: Seat, now: Instant): StatementTask[] {
	if (seat.role !== 'chair') return []
	return ballots
		.filter((ballot) => isToBeCounted(ballot, now))
		.map(({ id }) => ({ kind: 'closeBallot', associationId: null, ballotId: id, dueAt: null }))
}

function associationTasks(
	{ stage, ...situation }: Situation,
	seat: Seat,
	associationId: AssociationId,
	now: Instant,
): StatementTask[] {
	const votes = seat.role === 'delegate' || seat.role === 'deputy'
	if (stage === 'consulting') {
		// Whoever speaks for the association takes its stances. A contributor's views are comments, and so are everybody's
		// where there is no position.
		const stances = votes && situation.hasPositions
		const done = stances ? situation.stanced : situation.commented
		const kind = stances ? 'recordStances' : 'comment'
		return done.includes(associationId) ? [] : [{ kind, associationId, dueAt: situation.consultationDueAt }]
	}
	if (!votes) return []
	const open = situation.ballots.filter(
		(ballot) =>
			!isOver(ballot, now) && ballot.electorate.includes(associationId) && !ballot.voted.includes(associationId),
	)
	const toVote = open.map(({ id, closesAt }): StatementTask => {
		return { kind: 'vote', associationId, ballotId: id, dueAt: closesAt }
	})
	const entitled = ballotOnText(situation)?.electorate.includes(associationId) ?? false
	const signing = stage === 'signing' && situation.signoffDueAt !== null && now < situation.signoffDueAt
	return signing && entitled && !situation.answered.includes(associationId)
		? [...toVote, { kind: 'signOff', associationId, dueAt: situation.signoffDueAt }]
		: toVote
}

function answerTasks({ stage, unanswered }: Situation): StatementTask[] {
	if (unanswered === 0 || !ANSWER_STAGES.includes(stage)) return []
	return [{ kind: 'answerComments', associationId: null, dueAt: null, count: unanswered }]
}

function readingTasks({ stage, newAnswers }: Situation, associationId: AssociationId): StatementTask[] {
	const count = newAnswers.filter((id) => id === associationId).length
	if (count === 0 || !ANSWER_STAGES.includes(stage)) return []
	return [{ kind: 'readAnswers', associationId, dueAt: null, count }]
}

function readyWhenAnswered(situation: Situation, now: Instant): boolean {
	const { answered, signoffDueAt } = situation
	const electorate = ballotOnText(situation)?.electorate ?? []
	return electorate.every((id) => answered.includes(id)) || (signoffDueAt !== null && now >= signoffDueAt)
}

import { ANSWER_STAGES } from '#domain/comment/acts.ts'
import { type Ballot, isOver } from '#domain/deciding/ballot.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Seat } from '#domain/members/seats.ts'
import type { Stage } from '#domain/statement/statement.ts'

/** Where a statement is, as far as it decides who must do what. */
export type Situation = {
	readonly stage: Stage
	/** There is a text at all. */
	readonly written: boolean
	/** There is something for associations to take a stance on. */
	readonly hasPositions: boolean
	readonly consultationDueAt: Instant | null
	readonly ballot: Pick<Ballot, 'closesAt' | 'closedAt' | 'outcome' | 'track'> | null
	readonly signoffDueAt: Instant | null
	/** Of the frozen electorate; empty before a ballot. */
	readonly electorate: readonly AssociationId[]
	/** Associations that have recorded a stance, voted, and answered about the text as it stands. */
	readonly stanced: readonly AssociationId[]
	readonly voted: readonly AssociationId[]
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

export function nextStep(situation: Situation, now: Instant): NextStep {
	const { stage, ballot, consultationDueAt, signoffDueAt } = situation
	switch (stage) {
		case 'drafting':
			return { step: 'writing', by: 'stewards', dueAt: null }
		case 'consulting':
			return consultationDueAt !== null && now < consultationDueAt
				? { step: 'views', by: 'associations', dueAt: consultationDueAt }
				: { step: 'ballot', by: 'chair', dueAt: null }
		case 'deciding':
			if (ballot?.outcome) return { step: 'rework', by: 'chair', dueAt: null }
			if (ballot && !isOver(ballot, now) && !allHaveVoted(situation))
				return { step: 'voting', by: 'associations', dueAt: ballot.closesAt }
			return { step: 'counting', by: 'chair', dueAt: null }
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

/** Nothing is gained by waiting. On the light track all have until its end to object. */
function allHaveVoted({ ballot, electorate, voted }: Situation): boolean {
	return ballot?.track === 'full' && electorate.length > 0 && electorate.every((id) => voted.includes(id))
}

/** What waits on the person behind these seats. Seats that have ended are not to be given. */
export function tasksFor(situation: Situation, seats: readonly Seat[], now: Instant): StatementTask[] {
	return seats.flatMap((seat) => {
		if (seat.role === 'chair' || seat.role === 'secretary') {
			return [...stewardTasks(situation, seat, now), ...answerTasks(situation)]
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
		case 'counting':
			return chair ? task('closeBallot') : []
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

function associationTasks(
	{ stage, ballot, ...situation }: Situation,
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
	if (!votes || !situation.electorate.includes(associationId)) return []
	if (stage === 'deciding' && ballot && !isOver(ballot, now) && !situation.voted.includes(associationId)) {
		return [{ kind: 'vote', associationId, dueAt: ballot.closesAt }]
	}
	const signing = situation.signoffDueAt !== null && now < situation.signoffDueAt
	if (stage === 'signing' && signing && !situation.answered.includes(associationId)) {
		return [{ kind: 'signOff', associationId, dueAt: situation.signoffDueAt }]
	}
	return []
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

function readyWhenAnswered({ electorate, answered, signoffDueAt }: Situation, now: Instant): boolean {
	return electorate.every((id) => answered.includes(id)) || (signoffDueAt !== null && now >= signoffDueAt)
}

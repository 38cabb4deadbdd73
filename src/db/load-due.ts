import * as z from 'zod'
import type { AsksOfAmendments } from '#domain/deciding/remind-of-amendments.ts'
import type { Notification } from '#domain/kernel/decision.ts'
import type {
	ActId,
	AssociationId,
	BallotId,
	ConsensusListId,
	Instant,
	SeatId,
	StatementId,
} from '#domain/kernel/id.ts'
import { URGENT } from '#domain/kernel/notification.ts'
import { GATHERED } from '#domain/kernel/telling.ts'
import type { Query } from './client.ts'
import { inTurn, type Turn } from './in-turn.ts'
import { id, row, rows } from './rows.ts'

/** \`coalition\`: its slug. */
const dueBallotRow = row({
	ballotId: id<BallotId>(),
	statementId: id<StatementId>(),
	coalition: z.string(),
	extensions: z.number(),
})

export type DueBallot = ReturnType<typeof dueBallotRow>

/** Ballots that are over and not counted, by time or because whoever closed them did not come to counting. */
export function dueBallotsQuery(now: Instant, turn: Turn): Query<DueBallot[]> {
	return inTurn(
		`SELECT ballot.id AS ballot_id, ballot.statement_id, ballot.extensions, slug.slug AS coalition, ballot.closes_at FROM ballot
			JOIN slug ON slug.coalition_id = ballot.coalition_id AND slug.current = 1
			WHERE ballot.outcome IS NULL AND ballot.voided_at IS NULL
			AND (ballot.closes_at <= ? OR ballot.closed_at IS NOT NULL)`,
		[now],
		'closes_at, ballot_id',
		turn,
		dueBallotRow,
	)
}

const dueReminderRow = row(
	{
		statementId: id<StatementId>(),
		coalition: z.string(),
		kind: z.enum(['text', 'ballot', 'list']),
		id: id<StatementId | BallotId | ConsensusListId>(),
		remindAt: z.number(),
	},
	({ kind, id, ...due }) => {
		// Which of them it is the kind says.
		if (kind === 'text') return { ...due, by: null }
		const by: AsksOfAmendments =
			kind === 'ballot' ? { kind, ballotId: id as BallotId } : { kind, listId: id as ConsensusListId }
		return { ...due, by, id: id as BallotId | ConsensusListId }
	},
)

type Due = ReturnType<typeof dueReminderRow>

/** A text, about which those that have not answered are to be reminded. */
export type DueReminder = Extract<Due, { by: null }>

/** A ballot on amendments, or a list of them. `by`: what asks, whose id stands by itself, too. */
export type DueOfAmendments = Exclude<Due, DueReminder>

/** What those that have not answered are to be reminded of by now. The kinds share what a run has: what has waited longest goes first. */
export function dueRemindersQuery(now: Instant, turn: Turn): Query<Due[]> {
	const due = (table: string, kind: string, statementId = 'statement_id') =>
		`SELECT '${kind}' AS kind, id, ${statementId} AS statement_id, coalition_id, remind_at FROM ${table} WHERE remind_at <= ?`
	return inTurn(
		`SELECT statement_id, slug.slug AS coalition, kind, id, remind_at
			FROM (${due('statement', 'text', 'id')} UNION ALL ${due('ballot', 'ballot')} UNION ALL ${due('consensus_list', 'list')}) AS due
			JOIN slug ON slug.coalition_id = due.coalition_id AND slug.current = 1`,
		[now, now, now],
		'remind_at, id',
		turn,
		dueReminderRow,
	)
}

const KINDS = [
	'invitation',
	'consultation',
	'ballot',
	'meetingVote',
	'result',
	'signoff',
	'reminder',
	'amendmentReminder',
	'published',
	'outcomes',
	'addendum',
	'withheld',
	'sent',
	'comments',
	'seat',
	'chair',
	'unseated',
	'seatTakenBack',
	'bylaws',
	'renamed',
	'members',
	'contest',
	'older',
	'amendments',
	'consensusList',
] as const satisfies readonly Exclude<Notification['kind'], 'response'>[]

/** Other rows of the outbox, `beside`, that tell the same readers of the same, as an SQL expression. Found by its readers, for whom few wait. */
export const alongside = (
	beside: string,
) => `${beside}.coalition_id = outbox.coalition_id AND ${beside}.kind = outbox.kind
	AND ${beside}.association_id IS outbox.association_id AND +${beside}.statement_id IS outbox.statement_id`

const dueNoticeRow = row({
	id: z.number(),
	actId: id<ActId>(),
	kind: z.enum(KINDS),
	seatId: id<SeatId>().nullable(),
	statementId: id<StatementId>().nullable(),
	ballotId: id<BallotId>().nullable(),
	associationId: id<AssociationId>().nullable(),
	nextAt: z.number(),
	attempts: z.number(),
})

/** A row of the outbox: what somebody must be told, by reference. */
export type OutboxRow = ReturnType<typeof dueNoticeRow>

/** Since when a mail of the same is too lately to send another: an SQL expression of two arguments. */
const LATELY = "CASE WHEN outbox.kind IN ('outcomes', 'older') THEN ? ELSE ? END"

/** Of the urgent, how many go before one that is not, so that these wait and do not starve. */
const URGENT_TO_ONE_OTHER = 3

type Since = {
	readonly oldest: Instant
	readonly lately: Instant
	/** The same for what came of positions and for older statements, which are told less often. */
	readonly outcomesLately: Instant
}

/**
 * Notifications to be delivered now, in the order in which they are to be sent: the coalitions take turns, the urgent go before
 * the others, and of these one goes after every third urgent one. Those made before `oldest` are given up. Of those that are gathered
 * only the first is due, for all that tell the same readers of the same, and none while they got a mail of it after `lately`.
 */
export function dueNoticesQuery(
	now: Instant,
	{ oldest, lately, outcomesLately }: Since,
	limit: number,
): Query<OutboxRow[]> {
	return rows(
		`WITH due AS (
			SELECT id, coalition_id, next_at, kind IN (${URGENT.map(() => '?').join(', ')}) AS urgent FROM outbox
			WHERE delivered_at IS NULL AND next_at <= ? AND created_at > ? AND kind <> 'response' AND (kind NOT IN (${GATHERED.map(() => '?').join(', ')}) OR NOT EXISTS (
				SELECT 1 FROM outbox AS waiting WHERE ${alongside('waiting')}
					AND waiting.delivered_at IS NULL AND +waiting.created_at > ? AND waiting.id < outbox.id
				UNION ALL SELECT 1 FROM outbox AS told JOIN delivery ON delivery.outbox_id = told.id
					WHERE ${alongside('told')} AND told.delivered_at > ${LATELY} AND delivery.at > ${LATELY}))
		), turns AS (
			SELECT id, next_at, urgent, ROW_NUMBER() OVER (PARTITION BY urgent, coalition_id ORDER BY next_at, id) AS turn FROM due
		), places AS (
			SELECT id, urgent, ROW_NUMBER() OVER (PARTITION BY urgent ORDER BY turn, next_at, id) AS place FROM turns
		), first AS (
			SELECT id, CASE WHEN urgent THEN place ELSE place * ? + 0.5 END AS rank FROM places ORDER BY rank LIMIT ?
		)
		SELECT outbox.id, act_id, kind, seat_id, statement_id, ballot_id, association_id, next_at, attempts
			FROM first JOIN outbox ON outbox.id = first.id ORDER BY rank`,
		[
			...URGENT,
			now,
			oldest,
			...GATHERED,
			oldest,
			outcomesLately,
			lately,
			outcomesLately,
			lately,
			URGENT_TO_ONE_OTHER,
			limit,
		],
		dueNoticeRow,
	)
}

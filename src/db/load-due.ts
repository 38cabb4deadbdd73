import * as z from 'zod'
import type { Notification } from '#domain/kernel/decision.ts'
import type { ActId, AssociationId, BallotId, Instant, SeatId, StatementId } from '#domain/kernel/id.ts'
import { URGENT } from '#domain/kernel/notification.ts'
import type { Query } from './client.ts'
import { id, row, rows } from './rows.ts'

/** \`coalition\`: its slug. */
const dueBallotRow = row({ ballotId: id<BallotId>(), statementId: id<StatementId>(), coalition: z.string() })

export type DueBallot = ReturnType<typeof dueBallotRow>

/** Ballots that are over and not counted, by time or because whoever closed them did not come to counting. */
export function dueBallotsQuery(now: Instant, limit: number): Query<DueBallot[]> {
	return rows(
		`SELECT ballot.id AS ballot_id, ballot.statement_id, slug.slug AS coalition FROM ballot
			JOIN slug ON slug.coalition_id = ballot.coalition_id AND slug.current = 1
			WHERE ballot.outcome IS NULL AND ballot.voided_at IS NULL
			AND (ballot.closes_at <= ? OR ballot.closed_at IS NOT NULL)
			ORDER BY ballot.closes_at LIMIT ?`,
		[now, limit],
		dueBallotRow,
	)
}

const KINDS = [
	'invitation',
	'consultation',
	'ballot',
	'meetingVote',
	'signoff',
	'published',
	'comments',
	'seat',
	'chair',
	'unseated',
	'seatTakenBack',
	'bylaws',
	'members',
] as const satisfies readonly Notification['kind'][]

/** Other rows of the outbox that tell of comments on the same text, to the same readers. */
const ALONGSIDE = `alongside.statement_id = outbox.statement_id AND alongside.kind = 'comments'
	AND alongside.association_id IS outbox.association_id`

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

/** Of the urgent, how many go before one that is not, so that these wait and do not starve. */
const URGENT_TO_ONE_OTHER = 3

/**
 * Notifications to be delivered now, in the order in which they are to be sent: the coalitions take turns, the urgent go before
 * the others, and of these one goes after every third urgent one. Those made before `oldest` are given up. Of those that tell the same readers of comments only
 * the first is due, for all of them, and none while the readers got a mail of them after `lately`.
 */
export function dueNoticesQuery(
	now: Instant,
	{ oldest, lately }: { readonly oldest: Instant; readonly lately: Instant },
	limit: number,
): Query<OutboxRow[]> {
	return rows(
		`WITH due AS (
			SELECT *, kind IN (${URGENT.map(() => '?').join(', ')}) AS urgent FROM outbox
			WHERE delivered_at IS NULL AND next_at <= ? AND created_at > ? AND (kind <> 'comments' OR NOT EXISTS (
				SELECT 1 FROM outbox AS alongside WHERE ${ALONGSIDE}
					AND alongside.delivered_at IS NULL AND alongside.created_at > ? AND alongside.id < outbox.id
				UNION ALL SELECT 1 FROM outbox AS alongside JOIN delivery ON delivery.outbox_id = alongside.id
					WHERE ${ALONGSIDE} AND alongside.delivered_at IS NOT NULL AND delivery.at > ?))
		), turns AS (
			SELECT *, ROW_NUMBER() OVER (PARTITION BY urgent, coalition_id ORDER BY next_at, id) AS turn FROM due
		), places AS (
			SELECT *, ROW_NUMBER() OVER (PARTITION BY urgent ORDER BY turn, next_at, id) AS place FROM turns
		)
		SELECT id, act_id, kind, seat_id, statement_id, ballot_id, association_id, next_at, attempts FROM places
			ORDER BY CASE WHEN urgent THEN place ELSE place * ? + 0.5 END LIMIT ?`,
		[...URGENT, now, oldest, oldest, lately, URGENT_TO_ONE_OTHER, limit],
		dueNoticeRow,
	)
}

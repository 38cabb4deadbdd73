import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { id, row, rows } from '#db/rows.ts'
import type { ActId, Instant } from '#domain/kernel/id.ts'
import type { OutcomesSubject } from '#domain/publication/told.ts'
import { tellEach, triesQuery, WAITING, waitingQuery } from '#read/gathered.ts'
import { votersQuery } from '#read/members/voters.ts'
import type { Notification } from '#read/notification.ts'
import { latestOfEach, outcomesOfQuery } from './outcomes.ts'
import { publishedToQuery } from './published-to.ts'

const recordedRow = row({ outboxId: z.number(), actId: id<ActId>() })

/** Tells an association that had a vote what came of the positions, as it stands; null where what was recorded is taken back. */
export function outcomesNotificationQuery(
	{ id: due, statementId, associationId }: OutboxRow,
	now: Instant,
): Query<Notification | null> {
	return mapQuery(
		allOf({
			found: publishedToQuery({ statementId, associationId }),
			outcomes: outcomesOfQuery(statementId ?? ''),
			recorded: rows(
				`SELECT waiting.id AS outbox_id, waiting.act_id FROM ${WAITING} ORDER BY waiting.id`,
				[due],
				recordedRow,
			),
			covers: waitingQuery(due),
			readers: votersQuery(associationId, now),
			tries: triesQuery(`SELECT waiting.id FROM ${WAITING}`, [due]),
		}),
		({ found, outcomes, recorded, covers, ...to }) => {
			const latest = latestOfEach(outcomes)
			if (!found || latest.length === 0) return null
			const { association, title, year, number, label, ...coalition } = found
			const subject: OutcomesSubject = {
				...{ kind: 'outcomes', title, year, number, label },
				outcomes: latest.map((each) => ({ number: each.number, outcome: each.outcome })),
			}
			return { subject, coalition, association, recipients: tellEach(to, recorded, () => subject), covers }
		},
	)
}

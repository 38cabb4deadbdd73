import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { seatedNow } from '#db/members/load-actor.ts'
import { firstRow, id, row, rows } from '#db/rows.ts'
import type { ActId, Instant } from '#domain/kernel/id.ts'
import type { OutcomesSubject } from '#domain/kernel/notification.ts'
import { tellEach, triesQuery, WAITING, waitingQuery } from '#read/gathered.ts'
import { COALITION, coalitionColumns, type Notification, recipientColumns } from '#read/notification.ts'
import { latestOfEach, outcomesOfQuery } from './outcomes.ts'

const publishedRow = row({
	...coalitionColumns,
	association: z.string(),
	title: z.string(),
	year: z.number(),
	number: z.number(),
	label: z.string(),
})

const recordedRow = row({ outboxId: z.number(), actId: id<ActId>() })
const readerRow = row(recipientColumns)

/** Tells an association that had a vote what came of the positions, as it stands; null where what was recorded is taken back. */
export function outcomesNotificationQuery(
	{ id: due, statementId, associationId }: OutboxRow,
	now: Instant,
): Query<Notification | null> {
	return mapQuery(
		allOf({
			found: firstRow(
				`SELECT ${COALITION}, association.name AS association, publication.title, publication.year, publication.number,
					publication.label
				FROM publication JOIN coalition ON coalition.id = publication.coalition_id
				JOIN association ON association.id = ? AND association.coalition_id = coalition.id
				WHERE publication.statement_id = ?`,
				[associationId, statementId],
				publishedRow,
			),
			outcomes: outcomesOfQuery(statementId ?? ''),
			recorded: rows(
				`SELECT waiting.id AS outbox_id, waiting.act_id FROM ${WAITING} ORDER BY waiting.id`,
				[due],
				recordedRow,
			),
			covers: waitingQuery(due),
			readers: rows(
				`SELECT person.id AS person_id, person.name, person.language, MIN(seat.role) AS role,
					(SELECT email FROM address WHERE person_id = person.id ORDER BY created_at, email LIMIT 1) AS email
				FROM seat JOIN person ON person.id = seat.person_id AND person.erased_at IS NULL
				WHERE seat.association_id = ? AND seat.role IN ('delegate', 'deputy') AND ${seatedNow('seat')}
				GROUP BY person.id ORDER BY role, person.id`,
				[associationId, now, now],
				readerRow,
			),
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

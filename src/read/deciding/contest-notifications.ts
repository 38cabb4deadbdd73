import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { seatedNow } from '#db/members/load-actor.ts'
import { firstRow, flag, id, row, rows } from '#db/rows.ts'
import { SAID_VOTES } from '#domain/deciding/contest.ts'
import type { ActId, Instant } from '#domain/kernel/id.ts'
import type { ContestSubject } from '#domain/kernel/notification.ts'
import { tellEach, triesQuery, WAITING, waitingQuery } from '#read/gathered.ts'
import { COALITION, coalitionColumns, type Notification, recipientColumns } from '#read/notification.ts'

const contestRow = row({
	...coalitionColumns,
	of: z.string(),
	title: z.string(),
	standing: flag,
	voted: z.enum(SAID_VOTES).nullable(),
	reason: z.string(),
})

const saidRow = row({ outboxId: z.number(), actId: id<ActId>() })
const chairRow = row(recipientColumns)

/** Tells the chair what an association says of the vote entered for it, as it stands; null where the decision has no effect. */
export function contestNotificationQuery(
	{ id: due, statementId, ballotId, associationId }: OutboxRow,
	now: Instant,
): Query<Notification | null> {
	return mapQuery(
		allOf({
			found: firstRow(
				`SELECT ${COALITION}, association.name AS "of", statement.title, contest.standing, contest.voted, contest.reason
				FROM contest JOIN ballot ON ballot.id = contest.ballot_id AND ballot.voided_at IS NULL
				JOIN statement ON statement.id = ballot.statement_id
				JOIN coalition ON coalition.id = ballot.coalition_id
				JOIN association ON association.id = contest.association_id
				WHERE contest.ballot_id = ? AND contest.association_id = ?`,
				[ballotId, associationId],
				contestRow,
			),
			said: rows(`SELECT waiting.id AS outbox_id, waiting.act_id FROM ${WAITING} ORDER BY waiting.id`, [due], saidRow),
			covers: waitingQuery(due),
			readers: rows(
				`SELECT person.id AS person_id, person.name, person.language, seat.role,
					(SELECT email FROM address WHERE person_id = person.id ORDER BY created_at, email LIMIT 1) AS email
				FROM outbox JOIN seat ON seat.coalition_id = outbox.coalition_id AND seat.role = 'chair' AND ${seatedNow('seat')}
				JOIN person ON person.id = seat.person_id AND person.erased_at IS NULL
				WHERE outbox.id = ? GROUP BY person.id`,
				[now, now, due],
				chairRow,
			),
			tries: triesQuery(`SELECT waiting.id FROM ${WAITING}`, [due]),
		}),
		({ found, said, covers, ...to }) => {
			if (!found) return null
			const { of, title, standing, voted, reason, ...coalition } = found
			const about = { statementId: statementId ?? '', ballotId: ballotId ?? '', title, of }
			const subject: ContestSubject = { kind: 'contest', ...about, standing, voted, reason }
			return { subject, coalition, association: null, recipients: tellEach(to, said, () => subject), covers }
		},
	)
}

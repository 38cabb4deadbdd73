import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { seatedNow } from '#db/members/load-actor.ts'
import { letterOfActQuery } from '#db/publication/load-response.ts'
import { row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { type Notification, recipientColumns, toldColumns, toldOf } from '#read/notification.ts'
import { publishedToQuery } from './published-to.ts'

const readerRow = row({ ...recipientColumns, ...toldColumns })

/** Tells an association that had a vote to whom the answer was sent in its name, and in which words. */
export function sentNotificationQuery(
	{ id: outboxId, actId, statementId, associationId }: OutboxRow,
	now: Instant,
): Query<Notification | null> {
	return mapQuery(
		allOf({
			found: publishedToQuery({ statementId, associationId }),
			letter: letterOfActQuery(actId),
			recipients: rows(
				`SELECT person.id AS person_id, person.name, person.language, MIN(seat.role) AS role,
					(SELECT email FROM address WHERE person_id = person.id ORDER BY created_at, email LIMIT 1) AS email,
					${toldOf('?')}
				FROM seat JOIN person ON person.id = seat.person_id AND person.erased_at IS NULL
				WHERE seat.association_id = ? AND seat.role IN ('delegate', 'deputy') AND ${seatedNow('seat')}
				GROUP BY person.id ORDER BY role, person.id`,
				[outboxId, outboxId, associationId, now, now],
				readerRow,
			),
		}),
		({ found, letter, recipients }) => {
			if (!found || !letter) return null
			const { association, title, label, year: _year, number: _number, ...coalition } = found
			const { to, copyTo, added, subject, cover, reason, at } = letter
			return {
				subject: {
					...{ kind: 'sent', statementId: statementId ?? '', title, label },
					...{ at, to, copyTo, added, subject, cover, reason },
				},
				coalition,
				association,
				recipients,
			}
		},
	)
}

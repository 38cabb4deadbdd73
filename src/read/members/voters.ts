import type { Query } from '#db/client.ts'
import { seatedNow } from '#db/members/load-actor.ts'
import { row, rows } from '#db/rows.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import { type Recipient, recipientColumns } from '#read/notification.ts'

const voterRow = row(recipientColumns)

/** An association's delegate and deputy, who are written to for it. */
export function votersQuery(
	associationId: AssociationId | null,
	now: Instant,
): Query<Pick<Recipient, 'personId' | 'name' | 'language' | 'email' | 'role'>[]> {
	return rows(
		`SELECT person.id AS person_id, person.name, person.language, MIN(seat.role) AS role,
			(SELECT email FROM address WHERE person_id = person.id ORDER BY created_at, email LIMIT 1) AS email
		FROM seat JOIN person ON person.id = seat.person_id
		WHERE ${seatedNow('seat')} AND person.erased_at IS NULL
			AND seat.association_id = ? AND seat.role IN ('delegate', 'deputy')
		GROUP BY person.id ORDER BY role, person.id`,
		[now, now, associationId],
		voterRow,
	)
}

import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { firstRow, id, row, rows } from '#db/rows.ts'
import type { SeatId } from '#domain/kernel/id.ts'
import { ROLES } from '#domain/members/seats.ts'
import {
	COALITION,
	coalitionColumns,
	type Notification,
	recipientColumns,
	toldColumns,
	toldOf,
} from '#read/notification.ts'

/** As what whoever did the act of a row of the outbox did it; null: as the operator, who needs no seat. */
export const doneAs = (row: string) =>
	`(SELECT seat.role FROM act JOIN seat ON seat.id = act.seat_id WHERE act.id = ${row}.act_id)`
export const DONE_AS = doneAs('outbox')

const seatRow = row({
	...coalitionColumns,
	association: z.string(),
	seatId: id<SeatId>(),
	role: z.enum(ROLES),
	by: z.enum(ROLES).nullable(),
})

const recipientRow = row({ ...recipientColumns, ...toldColumns })

/**
 * Tells whoever was the association's delegate when the seat was given, replaced at that moment or not, and is not in the
 * seat. Null when it has ended.
 */
export function seatNotificationQuery({ id: outboxId }: Pick<OutboxRow, 'id'>): Query<Notification | null> {
	return mapQuery(
		allOf({
			found: firstRow(
				`SELECT ${COALITION}, association.name AS association, given.id AS seat_id, given.role, ${DONE_AS} AS "by"
				FROM outbox JOIN seat AS given ON given.id = outbox.seat_id AND given.ended_at IS NULL
				JOIN coalition ON coalition.id = outbox.coalition_id
				JOIN association ON association.id = outbox.association_id
				WHERE outbox.id = ?`,
				[outboxId],
				seatRow,
			),
			recipients: rows(
				`SELECT person.id AS person_id, person.name, person.language, seat.role,
					(SELECT email FROM address WHERE person_id = person.id ORDER BY created_at, email LIMIT 1) AS email,
					${toldOf('outbox.id')}
				FROM outbox JOIN seat ON seat.association_id = outbox.association_id AND seat.role = 'delegate'
				JOIN person ON person.id = seat.person_id AND person.erased_at IS NULL
				WHERE outbox.id = ? AND seat.id <> outbox.seat_id AND seat.from_at <= outbox.created_at
					AND (seat.ended_at IS NULL OR outbox.created_at <= seat.ended_at)
					AND (seat.until_at IS NULL OR outbox.created_at < seat.until_at)
					AND person.id NOT IN (SELECT person_id FROM seat WHERE id = outbox.seat_id)
				GROUP BY person.id`,
				[outboxId],
				recipientRow,
			),
		}),
		({ found, recipients }) => {
			if (!found) return null
			const { association, seatId, role, by, ...coalition } = found
			return { subject: { kind: 'seat', seatId, role, by: by ?? 'operator' }, coalition, association, recipients }
		},
	)
}

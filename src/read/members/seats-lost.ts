import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { PRESET_IN_FORCE } from '#db/coalition/load-coalition.ts'
import type { OutboxRow } from '#db/load-due.ts'
import {
	type ActorRef,
	COALITION_BY_SLUG,
	NOBODY,
	personExpression,
	SEAT_COLUMNS,
	seatedNow,
	seatRow,
} from '#db/members/load-actor.ts'
import { firstRow, flag, row, rows } from '#db/rows.ts'
import { PRESET_NAMES, PRESETS } from '#domain/deciding/bylaws.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { ROLES, type Role } from '#domain/members/seats.ts'
import { takenBackUntil } from '#domain/members/taking-back.ts'
import {
	COALITION,
	coalitionColumns,
	type Notification,
	recipientColumns,
	toldColumns,
	toldOf,
} from '#read/notification.ts'
import { DONE_AS } from './notifications.ts'

const lostRow = row({
	...coalitionColumns,
	association: z.string().nullable(),
	preset: z.enum(PRESET_NAMES),
	by: z.enum(ROLES).nullable(),
	takenBack: flag,
})

const recipientRow = row({ ...recipientColumns, ...toldColumns })

const toldOfLossRow = row({ ...recipientColumns, ...toldColumns, own: flag })

const PERSON = `person.id AS person_id, person.name, person.language, seat.role,
	(SELECT email FROM address WHERE person_id = person.id ORDER BY created_at, email LIMIT 1) AS email,
	${toldOf('outbox.id')}`

/**
 * Tells whoever held the seat that it was ended, by whom, and until when it can be taken back; where no mail reaches them, the
 * others of the association. Null when it has been taken back.
 */
export function unseatedNotificationQuery({ id }: Pick<OutboxRow, 'id'>, now: Instant): Query<Notification | null> {
	return mapQuery(
		allOf({
			found: firstRow(
				`SELECT ${COALITION}, ${PRESET_IN_FORCE} AS preset, ${DONE_AS} AS "by",
					(SELECT name FROM association WHERE id = lost.association_id) AS association,
					(SELECT kind FROM act WHERE id = outbox.act_id) = 'takeBackSeat' AS taken_back
				FROM outbox JOIN seat AS lost ON lost.id = outbox.seat_id AND lost.ended_at IS NOT NULL
				JOIN coalition ON coalition.id = outbox.coalition_id
				WHERE outbox.id = ?`,
				[now, id],
				lostRow,
			),
			seat: firstRow(
				`SELECT ${SEAT_COLUMNS} FROM outbox JOIN seat ON seat.id = outbox.seat_id WHERE outbox.id = ?`,
				[id],
				seatRow,
			),
			recipients: rows(
				`SELECT ${PERSON}, seat.id = outbox.seat_id AS own FROM outbox JOIN seat AS lost ON lost.id = outbox.seat_id
				JOIN seat ON seat.id = lost.id OR (lost.ended_unreached AND seat.association_id = lost.association_id
					AND seat.person_id <> lost.person_id AND ${seatedNow('seat')})
				JOIN person ON person.id = seat.person_id AND person.erased_at IS NULL WHERE outbox.id = ? GROUP BY person.id`,
				[now, now, id],
				toldOfLossRow,
			),
		}),
		({ found, seat, recipients }) => {
			if (!found || !seat) return null
			const { association, preset, by, takenBack, ...coalition } = found
			const subject = {
				kind: 'unseated',
				own: true,
				seatId: seat.id,
				role: seat.role,
				by: takenBack ? 'former' : (by ?? 'operator'),
				takeBackUntil: takenBackUntil(PRESETS[preset], seat),
			} as const
			return {
				subject,
				coalition,
				association,
				recipients: recipients.map(({ own, ...reader }) => ({ ...reader, subject: { ...subject, own } })),
			}
		},
	)
}

const lostSeatRow = row({ coalition: z.string(), association: z.string(), preset: z.enum(PRESET_NAMES) })

/** The reader’s own seat that others ended. */
export type LostSeat = {
	readonly coalition: string
	readonly association: string
	readonly role: Role
	readonly endedAt: Instant
	/** Until when it can be taken back. */
	readonly until: Instant
}

/** Null where it is not the reader’s, or none that can be taken back. */
export function lostSeatQuery(
	slug: string,
	seatId: string,
	reader: ActorRef | null,
	now: Instant,
): Query<LostSeat | null> {
	const person = personExpression(reader ?? NOBODY, now)
	const own = `seat.id = ? AND seat.coalition_id = ${COALITION_BY_SLUG} AND seat.person_id = ${person.sql}`
	const args = [seatId, slug, ...person.args]
	return mapQuery(
		allOf({
			seat: firstRow(`SELECT ${SEAT_COLUMNS} FROM seat WHERE ${own}`, args, seatRow),
			names: firstRow(
				`SELECT coalition.name AS coalition, association.name AS association, ${PRESET_IN_FORCE} AS preset
				FROM seat JOIN coalition ON coalition.id = seat.coalition_id
				JOIN association ON association.id = seat.association_id WHERE ${own}`,
				[now, ...args],
				lostSeatRow,
			),
		}),
		({ seat, names }) => {
			const until = seat && names && takenBackUntil(PRESETS[names.preset], seat)
			if (!names || !seat || until === null || seat.endedAt === null) return null
			return {
				coalition: names.coalition,
				association: names.association,
				role: seat.role,
				endedAt: seat.endedAt,
				until,
			}
		},
	)
}

const backRow = row({ ...coalitionColumns, association: z.string() })

/** Tells chair and secretary that a delegate took a seat back. */
export function takenBackNotificationQuery({ id }: Pick<OutboxRow, 'id'>, now: Instant): Query<Notification | null> {
	return mapQuery(
		allOf({
			found: firstRow(
				`SELECT ${COALITION}, association.name AS association
				FROM outbox JOIN seat ON seat.id = outbox.seat_id
				JOIN association ON association.id = seat.association_id
				JOIN coalition ON coalition.id = outbox.coalition_id WHERE outbox.id = ?`,
				[id],
				backRow,
			),
			recipients: rows(
				`SELECT ${PERSON} FROM outbox JOIN seat ON seat.coalition_id = outbox.coalition_id
					AND seat.association_id IS NULL AND ${seatedNow('seat')}
				JOIN person ON person.id = seat.person_id AND person.erased_at IS NULL WHERE outbox.id = ?
				GROUP BY person.id`,
				[now, now, id],
				recipientRow,
			),
		}),
		({ found, recipients }) => {
			if (!found) return null
			const { association, ...coalition } = found
			return { subject: { kind: 'seatTakenBack' }, coalition, association, recipients }
		},
	)
}

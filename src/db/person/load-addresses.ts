import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { type ActorRef, COALITION_BY_SLUG, NOBODY, notOver, personExpression } from '#db/members/load-actor.ts'
import { firstRow, firstValue, flag, id, json, row, rows } from '#db/rows.ts'
import { DIRECTORY_ACTS } from '#db/schema-log.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { AddressChangeId, Instant, PersonId } from '#domain/kernel/id.ts'
import { countedSince } from '#domain/kernel/telling.ts'
import type { DoneLately, Listed } from '#domain/members/directory.ts'
import { OPEN_MS, OUTCOMES, UNDONE_WITHIN_MS } from '#domain/person/address-change.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'

const emails = json(z.array(z.string()))
const listedRow = row({ personId: id<PersonId>(), name: z.string(), emails, operator: flag, elsewhere: flag })

/** Whoever is in the seat, as the directory knows them; null where nobody is or will be. */
export function listedQuery(slug: string, seatId: string, now: Instant): Query<Listed | null> {
	return firstRow(
		`SELECT person.id AS person_id, person.name, person.operator,
				(SELECT json_group_array(email) FROM address WHERE person_id = person.id) AS emails,
				EXISTS (SELECT 1 FROM seat AS other WHERE other.person_id = person.id
					AND other.coalition_id <> seat.coalition_id AND ${notOver('other')}) AS elsewhere
			FROM seat JOIN person ON person.id = seat.person_id
			WHERE seat.id = ? AND seat.coalition_id = ${COALITION_BY_SLUG} AND ${notOver('seat')} AND person.erased_at IS NULL`,
		[now, seatId, slug, now],
		listedRow,
	)
}

const latelyRow = row({ count: z.number(), first: z.number().nullable() })

/** How often the act was done in the coalition within a day. */
export function doneLatelyQuery(slug: string, { kind }: DeclaredAct, now: Instant): Query<DoneLately> {
	return mapQuery(
		firstRow(
			`SELECT COUNT(*) AS count, MIN(at) AS first FROM act
				WHERE coalition_id = ${COALITION_BY_SLUG} AND kind = ? AND at > ? AND ${DIRECTORY_ACTS}`,
			[slug, kind, countedSince(now)],
			latelyRow,
		),
		(lately) => lately ?? { count: 0, first: null },
	)
}

/** What a chair of the coalition proposed for whoever is in the seat, while nothing has come of it. */
export function waitingQuery(slug: string, seatId: string, now: Instant): Query<AddressChangeId | null> {
	return firstValue(
		`SELECT address_change.id FROM address_change JOIN seat ON seat.person_id = address_change.person_id
			WHERE seat.id = ? AND seat.coalition_id = ${COALITION_BY_SLUG} AND address_change.coalition_id = seat.coalition_id
			AND address_change.ended_at IS NULL AND ? < address_change.created_at + ${OPEN_MS}`,
		[seatId, slug, now],
		id<AddressChangeId>(),
	)
}

const changeRow = row({
	id: id<AddressChangeId>(),
	personId: id<PersonId>(),
	email: z.string(),
	/** What the coalition is called whose chair proposed it; null: the person did. */
	coalition: z.string().nullable(),
	own: flag,
	former: emails,
	createdAt: z.number(),
	toldAt: z.number().nullable(),
	confirmedAt: z.number().nullable(),
	agreedAt: z.number().nullable(),
	endedAt: z.number().nullable(),
	outcome: z.enum(OUTCOMES).nullable(),
})

/** A change of address, as its pages and mails show it. */
export type ShownChange = ReturnType<typeof changeRow>

const CHANGES = `SELECT address_change.*, coalition_id IS NULL AS own,
	(SELECT name FROM coalition WHERE id = address_change.coalition_id) AS coalition FROM address_change`

export function changeQuery(changeId: string): Query<ShownChange | null> {
	return firstRow(`${CHANGES} WHERE id = ?`, [changeId], changeRow)
}

/** What a person can still answer: what waits, and what a chair's proposal came to lately. */
const ANSWERABLE = `((ended_at IS NULL AND ? < created_at + ${OPEN_MS})
	OR (outcome = 'taken' AND coalition_id IS NOT NULL AND ? < ended_at + ${UNDONE_WITHIN_MS}))`

/** Of whoever asks, the newest first. */
export function ownChangesQuery(ref: ActorRef | null, now: Instant): Query<ShownChange[]> {
	const person = personExpression(ref ?? NOBODY, now)
	return rows(
		`${CHANGES} WHERE person_id = ${person.sql} AND ${ANSWERABLE} ORDER BY created_at DESC, id`,
		[...person.args, now, now],
		changeRow,
	)
}

/** Of whoever is in the seat: what a chair of the coalition proposed. */
export function seatChangesQuery(slug: string, seatId: string, now: Instant): Query<ShownChange[]> {
	return rows(
		`${CHANGES} WHERE person_id = (SELECT person_id FROM seat WHERE id = ? AND coalition_id = ${COALITION_BY_SLUG})
			AND coalition_id = ${COALITION_BY_SLUG} AND ${ANSWERABLE} ORDER BY created_at DESC, id`,
		[seatId, slug, slug, now, now],
		changeRow,
	)
}

/** Those whose silence may be over: what else they need is asked when they take effect. */
export function dueChangesQuery(told: Instant, opened: Instant, limit: number): Query<readonly AddressChangeId[]> {
	const one = row({ id: id<AddressChangeId>() })
	return mapQuery(
		rows(
			`SELECT id FROM address_change WHERE ended_at IS NULL AND confirmed_at IS NOT NULL AND told_at <= ? AND created_at > ?
				ORDER BY confirmed_at LIMIT ?`,
			[told, opened, limit],
			one,
		),
		(found) => found.map((each) => each.id),
	)
}

const MAIL_KINDS = ['confirm', 'proposed', 'inForce', 'added', 'removed', 'renamed'] as const

const mailRow = row({
	about: z.string(),
	kind: z.enum(MAIL_KINDS),
	email: z.string(),
	coalition: z.string().nullable(),
	formerName: z.string().nullable(),
	newName: z.string().nullable(),
	/** The address that a change is about. */
	address: z.string().nullable(),
	language: z.enum(LANGUAGES),
	createdAt: z.number(),
	tellAt: z.number(),
})

/** A mail about somebody's own name or addresses. */
export type DirectoryMail = ReturnType<typeof mailRow>

/** Those that are due, the oldest first. */
export function dueMailsQuery(now: Instant, limit: number): Query<DirectoryMail[]> {
	return rows(
		`SELECT directory_mail.*, (SELECT name FROM coalition WHERE id = directory_mail.coalition_id) AS coalition,
				(SELECT email FROM address_change WHERE id = about) AS address,
				COALESCE(person.language, (SELECT language FROM coalition WHERE id = COALESCE(directory_mail.coalition_id,
					(SELECT coalition_id FROM seat WHERE person_id = person.id LIMIT 1))), 'sv') AS language
			FROM directory_mail JOIN person ON person.id = directory_mail.person_id
			WHERE tell_at <= ? ORDER BY tell_at, about, kind, directory_mail.email LIMIT ?`,
		[now, limit],
		mailRow,
	)
}

/** Whether whoever asks has the address. */
export function hasAddressQuery(ref: ActorRef, email: string, now: Instant): Query<boolean> {
	const person = personExpression(ref, now)
	return mapQuery(
		firstValue(
			`SELECT 1 FROM address WHERE person_id = ${person.sql} AND email = ?`,
			[...person.args, email],
			z.number(),
		),
		(found) => found !== null,
	)
}

import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { type ActorRef, COALITION_BY_SLUG, notOver, personExpression } from '#db/members/load-actor.ts'
import { firstRow, firstValue, flag, id, row, rows, values } from '#db/rows.ts'
import type { Instant, PersonId } from '#domain/kernel/id.ts'
import { WAYS } from '#domain/person/ways.ts'

const namedPerson = row({ id: id<PersonId>(), name: z.string() })

export type NamedPerson = ReturnType<typeof namedPerson>

/** The persons who share an address. None when nobody has it. */
export function personsByEmailQuery(email: string): Query<NamedPerson[]> {
	return rows(
		`SELECT person.id, person.name FROM address JOIN person ON person.id = address.person_id
			WHERE address.email = ? AND person.erased_at IS NULL ORDER BY person.name, person.id`,
		[email],
		namedPerson,
	)
}

/** Those for whom a sign-in can be used up: the person it names, or all who share its address. */
export function personsOfSignInQuery(linkHash: string): Query<NamedPerson[]> {
	return rows(
		`SELECT person.id, person.name FROM sign_in JOIN person ON person.id = sign_in.person_id
				OR (sign_in.person_id IS NULL AND person.id IN (SELECT person_id FROM address WHERE email = sign_in.email))
			WHERE sign_in.link_hash = ? AND person.erased_at IS NULL ORDER BY person.name, person.id`,
		[linkHash],
		namedPerson,
	)
}

/** The persons that an id or an address names. */
export function personsNamedQuery(idOrEmail: string): Query<NamedPerson[]> {
	return rows(
		`SELECT id, name FROM person WHERE erased_at IS NULL
			AND (id = ? OR id IN (SELECT person_id FROM address WHERE email = ?)) ORDER BY name, id`,
		[idOrEmail, idOrEmail],
		namedPerson,
	)
}

/** Who is asking, or null when nobody is signed in. Says nothing of what they may do. */
export function askingQuery(ref: ActorRef, now: Instant): Query<PersonId | null> {
	const person = personExpression(ref, now)
	return firstValue(`SELECT id FROM person WHERE id = ${person.sql} AND erased_at IS NULL`, person.args, id<PersonId>())
}

const askingWithRow = row({
	personId: id<PersonId>(),
	authenticatedAt: z.number(),
	way: z.enum(WAYS).nullable(),
	addressed: flag,
})

/** Who is asking with a session, and how they signed in. */
export type Asking = ReturnType<typeof askingWithRow>

export function askingWithQuery(sessionHash: string, now: Instant): Query<Asking | null> {
	return firstRow(
		`SELECT person.id AS person_id, authenticated_at, way,
				EXISTS (SELECT 1 FROM address WHERE person_id = person.id) AS addressed
			FROM session JOIN person ON person.id = session.person_id
			WHERE hash = ? AND ? < expires_at AND erased_at IS NULL`,
		[sessionHash, now],
		askingWithRow,
	)
}

const inSeatRow = row({ personId: id<PersonId>(), operator: flag, elsewhere: flag, addressed: flag })

/** A person in a seat, and what else that person is. `addressed`: has an e-mail address. */
export type InSeat = ReturnType<typeof inSeatRow>

/** The persons in seats of the coalition, in the order of the seats, for printing cards. */
export function seatedInQuery(slug: string, seatIds: readonly string[], now: Instant): Query<InSeat[]> {
	return rows(
		`SELECT person.id AS person_id, person.operator, EXISTS (SELECT 1 FROM seat AS other
				WHERE other.person_id = person.id AND other.coalition_id <> seat.coalition_id
				AND ${notOver('other')}) AS elsewhere,
			EXISTS (SELECT 1 FROM address WHERE person_id = person.id) AS addressed
			FROM json_each(?) AS wanted JOIN seat ON seat.id = wanted.value JOIN person ON person.id = seat.person_id
			WHERE seat.coalition_id = ${COALITION_BY_SLUG}
			AND ${notOver('seat')} AND person.erased_at IS NULL
			ORDER BY wanted.key`,
		[now, JSON.stringify(seatIds), slug, now],
		inSeatRow,
	)
}

const plainCodeRow = row({ handle: z.string(), codeHash: z.string() })

/** Codes of cards that are kept as a plain hash, from before there was a key. */
export function plainCodesQuery(limit: number): Query<{ handle: string; codeHash: string }[]> {
	return rows('SELECT handle, code_hash FROM card_code WHERE length(code_hash) = 64 LIMIT ?', [limit], plainCodeRow)
}

/** Which of these a card has or has had for its name. */
export function takenHandlesQuery(handles: readonly string[]): Query<readonly string[]> {
	return values(
		'SELECT handle FROM card WHERE handle IN (SELECT value FROM json_each(?))',
		[JSON.stringify(handles)],
		z.string(),
	)
}

const slugRow = row({ slug: z.string(), own: flag, current: flag })

/** An address of a coalition; `own`: of the one at hand, which may have several. */
export type KnownSlug = ReturnType<typeof slugRow>

/** Every address the coalition has had, and `wanted` where any other has it. */
export function slugsQuery(slug: string, wanted: string): Query<KnownSlug[]> {
	return rows(
		`SELECT slug, coalition_id = (SELECT coalition_id FROM slug WHERE slug = ?1) AS own, current FROM slug
			WHERE coalition_id = (SELECT coalition_id FROM slug WHERE slug = ?1) OR slug = ?2 ORDER BY created_at, slug`,
		[slug, wanted],
		slugRow,
	)
}

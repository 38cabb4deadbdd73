import type { InValue } from '@libsql/client/web'
import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { firstRow, firstValue, flag, id, row, rows } from '#db/rows.ts'
import type { AssociationId, CoalitionId, Instant, PersonId, SeatId } from '#domain/kernel/id.ts'
import { type Actor, ROLES, type Seat } from '#domain/members/seats.ts'
import { WAYS, type Way } from '#domain/person/ways.ts'

/** Whoever is asking: known by the hash of a session or an access token; or named by the application itself. */
export type ActorRef =
	| { readonly by: 'session'; readonly hash: string }
	| { readonly by: 'token'; readonly hash: string }
	/** The operator's command line, demonstration data, and a mail from a person's address, which lays down a notice and no more. */
	| { readonly by: 'person'; readonly id: PersonId }
	/** Nobody: a job that does what time alone brings about. Has no seat, so it may do nothing that asks for one. */
	| { readonly by: 'clock' }

/** Who is asking where nobody is signed in: a session that no browser has. */
export const NOBODY: Extract<ActorRef, { readonly by: 'session' }> = { by: 'session', hash: '' }

/** Under whom the acts of jobs are kept. The id of no person. */
const CLOCK = 'clock' as PersonId

/** A coalition's id found by any slug it has had, as an SQL expression with one parameter. */
export const COALITION_BY_SLUG = '(SELECT coalition_id FROM slug WHERE slug = ?)'

/** Whether a seat is held at an instant or will be, as an SQL expression with the instant as its parameter. */
export const notOver = (seat: string) =>
	`${seat}.ended_at IS NULL AND (${seat}.until_at IS NULL OR ? < ${seat}.until_at)`

/** Whether a seat is held at an instant, as an SQL expression with the instant as its parameter, twice. */
export const seatedNow = (seat: string) => `${seat}.from_at <= ? AND ${notOver(seat)}`

/** Whether an association is a member at an instant, as an SQL expression with the instant as its parameter. */
export const isMember = (association: string) => `(${association}.left_at IS NULL OR ? < ${association}.left_at)`

/** A coalition's slug in force, in a query of \`coalition\`. An SQL expression. */
export const CURRENT_SLUG = '(SELECT slug FROM slug WHERE coalition_id = coalition.id AND current = 1)'

/** A row of `seat`, with its term as "from" and "until". */
export const seatRow = row({
	id: id<SeatId>(),
	coalitionId: id<CoalitionId>(),
	associationId: id<AssociationId>().nullable(),
	personId: id<PersonId>(),
	role: z.enum(ROLES),
	givenAt: z.number(),
	from: z.number(),
	until: z.number().nullable(),
	endedAt: z.number().nullable(),
	endedBy: id<PersonId>().nullable(),
	endedUnreached: flag,
	erasedAt: z.number().nullable(),
	takenBackAt: z.number().nullable(),
})

/** The columns of `seatRow` in a query of `seat`. */
export const SEAT_COLUMNS = `seat.*, from_at AS "from", until_at AS "until",
	(SELECT erased_at FROM person WHERE person.id = seat.person_id) AS erased_at`
const SEATS = `SELECT ${SEAT_COLUMNS} FROM seat`

/** The person's id, as an SQL expression; empty when the session or token is unknown, expired or withdrawn. */
export function personExpression(ref: ActorRef, now: Instant): { sql: string; args: InValue[] } {
	switch (ref.by) {
		case 'session':
			return { sql: '(SELECT person_id FROM session WHERE hash = ? AND ? < expires_at)', args: [ref.hash, now] }
		case 'token':
			return {
				sql: '(SELECT person_id FROM token WHERE hash = ? AND ? < expires_at AND revoked_at IS NULL)',
				args: [ref.hash, now],
			}
		case 'person':
			return { sql: '?', args: [ref.id] }
		case 'clock':
			return { sql: '?', args: [CLOCK] }
	}
}

export type LoadedActor = {
	readonly actor: Actor
	/** What an access token may be used for; null for sessions, which may do all their person may. */
	readonly scopes: readonly string[] | null
	/** How the person had signed in; null where nobody had, or it was not kept yet. */
	readonly way: Way | null
	/** When the session or token was last noted as used; null: never yet, or neither. */
	readonly lastUsedAt: Instant | null
}

const clockActor: Actor = { personId: CLOCK, operator: false, authenticatedAt: 0, seats: [] }

const personRow = row({
	id: id<PersonId>(),
	operator: flag,
	authenticatedAt: z.number().nullable(),
	scopes: z.string().nullable(),
	way: z.enum(WAYS).nullable(),
	lastUsedAt: z.number().nullable(),
})

/** Who is asking, with their seats in the coalition; null when nobody is signed in. A token opens its own coalition only. */
export function actorQuery(ref: ActorRef, slug: string, now: Instant): Query<LoadedActor | null> {
	if (ref.by === 'clock')
		return { statements: [], parse: () => ({ actor: clockActor, scopes: null, way: null, lastUsedAt: null }) }
	const person = personExpression(ref, now)
	const token = ref.by === 'token' ? ref.hash : ''
	const session = ref.by === 'session' ? ref.hash : ''
	return mapQuery(
		allOf({
			person: firstRow(
				`SELECT person.id, person.operator,
					(SELECT authenticated_at FROM session WHERE hash = ?) AS authenticated_at,
					(SELECT way FROM session WHERE hash = ?) AS way,
					(SELECT scopes FROM token WHERE hash = ? AND coalition_id = ${COALITION_BY_SLUG}) AS scopes,
					COALESCE((SELECT last_used_at FROM session WHERE hash = ?), (SELECT last_used_at FROM token WHERE hash = ?)) AS last_used_at
				FROM person WHERE person.id = ${person.sql} AND person.erased_at IS NULL`,
				[session, session, token, slug, session, token, ...person.args],
				personRow,
			),
			seats: rows(
				`${SEATS} WHERE coalition_id = ${COALITION_BY_SLUG} AND person_id = ${person.sql}`,
				[slug, ...person.args],
				seatRow,
			),
		}),
		({ person: found, seats }) => {
			if (!found) return null
			const outsideToken = ref.by === 'token' && found.scopes === null
			const actor: Actor = {
				personId: found.id,
				operator: found.operator && ref.by !== 'token',
				authenticatedAt: ref.by === 'token' ? 'byToken' : (found.authenticatedAt ?? now),
				seats: outsideToken ? [] : seats,
			}
			const { way, lastUsedAt } = found
			return ref.by === 'token'
				? { actor, scopes: (found.scopes ?? '').split(' ').filter(Boolean), way: 'token', lastUsedAt }
				: { actor, scopes: null, way, lastUsedAt }
		},
	)
}

/** Every seat of a coalition, ended ones too. */
export function seatsQuery(slug: string): Query<Seat[]> {
	return rows(`${SEATS} WHERE coalition_id = ${COALITION_BY_SLUG} ORDER BY from_at, id`, [slug], seatRow)
}

const priorActRow = row({
	payloadHash: z.string(),
	result: z.string(),
	at: z.number(),
	/** A later act changed the same thing. */
	superseded: flag,
})

export type PriorAct = ReturnType<typeof priorActRow>

/** An act the person did before under the same idempotency key. */
export function priorActQuery(ref: ActorRef, key: string, now: Instant): Query<PriorAct | null> {
	const person = personExpression(ref, now)
	return firstRow(
		`SELECT payload_hash, result, at, EXISTS (
			SELECT 1 FROM event AS own JOIN event AS later ON later.stream = own.stream AND later.seq > own.seq
			WHERE own.act_id = act.id AND later.act_id <> act.id) AS superseded
		FROM act WHERE person_id = ${person.sql} AND key = ?`,
		[...person.args, key],
		priorActRow,
	)
}

/** The id of the coalition with that slug, or null. */
export function coalitionIdQuery(slug: string): Query<CoalitionId | null> {
	return firstValue('SELECT coalition_id FROM slug WHERE slug = ?', [slug], id<CoalitionId>())
}

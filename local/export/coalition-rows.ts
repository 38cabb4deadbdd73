import * as z from 'zod'
import { CHOICE_OF_PAPER } from '#db/deciding/papers.ts'
import { flag, json } from '#db/rows.ts'
import { WAYS } from '#domain/person/ways.ts'
import { choiceSchema } from '#schema/deciding.ts'
import { languageSchema } from '#schema/statement.ts'
import type { ActLine, NotificationLine, PaperLine, PersonLine, SlugLine } from './format.ts'
import { paged, type Reading, stored } from './pages.ts'

export async function* slugs(reading: Reading, coalition: string): AsyncIterable<SlugLine> {
	const sql = `SELECT slug, current, created_at AS "createdAt" FROM slug WHERE coalition_id = ? AND slug > ?
		ORDER BY slug LIMIT ?`
	const row = z.object({ slug: z.string(), current: flag, createdAt: z.number() })
	yield* paged(reading, { sql, args: [coalition], row }, '', ({ slug }) => slug)
}

const emailsOf = json(z.array(z.object({ email: z.string(), createdAt: z.number() })))

/**
 * Those who have or had a seat, or did something. What an installation knows of them besides, that they operate it or sit
 * in other coalitions, is left out; addresses are of those with a seat here, who sign in with them.
 */
export async function* persons(reading: Reading, coalition: string): AsyncIterable<PersonLine> {
	const sql = `WITH seated (id) AS (SELECT person_id FROM seat WHERE coalition_id = ?),
			acting (id) AS (SELECT person_id FROM act WHERE coalition_id = ?)
		SELECT id, name, language, created_at AS "createdAt", erased_at AS "erasedAt",
			(SELECT json_group_array(json_object('email', email, 'createdAt', created_at) ORDER BY email) FROM address
				WHERE person_id = person.id AND erased_at IS NULL AND person_id IN (SELECT id FROM seated)) AS emails
		FROM person WHERE id IN (SELECT id FROM seated UNION SELECT id FROM acting) AND id > ? ORDER BY id LIMIT ?`
	const row = z.object({
		id: z.string(),
		name: z.string(),
		language: languageSchema.nullable(),
		createdAt: z.number(),
		erasedAt: z.number().nullable(),
		emails: emailsOf,
	})
	yield* paged(reading, { sql, args: [coalition, coalition], row }, '', ({ id }) => id)
}

const eventRow = z.object({
	position: z.number(),
	stream: z.string(),
	seq: z.number(),
	statement: z.string().nullable(),
	type: z.string(),
	version: z.number(),
	payload: stored,
	id: z.string(),
	person: z.string(),
	seat: z.string().nullable(),
	way: z.enum(WAYS).nullable(),
	kind: z.string(),
	key: z.string(),
	payloadHash: z.string(),
	result: stored,
	at: z.number(),
})

/** Every act with its events, as they happened. What is written in one act lies together in the log. */
export async function* acts(reading: Reading, coalition: string): AsyncIterable<ActLine> {
	const sql = `SELECT event.position, event.stream, event.seq, event.statement_id AS statement, event.type, event.version,
			event.payload, act.id, act.person_id AS person, act.seat_id AS seat, act.way, act.kind, act.key,
			act.payload_hash AS "payloadHash", act.result, act.at
		FROM event JOIN act ON act.id = event.act_id WHERE event.coalition_id = ? AND event.position > ?
		ORDER BY event.position LIMIT ?`
	let open: ActLine | undefined
	for await (const row of paged(reading, { sql, args: [coalition], row: eventRow }, 0, ({ position }) => position)) {
		const { position, stream, seq, statement, type, version, payload, way, ...told } = row
		const act = way === null ? told : { ...told, way }
		const event = { stream, seq, statement, type, version, payload }
		if (open?.id === act.id) open.events.push(event)
		else {
			if (open) yield open
			open = { ...act, events: [event] }
		}
	}
	if (open) yield open
}

export async function* papers(reading: Reading, coalition: string): AsyncIterable<PaperLine> {
	const sql = `SELECT key, ballot_id AS ballot, ${CHOICE_OF_PAPER} FROM paper
		WHERE ballot_id IN (SELECT id FROM ballot WHERE coalition_id = ?) AND key > ? ORDER BY key LIMIT ?`
	const row = z.object({ key: z.string(), ballot: z.string(), choice: choiceSchema })
	yield* paged(reading, { sql, args: [coalition], row }, '', ({ key }) => key)
}

export async function* notifications(reading: Reading, coalition: string): AsyncIterable<NotificationLine> {
	const sql = `SELECT id, act_id AS act, kind, seat_id AS seat, statement_id AS statement, association_id AS association,
			created_at AS "createdAt", attempts, delivered_at AS "deliveredAt"
		FROM outbox WHERE coalition_id = ? AND id > ? ORDER BY id LIMIT ?`
	const row = z.object({
		id: z.number(),
		act: z.string(),
		kind: z.string(),
		seat: z.string().nullable(),
		statement: z.string().nullable(),
		association: z.string().nullable(),
		createdAt: z.number(),
		attempts: z.number(),
		deliveredAt: z.number().nullable(),
	})
	for await (const { id, ...line } of paged(reading, { sql, args: [coalition], row }, 0, (each) => each.id)) yield line
}

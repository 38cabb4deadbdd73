import * as z from 'zod'
import type { StoredEvent } from '#domain/event.ts'
import { type ReadFact, readFact, sentenceOf, type Unreadable } from '#schema/facts/read.ts'
import { type Database, json, mapQuery, type Query, rows } from './client.ts'
import { project } from './project.ts'

/** How many events are read and applied in one round trip. */
const CHUNK = 200

/** The log holds what cannot be read here; its message says what, for whoever operates the installation. */
export class UnreadableEvent extends Error {
	readonly unreadable: Unreadable

	constructor(unreadable: Unreadable) {
		super(`There is ${sentenceOf(unreadable)}`)
		this.unreadable = unreadable
	}
}

const storedRow = z.object({
	position: z.number(),
	coalition_id: z.string(),
	stream: z.string(),
	seq: z.number(),
	act_id: z.string(),
	statement_id: z.string().nullable(),
	type: z.string(),
	version: z.int().positive(),
	payload: json(z.unknown()),
	at: z.number(),
	person_id: z.string(),
	seat_id: z.string().nullable(),
})

function eventsAfter(position: number, read: ReadFact): Query<{ position: number; event: StoredEvent }[]> {
	const query = rows(
		`SELECT event.*, act.at, act.person_id, act.seat_id FROM event JOIN act ON act.id = event.act_id
			WHERE position > ? ORDER BY position LIMIT ?`,
		[position, CHUNK],
		storedRow,
	)
	return mapQuery(query, (found) =>
		found.map((row) => {
			const fact = read(row)
			if (!fact.ok) throw new UnreadableEvent(fact.reason)
			const event = {
				...fact.value,
				coalitionId: row.coalition_id,
				stream: row.stream,
				seq: row.seq,
				actId: row.act_id,
				statementId: row.statement_id,
				at: row.at,
				personId: row.person_id,
				seatId: row.seat_id,
			}
			// Ids and streams were written by `save`, and never changed since.
			return { position: row.position, event: event as StoredEvent }
		}),
	)
}

/** How far a log was followed: the last event's place in it, and how many were applied. */
export type Replayed = { readonly position: number; readonly events: number }

/**
 * Brings the tables that are made from events in `to` up to date with the log in `from`, which may be the same database.
 * They must be as the events up to `after` made them, and nobody else may write them meanwhile. Events that cannot be
 * read throw an UnreadableEvent; those before them in the log may have been applied.
 */
export async function replay(
	from: Database,
	to: Database,
	{ after = 0, read = readFact }: { readonly after?: number; readonly read?: ReadFact } = {},
): Promise<Replayed> {
	let events = 0
	for (let position = after; ; ) {
		const [found] = await from.read<[{ position: number; event: StoredEvent }[]]>(eventsAfter(position, read))
		if (found.length === 0) return { position, events }
		await to.write(found.flatMap(({ event }) => project(event)))
		events += found.length
		position = found.at(-1)?.position ?? position
	}
}

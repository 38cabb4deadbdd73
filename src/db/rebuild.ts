import * as z from 'zod'
import type { StoredEvent } from '#domain/event.ts'
import { type Database, json, type Query, rows } from './client.ts'
import { PROJECTED, project } from './project.ts'

/** How many events are read and applied in one round trip. */
const CHUNK = 200

const storedRow = z.object({
	position: z.number(),
	coalition_id: z.string(),
	stream: z.string(),
	seq: z.number(),
	act_id: z.string(),
	statement_id: z.string().nullable(),
	type: z.string(),
	payload: json(z.unknown()),
	at: z.number(),
	person_id: z.string(),
	seat_id: z.string().nullable(),
})

function eventsAfter(position: number): Query<{ position: number; event: StoredEvent }[]> {
	const query = rows(
		`SELECT event.*, act.at, act.person_id, act.seat_id FROM event JOIN act ON act.id = event.act_id
			WHERE position > ? ORDER BY position LIMIT ?`,
		[position, CHUNK],
		storedRow,
	)
	return {
		statements: query.statements,
		parse: (results) =>
			query.parse(results).map((row) => {
				const event = {
					coalitionId: row.coalition_id,
					stream: row.stream,
					seq: row.seq,
					actId: row.act_id,
					statementId: row.statement_id,
					type: row.type,
					payload: row.payload,
					at: row.at,
					personId: row.person_id,
					seatId: row.seat_id,
				}
				// Written by `save` from a DomainEvent, and never changed since.
				return { position: row.position, event: event as StoredEvent }
			}),
	}
}

/**
 * Empties every table that is made from events and makes it anew. Not while others write: it is a tool for the operator.
 * Returns how many events were applied.
 */
export async function rebuild(db: Database): Promise<number> {
	await db.write(PROJECTED.map((table) => `DELETE FROM ${table}`))
	let applied = 0
	for (let position = 0; ; ) {
		const [events] = await db.read<[{ position: number; event: StoredEvent }[]]>(eventsAfter(position))
		if (events.length === 0) return applied
		await db.write(events.flatMap(({ event }) => project(event)))
		applied += events.length
		position = events.at(-1)?.position ?? position
	}
}

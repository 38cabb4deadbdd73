import * as z from 'zod'
import type { StoredEvent } from '#domain/event.ts'
import { type Database, json, type Query, rows } from './client.ts'
import { project } from './project.ts'

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

/** How far a log was followed: the last event's place in it, and how many were applied. */
export type Replayed = { readonly position: number; readonly events: number }

/**
 * Brings the tables that are made from events in `to` up to date with the log in `from`, which may be the same database.
 * They must be as the events up to `after` made them, and nobody else may write them meanwhile.
 */
export async function replay(from: Database, to: Database, after = 0): Promise<Replayed> {
	let events = 0
	for (let position = after; ; ) {
		const [found] = await from.read<[{ position: number; event: StoredEvent }[]]>(eventsAfter(position))
		if (found.length === 0) return { position, events }
		await to.write(found.flatMap(({ event }) => project(event)))
		events += found.length
		position = found.at(-1)?.position ?? position
	}
}

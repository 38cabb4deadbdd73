import * as z from 'zod'
import type { StoredEvent } from '#domain/event.ts'
import type { ActId, CoalitionId, PersonId, SeatId, StatementId } from '#domain/kernel/id.ts'
import { type ReadFact, readFact, sentenceOf, type Unreadable } from '#schema/facts/read.ts'
import { type Database, mapQuery, type Query } from './client.ts'
import { project } from './project.ts'
import { id, json, row, rows } from './rows.ts'

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

const storedRow = row({
	position: z.number(),
	coalitionId: id<CoalitionId>(),
	stream: z.string(),
	seq: z.number(),
	actId: id<ActId>(),
	statementId: id<StatementId>().nullable(),
	type: z.string(),
	version: z.int().positive(),
	payload: json(z.unknown()),
	at: z.number(),
	personId: id<PersonId>(),
	seatId: id<SeatId>().nullable(),
})

function eventsAfter(position: number, read: ReadFact): Query<{ position: number; event: StoredEvent }[]> {
	const query = rows(
		`SELECT event.*, act.at, act.person_id, act.seat_id FROM event JOIN act ON act.id = event.act_id
			WHERE position > ? ORDER BY position LIMIT ?`,
		[position, CHUNK],
		storedRow,
	)
	return mapQuery(query, (found) =>
		found.map(({ position, type, version, payload, ...stored }) => {
			const fact = read({ type, version, payload })
			if (!fact.ok) throw new UnreadableEvent(fact.reason)
			// Streams were written by `save`, and never changed since.
			return { position, event: { ...fact.value, ...stored } as StoredEvent }
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
		const [found] = await from.read(eventsAfter(position, read))
		if (found.length === 0) return { position, events }
		await to.write(found.flatMap(({ event }) => project(event)))
		events += found.length
		position = found.at(-1)?.position ?? position
	}
}

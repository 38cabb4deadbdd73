import { Step, Transform } from 'prosemirror-transform'
import * as z from 'zod'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { EntryJson } from '#writing/protocol.ts'
import { schema } from '#writing/schema.ts'
import { appended, documentAt, type Entry, type Logged, type Room } from './room.ts'

/** What a room keeps besides its entries: its text in an earlier version, from which they go on, and what it knows of the record. */
export type Kept = { readonly snapshot: string; readonly base: string }

const snapshotSchema = z.object({
	id: z.string(),
	version: z.int(),
	document: z.unknown(),
	taken: z.array(z.tuple([z.string(), z.int()])),
})

const steps = z.array(z.unknown())
const baseSchema = z.object({
	version: z.int(),
	// Written by the room itself, from what the record gave it.
	blocks: z.custom<readonly BlockVersion[]>(Array.isArray),
	pulls: z.array(steps),
	renamed: z.array(z.tuple([z.string(), z.string()])),
})

const swallowed = z.array(z.object({ text: z.string(), of: z.string() }))

const entrySchema = z.object({
	client: z.string(),
	batch: z.int(),
	person: z.custom<Entry['person']>((value) => value === null || typeof value === 'string'),
	steps,
	// Only told once: how it was written on an earlier day is of no use any more.
	swallowed: swallowed.catch([]).exactOptional(),
	isPull: z.literal(true).exactOptional(),
	letGo: z.array(z.string()),
})

const stepsFrom = (json: readonly unknown[]): Step[] => json.map((step) => Step.fromJSON(schema, step as object))

const jsonOf = (all: readonly Step[]): object[] => all.map((step) => step.toJSON())

/** The room's text as it was in that version, which must be one that it has not forgotten. */
export function snapshotOf(room: Room, version = room.version): string {
	const document = documentAt(room, version)
	if (!document) throw new Error('a room forgot what it was to keep')
	return JSON.stringify({ id: room.id, version, document: document.toJSON(), taken: [...room.taken] })
}

export function baseOf({ base: { version, blocks, pulls, renamed } }: Room): string {
	return JSON.stringify({ version, blocks, pulls: pulls.map(jsonOf), renamed: [...renamed] })
}

/** An entry as it is kept. */
export const keptEntry = ({ before: _before, touched: _touched, ...entry }: Logged): string =>
	JSON.stringify({ ...entry, steps: jsonOf(entry.steps) })

/** An entry as pages are told of it. */
export function toldEntry({ client, batch, steps: made, swallowed }: Entry): EntryJson {
	return { client, batch, steps: jsonOf(made), ...(swallowed ? { swallowed } : {}) }
}

/** The room as it was when the last of these entries was kept. `entries`: those after the snapshot. */
export function restored({ snapshot, base }: Kept, entries: readonly string[]): Room {
	const { id, version, document: json, taken } = snapshotSchema.parse(JSON.parse(snapshot))
	const known = baseSchema.parse(JSON.parse(base))
	const pulls = known.pulls.map(stepsFrom)
	const document = schema.nodeFromJSON(json)
	const start = { version: known.version, blocks: known.blocks, document, pulls, renamed: new Map(known.renamed) }
	let room: Room = { id, version, document, log: [], taken: new Map(taken), base: start }
	for (const text of entries) {
		const entry = entrySchema.parse(JSON.parse(text))
		const made = new Transform(room.document)
		for (const step of stepsFrom(entry.steps)) made.step(step)
		room = appended(
			room,
			{ ...entry, steps: made.steps },
			[...made.docs.slice(1), made.doc].slice(0, made.steps.length),
		)
	}
	const stood = documentAt(room, known.version)
	if (!stood) throw new Error('a room kept too little')
	const record = new Transform(stood)
	for (const step of pulls.flat()) record.step(step)
	return { ...room, base: { ...start, document: record.doc } }
}

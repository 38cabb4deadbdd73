import type { Step } from 'prosemirror-transform'
import type { PersonId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { documentOf } from '#writing/blocks.ts'
import type { Swallowed } from '#writing/protocol.ts'
import type { TextDocument } from '#writing/schema.ts'
import { nothingTouched, type Touched, touchedBy } from './touched.ts'

/** A change of a room's text: by a page, under its number; or by the room, where the record changed. */
export type Entry = {
	/** The page; empty for the room itself. */
	readonly client: string
	readonly batch: number
	/** Who wrote it; null: nobody here. */
	readonly person: PersonId | null
	readonly steps: readonly Step[]
	readonly swallowed?: readonly Swallowed[]
	/** Made of steps of `pulls`. */
	readonly isPull?: true
	/** Blocks that may lose what is said of them. */
	readonly letGo: readonly string[]
}

/** An entry on the log, with the text before it and which blocks it wrote in. */
export type Logged = Entry & { readonly before: TextDocument; readonly touched: Touched }

/** What stands in the record, as far as the room knows, and where its own text was then. */
export type Base = {
	readonly version: number
	/** In the order of the text. */
	readonly blocks: readonly BlockVersion[]
	readonly document: TextDocument
	/** Steps that lead from the room's text in that version to `document`, as the record changed, and for each time an entry of the room's own. */
	readonly pulls: readonly (readonly Step[])[]
	/** What blocks were called that the record called something else, which entries since then may still call so. */
	readonly renamed: ReadonlyMap<string, string>
}

/**
 * A text while several write it: an ordered log of steps, which this room alone decides, and what they make. Every page has the
 * same log, and so the same text. Never the record: it is handed over to that.
 */
export type Room = {
	/** Another for each time that the room begins anew: versions of one mean nothing in another. */
	readonly id: string
	/** The number of the last entry. */
	readonly version: number
	readonly document: TextDocument
	/** The last entries, the last of them being `version`. */
	readonly log: readonly Logged[]
	/** The last number that was answered to each page. */
	readonly taken: ReadonlyMap<string, number>
	readonly base: Base
}

/** A room that begins with what stands in the record. */
export function newRoom(id: string, blocks: readonly BlockVersion[]): Room {
	const document = textOf(id, blocks)
	const base = { version: 0, blocks, document, pulls: [], renamed: new Map() }
	return { id, version: 0, document, log: [], taken: new Map(), base }
}

/** A text as it stands in the record, to be written in. `id`: of the room. In a text without blocks there is one to begin in. */
export function textOf(id: string, blocks: readonly BlockVersion[]): TextDocument {
	const begun = { id: `${id}.0`, content: { kind: 'paragraph', text: '' } } as const
	return documentOf(blocks.length === 0 ? [begun] : blocks.map(({ blockId, content }) => ({ id: blockId, content })))
}

/** The entries after a version; null where the room has not got that far, or has forgotten. */
export function since(room: Room, version: number): readonly Logged[] | null {
	const missing = room.version - version
	if (missing < 0 || missing > room.log.length) return null
	return missing === 0 ? [] : room.log.slice(-missing)
}

/** The text as it was in a version; null where the room has forgotten. */
export function documentAt(room: Room, version: number): TextDocument | null {
	const entries = since(room, version)
	return entries && (entries[0]?.before ?? room.document)
}

/** The room with one entry more. `documents`: the text after each of its steps. */
export function appended(room: Room, entry: Entry, documents: readonly TextDocument[]): Room {
	const touched = documents.length === 0 ? nothingTouched : touchedBy(room.document, entry.steps, documents)
	const logged = { ...entry, before: room.document, touched }
	return {
		...room,
		version: room.version + 1,
		document: documents.at(-1) ?? room.document,
		log: [...room.log, logged],
		taken: entry.client === '' ? room.taken : new Map(room.taken).set(entry.client, entry.batch),
	}
}

/** The room with that number answered to that page, whatever the answer. */
export const answered = (room: Room, client: string, batch: number): Room => ({
	...room,
	taken: new Map(room.taken).set(client, Math.max(batch, room.taken.get(client) ?? 0)),
})

/** The room without entries that are handed over and older than that many. */
export function shortened(room: Room, kept: number): Room {
	const needed = Math.max(kept, room.version - room.base.version)
	return room.log.length <= needed ? room : { ...room, log: needed === 0 ? [] : room.log.slice(-needed) }
}

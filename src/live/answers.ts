import type { Told } from '#writing/protocol.ts'
import type { Guest } from './ports.ts'
import { type Room, since } from './room.ts'
import { toldEntry } from './stored.ts'

/** More entries than this are not told one by one: the whole text is shorter. */
const TOLD_AT_ONCE = 500

type Welcome = Extract<Told, { readonly kind: 'welcome' }>

/** The text for a page that comes, or comes again: what it has missed where the room still knows, else the whole. */
export function textFor(
	room: Room,
	client: string,
	had?: { readonly room?: string | undefined; readonly version?: number | undefined },
): Pick<Welcome, 'room' | 'version' | 'taken' | 'text'> {
	const missed = had?.room === room.id && had.version !== undefined ? since(room, had.version) : null
	const text =
		missed && missed.length <= TOLD_AT_ONCE
			? { entries: missed.map(toldEntry) }
			: { document: room.document.toJSON() as object }
	return { room: room.id, version: room.version, taken: room.taken.get(client) ?? 0, text }
}

/** For a page that asks what it has missed; null: it has not said which page it is. */
export function missedFor(room: Room, { key, client }: Guest, writes: boolean, version: number): Told | null {
	const missed = entriesAfter(room, version)
	if (missed || client === null) return missed
	return { kind: 'welcome', writes, key, client, here: [], ...textFor(room, client) }
}

/** What came after a version, for everybody or for who asks. */
export function entriesAfter(room: Room, version: number): Told | null {
	const entries = since(room, version)
	return entries && { kind: 'entries', version: version + 1, entries: entries.map(toldEntry) }
}

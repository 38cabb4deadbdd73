import type { Told } from '#writing/protocol.ts'
import { entriesAfter } from './answers.ts'
import type { Connection } from './ports.ts'
import type { Room } from './room.ts'

/** Past so many connections it is told in one, what there is in some milliseconds after what was told last: what it costs to tell is the number of messages. */
const AT_ONCE = 20
/** The more there are, the longer, so that those of a second stay about as many: for each of them, at least, and at most. */
const GATHERED_MS = { each: 0.12, least: 30, most: 100 } as const

/** Tells pages what there is, in the order in which it came. `connections`: all that are there now. */
export function telling(connections: () => readonly Connection[]) {
	/** What was not told yet, by whom it is not told to; entries up to the end of the log. */
	let waiting: { readonly told: Told; readonly but: Connection | undefined }[] = []
	let untold: { readonly room: Room; readonly from: number } | null = null
	let timer: ReturnType<typeof setTimeout> | null = null
	let toldAt = 0

	const one = (to: Connection, told: Told) => to.send(JSON.stringify(told))

	/** All that waits is told now. */
	function flush(): void {
		if (timer !== null) clearTimeout(timer)
		timer = null
		const entries = untold && entriesAfter(untold.room, untold.from)
		const each = [...(entries ? [{ told: entries, but: undefined }] : []), ...waiting]
		untold = null
		waiting = []
		if (each.length === 0) return
		toldAt = Date.now()
		const text = messageOf(each.map(({ told }) => told))
		const left = new Set(each.map(({ but }) => but))
		for (const connection of connections().filter((each) => !isFollowing(each))) {
			if (!left.has(connection)) connection.send(text)
			else {
				const others = each.filter(({ but }) => but !== connection).map(({ told }) => told)
				if (others.length > 0) connection.send(messageOf(others))
			}
		}
	}

	function soon(): void {
		const { length } = connections()
		const gathered = Math.min(Math.max(length * GATHERED_MS.each, GATHERED_MS.least), GATHERED_MS.most)
		const wait = toldAt + gathered - Date.now()
		if (wait <= 0 || length <= AT_ONCE) flush()
		else timer ??= setTimeout(flush, wait)
	}

	return {
		one,
		/** What is told to all in the same way, before anything else is. */
		all: (told: Told): void => {
			waiting.push({ told, but: undefined })
			flush()
		},
		others: (told: Told, but: Connection): void => {
			waiting.push({ told, but })
			soon()
		},
		/** What came into the room after that version. */
		entries: (room: Room, from: number): void => {
			untold = { room, from: untold?.from ?? from }
			soon()
		},
		flush,
		/** Those who only follow are told that the record has another text: they ask for that. */
		followers: (): void => {
			for (const each of connections()) if (isFollowing(each)) one(each, { kind: 'saved' })
		},
	}
}

/** Whoever has not said which page they are at has no text that what is written could be put into. */
const isFollowing = (connection: Connection): boolean => connection.guest().client === null

const messageOf = (all: readonly Told[]): string => {
	const [first, ...more] = all
	return JSON.stringify(more.length === 0 ? first : { kind: 'several', told: all })
}

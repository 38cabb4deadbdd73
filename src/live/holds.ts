import * as z from 'zod'
import { SETTLED_MS } from '#usecases/rooms.ts'
import type { RoomStore } from './ports.ts'

/** Longer than an act may be saved for, by as much as its answer can be on its way and two clocks can differ. */
const HELD_MS = SETTLED_MS + 20_000

const kept = z.array(z.tuple([z.string(), z.number()]))

/** The acts that are about to fix the text, for which nothing is taken. Kept, so that a room that begins anew is not open to be typed in. */
export function holdsIn({ note, noted }: RoomStore, now: () => number) {
	const until = new Map(kept.parse(JSON.parse(noted('holds') ?? '[]')))
	const keep = () => note('holds', until.size === 0 ? null : JSON.stringify([...until]))
	return {
		any: () => until.size > 0,
		/** Begins, or begins anew. */
		begin: (act: string): void => {
			until.set(act, now() + HELD_MS)
			keep()
		},
		end: (act: string): void => {
			if (until.delete(act)) keep()
		},
		has: (act: string) => until.has(act),
		/** Those that have gone on for longer than any act can be saved for. */
		over: () => [...until].flatMap(([act, end]) => (end <= now() ? [act] : [])),
		/** When the first of them is over. */
		next: () => Math.min(...until.values()),
	}
}

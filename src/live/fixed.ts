import * as z from 'zod'
import type { Told } from '#writing/protocol.ts'
import type { Room } from './room.ts'

const kept = z.object({ room: z.string(), version: z.int(), taken: z.record(z.string(), z.int()) })

/** What a room remembers when its text is fixed, as JSON: how much of it is in that text, and of what each page sent. */
export function fixedOf({ id, version, log, taken, base }: Room): string {
	const known = new Map(taken)
	for (const { client, batch } of log.slice(log.length - (version - base.version))) {
		if (client !== '') known.set(client, Math.min(batch - 1, known.get(client) ?? 0))
	}
	return JSON.stringify({ room: id, version: base.version, taken: Object.fromEntries(known) })
}

/** What a page is told then. `fixed`: what is remembered; null: nothing. */
export function frozenFor(fixed: string | null, client: string | null): Told {
	if (fixed === null) return { kind: 'frozen' }
	const { room, version, taken } = kept.parse(JSON.parse(fixed))
	return { kind: 'frozen', room, version, taken: (client === null ? undefined : taken[client]) ?? 0 }
}

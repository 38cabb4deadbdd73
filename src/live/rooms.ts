import type { RoomsBinding } from '#env'
import type { Rooms, TextPlace } from '#usecases/rooms.ts'
import type { Guest } from './ports.ts'

/** Where a room is asked, in requests that the Worker alone makes. */
export const ROOM_PATHS = {
	connect: '/connect',
	settle: '/settle',
	released: '/released',
	changed: '/changed',
	commented: '/commented',
} as const

/** The header that says which text it is, and who comes. */
export const VISITOR = 'x-visitor'

export type RoomVisitor = TextPlace & {
	readonly guest?: Pick<Guest, 'personId' | 'name' | 'session'>
	/** The act that asks. */
	readonly hold?: string
}

/** How long an act waits for a room to give the record what it has. Milliseconds. */
const PATIENCE_MS = 10_000

/** The rooms of all texts, one each. Null where the platform has none. */
export function roomsOf(binding: RoomsBinding | undefined): Rooms | undefined {
	if (!binding) return undefined
	const ask = (place: TextPlace, path: string, visitor: RoomVisitor, more: RequestInit = {}) =>
		binding.get(binding.idFromName(place.statementId)).fetch(
			new Request(`https://room${path}`, {
				...more,
				headers: { ...more.headers, [VISITOR]: encodeURIComponent(JSON.stringify(visitor)) },
			}),
		)
	return {
		connect: (place, guest) =>
			ask(place, ROOM_PATHS.connect, { ...place, guest }, { headers: { upgrade: 'websocket' } }),
		settle: async (place, hold) => {
			const visitor = { ...place, hold }
			const asked = await ask(place, ROOM_PATHS.settle, visitor, { signal: AbortSignal.timeout(PATIENCE_MS) })
			return (await asked.json()) === true
		},
		released: async (place, hold) => void (await ask(place, ROOM_PATHS.released, { ...place, hold })),
		changed: async (place) => void (await ask(place, ROOM_PATHS.changed, place)),
		commented: async (place) => void (await ask(place, ROOM_PATHS.commented, place)),
	}
}

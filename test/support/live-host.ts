import type { PersonId, StatementId } from '#domain/kernel/id.ts'
import { type RoomHost, roomHost } from '#live/host.ts'
import type { Connection, Guest, RoomStore } from '#live/ports.ts'
import { recordOf } from '#live/record.ts'
import type { LogLine } from '#usecases/log.ts'
import type { Told } from '#writing/protocol.ts'
import { schema } from '#writing/schema.ts'
import { greeting, hear, toSay } from '#writing/session.ts'
import { type LiveWriter, liveWriter } from './live-writer.ts'
import { type CoalitionWorld, DAY, SLUG } from './world.ts'

/** What a room keeps, in memory: it outlives the room, as storage does. */
function memoryStore(): RoomStore {
	let kept: { snapshot: string; base: string } | null = null
	let entries: { version: number; json: string }[] = []
	const notes = new Map<string, string | null>()
	return {
		read: () => kept && { ...kept, entries: entries.map(({ json }) => json) },
		begin: (snapshot, base) => {
			kept = { snapshot, base }
			entries = []
		},
		append: (version, json) => void entries.push({ version, json }),
		rebase: (base) => {
			if (kept) kept = { ...kept, base }
		},
		compact: (version, snapshot) => {
			entries = entries.filter((entry) => entry.version > version)
			if (kept) kept = { ...kept, snapshot }
		},
		clear: () => {
			kept = null
			entries = []
		},
		forget: async () => {
			kept = null
			entries = []
			notes.clear()
		},
		note: (what, json) => void notes.set(what, json),
		noted: (what) => notes.get(what) ?? null,
	}
}

/** Somebody at a page: what they wrote, and what they were told. */
export type Page = LiveWriter & {
	readonly connection: Connection
	readonly told: Told[]
	readonly closed: () => number | null
	/** Comes into the room. */
	readonly come: () => Promise<void>
	/** Connects, and never says which page it is: it only follows. */
	readonly follow: () => void
	/** Types at the end of the first block that has text in it, and sends it. */
	readonly type: (text: string) => Promise<void>
	readonly text: () => string
}

/** A room of a text of the world, with pages that come and go. */
export async function liveHost(world: CoalitionWorld, statementId: StatementId) {
	const store = memoryStore()
	const pages = new Set<Page>()
	const clock = { now: 1_000_000, wakeAt: Number.POSITIVE_INFINITY }
	const record = recordOf(world.deps, { coalition: SLUG, statementId })
	const lines: LogLine[] = []
	let isAway = false
	let made = 0
	const begin = () =>
		roomHost({
			record: {
				...record,
				text: () => (isAway ? Promise.reject(new Error('the database is away')) : record.text()),
			},
			store,
			connections: () => [...pages].map(({ connection }) => connection),
			now: () => clock.now,
			newId: () => {
				made += 1
				return `room-${made}`
			},
			wakeAt: (at) => {
				clock.wakeAt = at
			},
			log: (line) => {
				lines.push(line)
				if (!isAway) throw new Error(JSON.stringify(line))
			},
		})
	const rooms = { host: begin() }

	/** All that was said arrives, and is answered, until nobody has more to say. */
	const talk = async (page: Page): Promise<void> => {
		while (page.toRoom.length > 0 || page.toPage.length > 0) {
			const told = page.toPage.shift()
			if (told) page.toRoom.push(...hear(page, told))
			const said = page.toRoom.shift()
			if (said) await rooms.host.heard(page.connection, JSON.stringify(said))
		}
	}

	async function page(personId: PersonId): Promise<Page> {
		made += 1
		const session = `session-${made}`
		await world.server.client.execute({
			sql: 'INSERT INTO session (hash, person_id, created_at, authenticated_at, expires_at) VALUES (?, ?, 0, 0, ?)',
			args: [session, personId, world.clock.now + 400 * DAY],
		})
		const writer = liveWriter(made, schema.nodes.doc.create(null, schema.nodes.paragraph.create({ id: 'x' })), true)
		let guest: Guest = { key: session, personId, name: personId, session, client: null }
		let closed: number | null = null
		const told: Told[] = []
		const connection: Connection = {
			guest: () => guest,
			remember: (next) => {
				guest = next
			},
			send: (text) => {
				const message: Told = JSON.parse(text)
				told.push(message)
				writer.toPage.push(message)
			},
			close: (code) => {
				closed = code
				pages.delete(whole)
			},
		}
		const whole: Page = Object.assign(writer, {
			connection,
			told,
			closed: () => closed,
			come: async () => {
				pages.add(whole)
				writer.toRoom.push(greeting(writer))
				await talk(whole)
			},
			follow: () => void pages.add(whole),
			type: async (text: string) => {
				writer.dispatch(writer.state.tr.insertText(text, (writer.state.doc.firstChild?.nodeSize ?? 2) - 1))
				const said = toSay(writer)
				if (said) writer.toRoom.push(said)
				await talk(whole)
				for (const other of pages) await talk(other)
			},
			text: () => writer.state.doc.textBetween(0, writer.state.doc.content.size, '\n'),
		})
		return whole
	}

	return {
		page,
		store,
		lines,
		/** The record cannot be reached. */
		away: (away: boolean) => {
			isAway = away
		},
		clock,
		talk,
		host: (): RoomHost => rooms.host,
		/** Goes on from what is kept, as after a deploy: nobody's connection is lost, and nothing else is known. */
		restart: () => {
			rooms.host = begin()
		},
		leave: async (gone: Page) => {
			pages.delete(gone)
			await rooms.host.left(gone.connection)
		},
		/** The time comes that was asked for. */
		wake: async () => {
			clock.now = clock.wakeAt
			await rooms.host.tick()
			for (const other of pages) await talk(other)
		},
	}
}

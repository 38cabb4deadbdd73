import process from 'node:process'
import { expect, test } from 'vitest'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { seedFrom } from '#test/house/seed.ts'
import { type Chance, chanceFrom } from '#test/support/chance.ts'
import { type LiveRecord, liveRecord } from '#test/support/live-record.ts'
import { fallenOf, hearOne, type LiveWriter, liveWriter, writeOne } from '#test/support/live-writer.ts'
import { ofManyDocuments } from '#test/support/many-documents.ts'
import { collabOf } from '#writing/collab.ts'
import { greeting, toSay } from '#writing/session.ts'
import { entriesAfter, textFor } from './answers.ts'
import type { HandOver } from './hand-over.ts'
import { newRoom, type Room, shortened } from './room.ts'
import { baseOf, type Kept, keptEntry, restored, snapshotOf } from './stored.ts'
import { take } from './take.ts'

ofManyDocuments()

const WRITERS = 20
const TURNS = 1_200
const SEEDS = (process.env.CI ?? '') === '' ? 4 : 200

const TEXT: readonly Block[] = [
	{ kind: 'heading', text: 'Inledning' },
	{ kind: 'paragraph', text: 'Vi **avstyrker** förslaget i den del som rör barn.' },
	{ kind: 'quote', text: 'Ett citat.', source: 'SOU 2022:1' },
	{ kind: 'position', text: 'Utredningen bör göras om.' },
	{ kind: 'subPoint', text: 'Särskilt kapitel 4.' },
	{ kind: 'list', items: ['ett', 'två', 'tre'] },
	{ kind: 'table', header: ['År', 'Antal'], rows: [['2021', '4']] },
	{ kind: 'paragraph', text: 'Slut.' },
]

/** A room with its writers, what it has kept, and the record. */
class World {
	readonly record: LiveRecord
	readonly writers: readonly LiveWriter[]
	readonly chance: Chance
	room: Room
	kept: Kept
	entries: string[] = []
	given: HandOver | null = null

	constructor(seed: number, isTidy: boolean) {
		this.chance = chanceFrom(seed)
		this.record = liveRecord(TEXT)
		this.room = newRoom('room-1', this.record.blocks())
		this.kept = { snapshot: snapshotOf(this.room), base: baseOf(this.room) }
		this.writers = Array.from({ length: WRITERS }, (_, index) => liveWriter(index, this.room.document, isTidy))
	}

	/** The room goes on, and what is new of it is kept before anybody is told. */
	becomes(room: Room): void {
		const before = this.room.version
		for (const entry of room.version > before ? room.log.slice(before - room.version) : []) {
			this.entries.push(keptEntry(entry))
		}
		this.kept = { ...this.kept, base: baseOf(room) }
		this.room = room
		const told = room.version > before ? entriesAfter(room, before) : null
		for (const writer of this.writers) if (told && writer.connected) writer.toPage.push(told)
	}

	take(writer: LiveWriter, reorders: boolean): void {
		const { chance } = this
		const at = !reorders || chance.mostly(0.8) ? 0 : chance.below(writer.toRoom.length)
		const said = writer.toRoom[at]
		if (!said) return
		if (!reorders || !chance.mostly(0.1)) writer.toRoom.splice(at, 1)
		if (said.kind === 'hello') {
			const welcome = {
				kind: 'welcome',
				writes: true,
				key: writer.client,
				client: writer.client,
				here: [],
				...textFor(this.room, writer.client, said),
			} as const
			writer.toPage.push(welcome)
		}
		if (said.kind === 'again') writer.toPage.push(entriesAfter(this.room, said.version) ?? this.whole(writer))
		if (said.kind !== 'steps') return
		const taking = take(this.room, { client: writer.client, person: writer.person, judged: [] }, said)
		if ('taken' in taking) this.becomes(taking.taken)
		else if ('again' in taking) writer.toPage.push(entriesAfter(this.room, said.version) ?? this.whole(writer))
		else throw new Error(`refused: ${taking.refused}`)
	}

	whole(writer: LiveWriter) {
		return {
			kind: 'welcome',
			writes: true,
			key: writer.client,
			client: writer.client,
			here: [],
			...textFor(this.room, writer.client),
		} as const
	}

	connect(writer: LiveWriter): void {
		writer.toRoom = [greeting(writer)]
		writer.toPage = []
		writer.connected = true
	}

	disconnect(writer: LiveWriter): void {
		writer.toRoom = []
		writer.toPage = []
		writer.connected = false
	}

	restart(): void {
		this.given = null
		this.room = restored(this.kept, this.entries)
		for (const writer of this.writers) this.disconnect(writer)
	}

	compact(): void {
		const short = shortened(this.room, 20)
		const version = short.version - short.log.length
		this.kept = { ...this.kept, snapshot: snapshotOf(this.room, version) }
		this.entries = this.entries.slice(this.entries.length - short.log.length)
		this.room = short
	}

	handOver(): void {
		if (this.given) this.becomes(this.record.taken(this.room, this.given))
		this.given = null
	}

	ask(): void {
		if (this.given) return
		const { room, given } = this.record.asked(this.room)
		this.becomes(room)
		this.given = given
	}

	/** A form writes in a block, or puts one in. What is being handed over is then no longer from what stands. */
	form(isTidy: boolean): void {
		if (this.given) return
		const { chance } = this
		this.record.changed((blocks) => {
			const at = chance.below(blocks.length)
			if (chance.mostly(0.3))
				return blocks.toSpliced(at, 0, this.record.newBlock({ kind: 'paragraph', text: 'Av ett formulär.' }))
			if (!isTidy && chance.mostly(0.2) && blocks.length > 3) return blocks.toSpliced(at, 1)
			return blocks.map((block, index) => (index === at && 'text' in block.content ? withMore(block) : block))
		})
	}

	turn(isTidy: boolean): void {
		const { chance, writers } = this
		const writer = writers[chance.below(writers.length)]
		if (!writer) return
		const drawn = chance.below(1_000)
		if (drawn < 250) writeOne(writer, chance)
		else if (drawn < 450) {
			const said = writer.connected ? toSay(writer) : null
			if (said) writer.toRoom.push(said)
		} else if (drawn < 700) this.take(writer, true)
		else if (drawn < 930) hearOne(writer, chance)
		else if (drawn < 945) this.ask()
		else if (drawn < 960) this.handOver()
		else if (drawn < 968) this.form(isTidy)
		else if (drawn < 980) this.disconnect(writer)
		else if (drawn < 995) this.connect(writer)
		else if (drawn < 997) this.compact()
		else this.restart()
		if (!writer.connected && chance.mostly(0.1)) this.connect(writer)
	}

	/** All come back, all that is under way arrives, and the record gets the rest. */
	settle(): void {
		this.handOver()
		this.restart()
		for (const writer of this.writers) this.connect(writer)
		for (let round = 0; round < 3; round += 1) {
			for (let busy = true; busy; ) {
				busy = false
				for (const writer of this.writers) {
					const said = collabOf(writer.state).sent === null ? toSay(writer) : null
					if (said) writer.toRoom.push(said)
					while (writer.toRoom.length > 0) {
						busy = true
						this.take(writer, false)
					}
				}
				for (const writer of this.writers) {
					while (writer.toPage.length > 0) {
						busy = true
						hearOne(writer, { below: () => 0, mostly: (share) => share > 0.5 })
					}
				}
			}
			this.ask()
			this.handOver()
		}
	}
}

const withMore = (block: BlockVersion): BlockVersion =>
	'text' in block.content ? { ...block, content: { ...block.content, text: `${block.content.text} tillagt` } } : block

const wordsIn = (blocks: readonly BlockVersion[]): string => blocks.flatMap(({ content }) => textsOf(content)).join(' ')

/** Markdown that was put into the middle of a word is not part of it. */
const bare = (text: string): string => text.replace(/[*_`\\]/g, '')

function played(seed: number, isTidy: boolean): World {
	const world = new World(seed, isTidy)
	for (let turn = 0; turn < TURNS; turn += 1) world.turn(isTidy)
	world.settle()
	return world
}

const first = seedFrom(process.env.FC_SEED)

test('twenty who write, lose their connection and come back have one text, and so has the record', {
	timeout: 600_000,
}, () => {
	for (let seed = first; seed < first + SEEDS; seed += 1) {
		const { room, writers, record } = played(seed, false)
		for (const { state } of writers) expect(state.doc.eq(room.document), `${seed}`).toBe(true)
		expect(room.base.document.eq(room.document), `${seed}`).toBe(true)
		expect(record.blocks().map(({ id }) => id)).toEqual(room.base.blocks.map(({ id }) => id))
	}
})

test('what anybody typed stands in the record once, under their name, where nobody took anything away', {
	timeout: 600_000,
}, () => {
	for (let seed = first; seed < first + SEEDS; seed += 1) {
		const { writers, record } = played(seed, true)
		const text = bare(wordsIn(record.blocks()))
		for (const writer of writers) {
			for (const word of writer.typed) {
				const times = text.split(' ').filter((each) => each === word).length
				const fell = bare(fallenOf(writer)).split(/\s/).includes(word)
				expect([seed, word, times === 1 || (times === 0 && fell)]).toEqual([seed, word, true])
			}
		}
		expect(record.attributed.length).toBeGreaterThan(0)
		const known = new Set<string>()
		for (const { version, by } of record.attributed) {
			const words = bare(wordsIn([version]))
				.split(' ')
				.filter((word) => /^\d+x\d+$/.test(word) && !known.has(word))
			for (const word of words) known.add(word)
			for (const { person } of writers.filter(({ typed }) => typed.some((word) => words.includes(word)))) {
				expect(by, `${seed}`).toContain(person)
			}
		}
	}
})

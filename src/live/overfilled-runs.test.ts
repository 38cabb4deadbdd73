import { Transform } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import { BLOCK_LIMIT, lengthOf } from '#domain/statement/block-texts.ts'
import { type Chance, chanceFrom } from '#test/support/chance.ts'
import { liveRecord } from '#test/support/live-record.ts'
import { liveWriter } from '#test/support/live-writer.ts'
import { schema } from '#writing/schema.ts'
import { newRoom } from './room.ts'
import { take } from './take.ts'

const TURNS = 60

let made = 0
/** Words that nothing else says, up to so many characters. */
function words(most: number): string {
	let text = ''
	while (text.length + 12 <= most) {
		made += 1
		text += `${text === '' ? '' : ' '}w${made}`
	}
	return text
}

/** Somebody in the room and somebody with a form, who put as much as they may into one part, and write it anew, and take away. */
function filled(chance: Chance): { readonly longest: number; readonly refused: number } {
	const record = liveRecord([{ kind: 'paragraph', text: words(15_000) }])
	let room = newRoom('room', record.blocks())
	let [batch, longest, refused] = [0, 0, 0]
	const send = (transform: Transform) => {
		batch += 1
		const steps = transform.steps.map((step) => step.toJSON())
		const sender = { client: 'page', person: liveWriter(0, room.document, true).person, judged: [] }
		const taking = take(room, sender, { kind: 'steps', batch, version: room.version, steps })
		if ('taken' in taking) room = taking.taken
		else refused += 1
	}
	for (let turn = 0; turn < TURNS; turn += 1) {
		const act = chance.below(5)
		const end = room.document.content.size - 1
		const transform = new Transform(room.document)
		if (act === 0) send(transform.insert(end, schema.text(` ${words(8_000)}`)))
		// As much as stands there, but other words.
		else if (act === 1) send(transform.replaceWith(1, end, schema.text(words(end - 1))))
		else if (act === 2) send(transform.delete(1 + chance.below(Math.floor(end / 2)), end))
		else if (act === 3) {
			const [block] = record.blocks()
			const text = words(BLOCK_LIMIT)
			record.changed((blocks) =>
				blocks.map((each) => (each === block ? { ...each, content: { kind: 'paragraph', text } } : each)),
			)
		} else {
			const asked = record.asked(room)
			room = asked.given ? record.taken(asked.room, asked.given) : asked.room
			longest = Math.max(longest, ...record.blocks().map(({ content }) => lengthOf(content)))
		}
	}
	return { longest, refused }
}

test('however often two doors fill a part at once, all that they took is saved, and it is never more than twice as long', () => {
	const runs = Array.from({ length: 12 }, (_, seed) => filled(chanceFrom(seed + 1)))
	const longest = Math.max(...runs.map((run) => run.longest))
	expect(longest).toBeGreaterThan(BLOCK_LIMIT)
	expect(longest).toBeLessThanOrEqual(2 * BLOCK_LIMIT)
	expect(runs.some(({ refused }) => refused > 0)).toBe(true)
})

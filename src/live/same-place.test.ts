import { TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { chanceFrom } from '#test/support/chance.ts'
import { liveRecord } from '#test/support/live-record.ts'
import { type LiveWriter, liveWriter } from '#test/support/live-writer.ts'
import { hear, isWaiting, toSay } from '#writing/session.ts'
import { entriesAfter, textFor } from './answers.ts'
import { newRoom } from './room.ts'
import { take } from './take.ts'

const LETTERS = 12

/** Two who type at the end of the same paragraph, a letter now and then, while what they say is on its way. */
function typedTogether(seed: number): string {
	const chance = chanceFrom(seed)
	let room = newRoom('room', liveRecord([{ kind: 'paragraph', text: 'Slut.' }]).blocks())
	const writers = [0, 1].map((index) => liveWriter(index, room.document, true))
	const left = new Map(writers.map((writer) => [writer, LETTERS]))
	for (const writer of writers) {
		writer.toPage.push({
			kind: 'welcome',
			writes: true,
			key: writer.client,
			client: writer.client,
			here: [],
			...textFor(room, writer.client),
		})
		hearOne(writer)
		const end = writer.state.doc.content.size - 1
		writer.dispatch(writer.state.tr.setSelection(TextSelection.create(writer.state.doc, end)))
	}

	function hearOne(writer: LiveWriter): void {
		const told = writer.toPage.shift()
		if (told) writer.toRoom.push(...hear(writer, told))
	}

	function takeOne(writer: LiveWriter): void {
		const said = writer.toRoom.shift()
		if (said?.kind !== 'steps') return
		const before = room.version
		const taking = take(room, { client: writer.client, person: writer.person, judged: [] }, said)
		if (!('taken' in taking)) throw new Error('not taken')
		room = taking.taken
		const told = entriesAfter(room, before)
		for (const other of writers) if (told) other.toPage.push(told)
	}

	const isBusy = () =>
		writers.some(
			(writer) =>
				(left.get(writer) ?? 0) > 0 || writer.toRoom.length > 0 || writer.toPage.length > 0 || isWaiting(writer),
		)
	while (isBusy()) {
		const writer = writers[chance.below(2)]
		if (!writer) continue
		const act = chance.below(4)
		const more = left.get(writer) ?? 0
		if (act === 0 && more > 0) {
			writer.dispatch(writer.state.tr.insertText(writer === writers[0] ? 'a' : 'b'))
			left.set(writer, more - 1)
		}
		const said = act === 1 && !isWaiting(writer) ? toSay(writer) : null
		if (said) writer.toRoom.push(said)
		if (act === 2) takeOne(writer)
		if (act === 3) hearOne(writer)
	}
	for (const writer of writers) {
		for (const said of [toSay(writer)]) if (said) writer.toRoom.push(said)
		takeOne(writer)
		for (const other of writers) while (other.toPage.length > 0) hearOne(other)
	}
	expect(writers.map(({ state }) => state.doc.textContent)).toEqual([
		room.document.textContent,
		room.document.textContent,
	])
	return room.document.textContent
}

test('what two type in the same place at once stands one after the other, and not letter by letter', () => {
	const [a, b] = ['a'.repeat(LETTERS), 'b'.repeat(LETTERS)]
	for (let seed = 1; seed <= 300; seed += 1) expect([`Slut.${a}${b}`, `Slut.${b}${a}`]).toContain(typedTogether(seed))
})

import { expect, test } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import { liveHost, type Page } from '#test/support/live-host.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { collabOf } from '#writing/collab.ts'
import { MoveStep } from '#writing/move.ts'
import type { Told } from '#writing/protocol.ts'
import { toSay } from '#writing/session.ts'
import { recordOf } from './record.ts'

async function place() {
	const world = await createCoalitionWorld(['Attention', 'AnBo', 'Shedo'])
	const statementId = await draftStatement(world)
	const room = await liveHost(world, statementId)
	const [anna, bo, cia] = await Promise.all(world.members.map(({ delegate }) => room.page(delegate)))
	if (!anna || !bo || !cia) throw new Error('three associations')
	for (const page of [anna, bo, cia]) await page.come()
	return { world, statementId, room, anna, bo, cia }
}

const blocksOf = async (world: CoalitionWorld, statementId: StatementId) =>
	(await recordOf(world.deps, { coalition: SLUG, statementId }).text())?.blocks ?? []

/** What was typed in that page and is to be offered back to whoever typed it. */
const fallenOf = ({ state }: Page) => collabOf(state).fallen

/** Where those words begin in the page's text. */
function placeOf({ state }: Page, words: string): number {
	let found = -1
	state.doc.descendants((node, at) => {
		const within = node.isText ? (node.text ?? '').indexOf(words) : -1
		if (within >= 0 && found < 0) found = at + within
	})
	if (found < 0) throw new Error(`nowhere: ${words}`)
	return found
}

/** Types at a place, as if the cursor stood there. */
async function typeAt(room: Awaited<ReturnType<typeof place>>['room'], page: Page, at: number, text: string) {
	page.dispatch(page.state.tr.insertText(text, at))
	const said = toSay(page)
	if (said) page.toRoom.push(said)
	await room.talk(page)
}

test('what is typed inside words that a form replaces is offered back to whoever typed it, and to nobody else', async () => {
	const { world, statementId, room, anna, bo } = await place()
	await using _ended = world
	await typeAt(room, anna, placeOf(anna, 'itiva'), 'XYZ')
	await bo.type(' Bo skrev bredvid.')
	const [first] = await blocksOf(world, statementId)
	if (!first) throw new Error('a text')
	const content = { kind: 'paragraph', text: 'Vi är negativa till förslaget.' } as const
	const edit = { do: 'edit', blockId: first.blockId, basedOn: first.id, content } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
	await room.host().changed()
	for (const page of [anna, bo]) await room.talk(page)
	expect(anna.text().split('\n')[0]).toBe('Vi är negativa till förslaget. Bo skrev bredvid.')
	expect([fallenOf(anna), fallenOf(bo)]).toEqual([['XYZ'], []])
})

test('what is typed in a part that a form takes away meanwhile is offered back', async () => {
	const { world, statementId, room, anna, bo } = await place()
	await using _ended = world
	await anna.type(' Anna skrev.')
	await bo.type(' Bo skrev.')
	await anna.type(' Och mer.')
	const [first] = await blocksOf(world, statementId)
	if (!first) throw new Error('a text')
	const edit = { do: 'remove', blockId: first.blockId, basedOn: first.id } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
	await room.host().changed()
	for (const page of [anna, bo]) await room.talk(page)
	expect(anna.text()).not.toContain('skrev')
	expect([fallenOf(anna), fallenOf(bo)]).toEqual([['Anna skrev. Och mer.'], ['Bo skrev.']])
})

test('whoever takes away a part that others type in takes what they had not seen, and it is offered back to each page', async () => {
	const { world, room, anna, bo, cia } = await place()
	await using _ended = world
	await anna.type(' Sett av alla.')
	// Two steps at once, as after a while without a connection: the part that others write in is taken away by the second.
	const last = cia.state.doc.childCount - 1
	const end = cia.state.doc.content.size
	const { tr } = cia.state
	tr.delete(end - cia.state.doc.child(last).nodeSize, end)
	tr.delete(0, cia.state.doc.child(0).nodeSize)
	cia.dispatch(tr)
	const said = toSay(cia)
	await anna.type(' Anna skrev.')
	await bo.type(' Bo skrev.')
	if (said) cia.toRoom.push(said)
	for (const page of [cia, anna, bo]) await room.talk(page)
	expect(new Set([anna, bo, cia].map((page) => page.text())).size).toBe(1)
	expect(anna.text()).not.toContain('skrev')
	expect([anna, bo, cia].map(fallenOf)).toEqual([['Anna skrev.'], ['Bo skrev.'], []])
})

test('what is typed in a part while it is moved and then taken away is offered back all the same', async () => {
	const { world, room, anna, bo, cia } = await place()
	await using _ended = world
	const { tr, doc } = cia.state
	cia.dispatch(tr.delete(0, doc.child(0).nodeSize))
	const said = toSay(cia)
	await anna.type(' Anna skrev.')
	const moved = bo.state.doc.child(0).nodeSize
	bo.dispatch(bo.state.tr.step(new MoveStep(0, moved, bo.state.doc.content.size)))
	const moving = toSay(bo)
	if (moving) bo.toRoom.push(moving)
	await room.talk(bo)
	if (said) cia.toRoom.push(said)
	for (const page of [cia, anna, bo]) await room.talk(page)
	expect(new Set([anna, bo, cia].map((page) => page.text())).size).toBe(1)
	const isThere = anna.text().includes('Anna skrev.')
	expect([isThere, fallenOf(anna)]).toEqual(isThere ? [true, []] : [false, ['Anna skrev.']])
})

test('what is typed letter by letter is offered back as it was typed, without what others put into it', async () => {
	const { world, room, anna, bo, cia } = await place()
	await using _ended = world
	cia.dispatch(cia.state.tr.delete(0, cia.state.doc.child(0).nodeSize))
	const said = toSay(cia)
	for (const letter of ' Annaskrev') await anna.type(letter)
	await typeAt(room, bo, placeOf(bo, 'skrev'), 'BO')
	await room.talk(anna)
	await typeAt(room, anna, placeOf(anna, 'BOskrev'), ' ')
	if (said) cia.toRoom.push(said)
	for (const page of [cia, anna, bo]) await room.talk(page)
	expect([anna, bo].map(fallenOf)).toEqual([['Anna skrev'], ['BO']])
})

test('nothing is offered back of what is put in again, or was seen by whoever took it away', async () => {
	const { world, room, anna, bo } = await place()
	await using _ended = world
	await anna.type(' Anna skrev.')
	await room.talk(bo)
	const at = placeOf(bo, 'Anna skrev.')
	bo.dispatch(bo.state.tr.delete(at, at + 'Anna skrev.'.length))
	const said = toSay(bo)
	if (said) bo.toRoom.push(said)
	for (const page of [bo, anna]) await room.talk(page)
	expect(anna.text()).not.toContain('skrev')
	expect(fallenOf(anna)).toEqual([])
	const told = anna.told.flatMap((each: Told) => (each.kind === 'entries' ? each.entries : []))
	expect(told.some(({ swallowed }) => swallowed !== undefined)).toBe(false)
})

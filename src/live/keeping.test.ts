import { expect, test } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { versionSaying } from '#test/support/commented.ts'
import { liveHost, type Page } from '#test/support/live-host.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { makeComment } from '#usecases/comment/comment.ts'
import { collabOf } from '#writing/collab.ts'
import { PROTOCOL } from '#writing/protocol-number.ts'
import { greeting, isWaiting, toSay } from '#writing/session.ts'
import { recordOf } from './record.ts'

const DAY = 24 * 60 * 60 * 1_000

async function place() {
	const world = await createCoalitionWorld(['Attention', 'AnBo'])
	const statementId = await draftStatement(world)
	const room = await liveHost(world, statementId)
	const [one, other] = world.members
	if (!one || !other) throw new Error('two associations')
	const [anna, bo] = [await room.page(one.delegate), await room.page(other.delegate)]
	return { world, statementId, room, one, anna, bo }
}

async function standing(world: CoalitionWorld, statementId: StatementId): Promise<string> {
	const stands = await recordOf(world.deps, { coalition: SLUG, statementId }).text()
	return (stands?.blocks ?? []).flatMap(({ content }) => textsOf(content)).join('\n')
}

/** Types, and what is said of it goes nowhere yet. */
function typed(page: Page, text: string): string {
	page.dispatch(page.state.tr.insertText(text, (page.state.doc.firstChild?.nodeSize ?? 2) - 1))
	return JSON.stringify(toSay(page))
}

/** Takes away the block that says so; what is said of it goes nowhere yet. */
function takenAway(page: Page, text: string): string {
	let at = -1
	page.state.doc.forEach((node, offset) => {
		if (node.textContent.includes(text)) at = offset
	})
	page.dispatch(page.state.tr.delete(at, at + (page.state.doc.nodeAt(at)?.nodeSize ?? 0)))
	return JSON.stringify(toSay(page))
}

test('whoever sends faster than hands write is told to come later, and others are not', async () => {
	const { world, room, anna, bo } = await place()
	await using _ended = world
	await anna.come()
	await bo.come()
	const here = JSON.stringify({ kind: 'here', version: 0, anchor: 1, head: 1 })
	for (let times = 0; times < 299; times += 1) await room.host().heard(anna.connection, here)
	expect(anna.closed()).toBeNull()
	await room.host().heard(anna.connection, here)
	expect([anna.closed(), bo.closed()]).toEqual([4_008, null])
	await bo.type(' Bo skriver.')
	expect(bo.text()).toContain('Bo skriver.')
	// With time there are more.
	for (let second = 0; second < 20; second += 1) {
		room.clock.now += 1_000
		for (let times = 0; times < 60; times += 1) await room.host().heard(bo.connection, here)
	}
	expect(bo.closed()).toBeNull()
})

test('what comes twice or in another order is in the text once, and nothing is lost', async () => {
	const { world, room, anna, bo } = await place()
	await using _ended = world
	await anna.come()
	await bo.come()
	const first = typed(anna, ' Ett.')
	const early = JSON.stringify({ kind: 'steps', batch: 9, version: 99, steps: JSON.parse(first).steps })
	await room.host().heard(bo.connection, early)
	for (let times = 0; times < 3; times += 1) await room.host().heard(anna.connection, first)
	await room.talk(anna)
	const second = typed(anna, ' Två.')
	await room.host().heard(anna.connection, second)
	await room.host().heard(anna.connection, first)
	await room.host().heard(anna.connection, second)
	// What the room said comes to the other page doubled, and the last of it first.
	bo.toPage.push(...bo.toPage.toReversed())
	bo.toPage.reverse()
	for (const page of [anna, bo]) await room.talk(page)
	expect([anna, bo].map((page) => page.text().split('\n')[0])).toEqual(
		Array(2).fill('Vi är positiva till förslaget. Ett. Två.'),
	)
})

test('a page that was away for longer than the room remembers is told the whole text, and what it wrote is put on it', async () => {
	const { world, statementId, room, anna, bo } = await place()
	await using _ended = world
	await anna.come()
	await bo.come()
	const unsent = typed(bo, ' Bo var borta.')
	expect(unsent).toContain('Bo var borta.')
	await room.leave(bo)
	for (let time = 0; time < 1_110; time += 1) {
		await anna.type('.')
		if (time % 100 === 99) await room.wake()
	}
	const kept = room.store.read()
	expect(kept?.entries.length).toBeLessThan(700)
	room.restart()
	const said = bo.told.length
	await bo.come()
	expect(bo.told[said]).toMatchObject({ kind: 'welcome', text: { document: expect.anything() } })
	await room.talk(anna)
	expect(bo.text().split('\n')[0]).toBe(`Vi är positiva till förslaget.${'.'.repeat(1_110)} Bo var borta.`)
	expect(anna.text()).toBe(bo.text())
	await room.wake()
	expect((await standing(world, statementId)).split('\n')[0]).toBe(bo.text().split('\n')[0])
})

test('a part that others say something of goes only when that is meant, and comes back where they said it too late', async () => {
	const { world, statementId, room, one, anna } = await place()
	await using _ended = world
	await anna.come()
	const { versionId, blockId } = await versionSaying(world, statementId, 'arvoderade')
	const said = () =>
		makeComment(
			world.deps,
			world.order(one.delegate, { statementId, associationId: one.associationId, versionId, text: 'Bra.' }),
		)
	// Taken away in the room before anybody said something of it.
	await room.host().heard(anna.connection, takenAway(anna, 'arvoderade'))
	await room.talk(anna)
	expect(anna.text()).not.toContain('arvoderade')
	granted(await said())
	await room.wake()
	await room.talk(anna)
	expect(anna.text()).toContain('arvoderade')
	expect(await standing(world, statementId)).toContain('arvoderade')

	room.clock.now += 1_000
	await room.host().heard(anna.connection, takenAway(anna, 'arvoderade'))
	expect(anna.told.at(-1)).toEqual({ kind: 'refused', batch: 2, reason: 'losesPlace', blocks: [blockId] })
	await room.talk(anna)
	expect(anna.text()).toContain('arvoderade')
	const meant = { ...JSON.parse(takenAway(anna, 'arvoderade')), letGo: [blockId] }
	await room.host().heard(anna.connection, JSON.stringify(meant))
	await room.wake()
	expect(await standing(world, statementId)).not.toContain('arvoderade')
})

test('a room is forgotten a day after the last has left, and not while somebody is there', async () => {
	const { world, room, anna, bo } = await place()
	await using _ended = world
	await anna.come()
	await bo.come()
	await anna.type(' Kvar.')
	await room.wake()
	room.clock.now += 3 * DAY
	await room.host().tick()
	expect(room.store.read()).not.toBeNull()
	await room.leave(anna)
	await room.leave(bo)
	expect(room.clock.wakeAt - room.clock.now).toBe(DAY)
	expect(room.store.read()).not.toBeNull()
	room.clock.now = room.clock.wakeAt
	await room.host().tick()
	expect(room.store.read()).toBeNull()
	// Whoever comes back is told the whole text of another room.
	const said = bo.told.length
	await bo.come()
	expect(bo.told[said]).toMatchObject({ kind: 'welcome', room: expect.not.stringContaining('room-2') })
	expect(bo.text()).toContain('Kvar.')
})

test('a page of an earlier day keeps what it wrote until it is loaded anew, and then it is taken once', async () => {
	const { world, room, anna, bo } = await place()
	await using _ended = world
	await anna.come()
	await bo.come()
	const unsent = typed(anna, ' Skrivet före.')
	await room.leave(anna)
	const hello = greeting(anna)
	await room.host().heard(anna.connection, JSON.stringify({ ...hello, protocol: PROTOCOL - 1 }))
	expect(anna.told.at(-1)).toEqual({ kind: 'reload' })
	await room.talk(anna)
	// Nothing of it is taken back.
	expect([isWaiting(anna), collabOf(anna.state).fallen, anna.text().includes('Skrivet före.')]).toEqual([
		true,
		[],
		true,
	])
	await anna.come()
	await room.host().heard(anna.connection, unsent)
	for (const page of [anna, bo]) await room.talk(page)
	expect(bo.text().split('\n')[0]).toBe('Vi är positiva till förslaget. Skrivet före.')
})

test('while the record is away what was typed is kept, and asked for again and again', async () => {
	const { world, statementId, anna, room } = await place()
	await using _ended = world
	await anna.come()
	await anna.type(' Kvar.')
	room.away(true)
	for (let times = 0; times < 20; times += 1) await room.wake()
	expect(room.lines).toContainEqual({ event: 'typedNotTaken', code: 'busy' })
	expect(await room.host().settle('act')).toBe(false)
	room.away(false)
	await room.host().released('act')
	await room.wake()
	expect(await standing(world, statementId)).toContain('Kvar.')
})

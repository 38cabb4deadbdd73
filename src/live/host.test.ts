import { expect, test } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { allRows } from '#test/support/all-rows.ts'
import { liveHost } from '#test/support/live-host.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { endSeat, giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { openConsultation, referBack } from '#usecases/statement/move-statement.ts'
import { recordOf } from './record.ts'

async function place() {
	const world = await createCoalitionWorld(['Attention', 'AnBo'])
	const statementId = await draftStatement(world)
	const room = await liveHost(world, statementId)
	const [one, other] = world.members
	if (!one || !other) throw new Error('two associations')
	return { world, statementId, room, one, other }
}

async function standing(world: CoalitionWorld, statementId: StatementId): Promise<string[]> {
	const stands = await recordOf(world.deps, { coalition: SLUG, statementId }).text()
	return (stands?.blocks ?? []).flatMap(({ content }) => textsOf(content))
}

const typedEvents = async ({ server }: CoalitionWorld) =>
	(
		await allRows(
			server.client,
			"SELECT payload, act.person_id FROM event JOIN act ON act.id = act_id WHERE payload ->> '$.how' = 'typed'",
		)
	).map(({ payload, person_id: by }) => ({ by, writers: JSON.parse(String(payload)).writers }))

test('two who type see the same, and the record gets it when they pause, as theirs', async () => {
	const { world, statementId, room, one, other } = await place()
	await using _ended = world
	const [anna, bo] = [await room.page(one.delegate), await room.page(other.delegate)]
	await anna.come()
	await bo.come()
	await anna.type(' Ett.')
	await bo.type(' Två.')
	expect(anna.text()).toBe(bo.text())
	expect(anna.text().split('\n')[0]).toBe('Vi är positiva till förslaget. Ett. Två.')
	expect((await standing(world, statementId))[0]).toBe('Vi är positiva till förslaget.')
	expect(room.clock.wakeAt - room.clock.now).toBe(2_000)
	await room.wake()
	expect((await standing(world, statementId))[0]).toBe('Vi är positiva till förslaget. Ett. Två.')
	const [event] = await typedEvents(world)
	expect(event?.by).toBe(other.delegate)
	expect(event?.writers).toEqual([
		{ personId: one.delegate, versions: [expect.any(String)] },
		{ personId: other.delegate, versions: [expect.any(String)] },
	])
})

test('who goes on typing is not waited for longer than ten seconds', async () => {
	const { world, room, one } = await place()
	await using _ended = world
	const anna = await room.page(one.delegate)
	await anna.come()
	const since = room.clock.now
	for (let second = 0; second < 9; second += 1) {
		await anna.type(' ord')
		room.clock.now += 1_000
	}
	await anna.type(' ord')
	expect(room.clock.wakeAt).toBe(since + 10_000)
})

test('a member who may not write sees all of it, and nothing of theirs is taken', async () => {
	const { world, statementId, room, one } = await place()
	await using _ended = world
	const { deps, order, chair, clock } = world
	const reader = granted(await createPerson(deps, { name: 'Rut Läsare', emails: [] }))
	const seat = {
		associationId: one.associationId,
		role: 'contributor',
		from: clock.now,
		until: null,
		invite: false,
	} as const
	granted(await giveSeat(deps, order(chair, { ...seat, personId: reader })))
	const [anna, rut] = [await room.page(one.delegate), await room.page(reader)]
	await anna.come()
	await rut.come()
	expect(rut.told[0]).toMatchObject({ kind: 'welcome', writes: false })
	await rut.type(' Smuget.')
	expect(rut.told.at(-1)).toEqual({ kind: 'refused', batch: 1, reason: 'notAllowed' })
	await anna.type(' Skrivet.')
	expect(rut.text()).toBe(anna.text())
	expect(rut.text()).not.toContain('Smuget')
	await room.wake()
	expect((await standing(world, statementId))[0]).toBe('Vi är positiva till förslaget. Skrivet.')
})

test('whose seat is ended is out within a second, and what they wrote before stands under their name', async () => {
	const { world, statementId, room, one, other } = await place()
	await using _ended = world
	const [anna, bo] = [await room.page(one.delegate), await room.page(other.delegate)]
	await anna.come()
	await bo.come()
	await bo.type(' Före.')
	granted(await endSeat(world.deps, world.order(world.chair, { seatId: other.delegateSeat })))
	room.clock.now += 1_000
	await bo.type(' Efter.')
	expect(bo.told.slice(-1)).toEqual([{ kind: 'refused', batch: 2, reason: 'notAllowed' }])
	expect(bo.told).toContainEqual({ kind: 'out' })
	expect(bo.closed()).toBe(4_001)
	await room.wake()
	expect((await standing(world, statementId))[0]).toBe('Vi är positiva till förslaget. Före.')
	// Nobody who wrote may any more: it is taken by itself.
	const [event] = await typedEvents(world)
	expect(event).toEqual({ by: 'clock', writers: [{ personId: other.delegate, versions: [expect.any(String)] }] })
})

test('opening the consultation takes in what is being typed first, and ends that', async () => {
	const { world, statementId, room, one } = await place()
	await using _ended = world
	const anna = await room.page(one.delegate)
	await anna.come()
	await anna.type(' Sist.')
	const rooms = {
		connect: () => Promise.reject(new Error('nobody')),
		settle: (_place: unknown, act: string) => room.host().settle(act),
		released: (_place: unknown, act: string) => room.host().released(act),
		changed: () => room.host().changed(),
		commented: async () => {},
	}
	granted(await openConsultation({ ...world.deps, rooms }, world.order(world.chair, { statementId, dueAt: null })))
	expect((await standing(world, statementId))[0]).toBe('Vi är positiva till förslaget. Sist.')
	expect(anna.told.map(({ kind }) => kind).slice(-2)).toEqual(['held', 'frozen'])
	expect(room.store.read()).toBe(null)
	await anna.type(' Försent.')
	// The room says how far it had come in the text that is fixed, and that of this page all but the last is in it.
	expect(anna.told.at(-1)).toEqual({ kind: 'frozen', room: 'room-2', version: 1, taken: 1 })
	expect((await standing(world, statementId))[0]).not.toContain('Försent')

	// Sent back, it is written on in the same room.
	granted(await referBack(world.deps, world.order(world.chair, { statementId, reason: 'Mer att göra.' })))
	const again = await room.page(one.delegate)
	await again.come()
	await again.type(' Efter återremiss.')
	await room.wake()
	expect((await standing(world, statementId))[0]).toBe('Vi är positiva till förslaget. Sist. Efter återremiss.')
})

test('an act that would not be done keeps nobody from typing', async () => {
	const { world, statementId, room, one } = await place()
	await using _ended = world
	let asked = 0
	const settle = async () => {
		asked += 1
		return true
	}
	const rooms = {
		connect: () => Promise.reject(new Error('nobody')),
		settle,
		released: async () => {},
		changed: async () => {},
		commented: async () => {},
	}
	const deps = { ...world.deps, rooms }
	for (const person of [one.delegate, world.operator]) {
		expect((await openConsultation(deps, world.order(person, { statementId, dueAt: null }))).ok).toBe(false)
	}
	expect((await openConsultation(deps, world.order(world.chair, { statementId, dueAt: 1 }))).ok).toBe(false)
	expect(asked).toBe(0)
	const anna = await room.page(one.delegate)
	await anna.come()
	expect(anna.told.map(({ kind }) => kind)).toEqual(['welcome'])
})

test('an act that the room cannot be emptied for is not done', async () => {
	const { world, statementId } = await place()
	await using _ended = world
	const rooms = {
		connect: () => Promise.reject(new Error('nobody')),
		settle: async () => false,
		released: async () => {},
		changed: async () => {},
		commented: async () => {},
	}
	const opened = await openConsultation(
		{ ...world.deps, rooms },
		world.order(world.chair, { statementId, dueAt: null }),
	)
	expect(opened).toEqual({ ok: false, reason: { code: 'busy' } })
})

test('what a form changes comes to all pages, beside what they typed in the same paragraph', async () => {
	const { world, statementId, room, one } = await place()
	await using _ended = world
	const anna = await room.page(one.delegate)
	await anna.come()
	await anna.type(' Ur rummet.')
	const stands = await recordOf(world.deps, { coalition: SLUG, statementId }).text()
	const [first] = stands?.blocks ?? []
	if (!first) throw new Error('a text')
	const content = { kind: 'paragraph', text: 'Vi är mycket positiva till förslaget.' } as const
	const edit = { do: 'edit', blockId: first.blockId, basedOn: first.id, content } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
	await room.host().changed()
	await room.talk(anna)
	const both = 'Vi är mycket positiva till förslaget. Ur rummet.'
	expect(anna.text().split('\n')[0]).toBe(both)
	expect((await standing(world, statementId))[0]).toBe(both)
})

test('a room that begins anew goes on from what it kept, and takes nothing twice', async () => {
	const { world, statementId, room, one } = await place()
	await using _ended = world
	const anna = await room.page(one.delegate)
	await anna.come()
	await anna.type(' Kvar.')
	room.restart()
	const said = anna.told.length
	await anna.come()
	expect(anna.told.slice(said)).toMatchObject([{ kind: 'welcome', text: { entries: [] } }])
	await anna.type(' Vidare.')
	await room.leave(anna)
	expect((await standing(world, statementId))[0]).toBe('Vi är positiva till förslaget. Kvar. Vidare.')
})

test('a page of an earlier day, and one that says what nobody understands, are told to load anew', async () => {
	const { world, room, one } = await place()
	await using _ended = world
	const anna = await room.page(one.delegate)
	await room.host().heard(anna.connection, JSON.stringify({ kind: 'hello', protocol: 0, client: 'a' }))
	await room.host().heard(anna.connection, '{"kind":"dance"}')
	await room.host().heard(anna.connection, 'no JSON')
	expect(anna.told).toEqual([{ kind: 'reload' }, { kind: 'reload' }, { kind: 'reload' }])
	await room.host().heard(anna.connection, 'x'.repeat(600_000))
	expect(anna.closed()).toBe(4_008)
})

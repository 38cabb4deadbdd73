import { expect, test, vi } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { liveHost } from '#test/support/live-host.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { endSeat } from '#usecases/members/manage-coalition.ts'
import type { Deps } from '#usecases/perform.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'
import { recordOf } from './record.ts'

const MINUTE = 60_000
const ACT = 'act-1'

async function place() {
	const world = await createCoalitionWorld(['Attention'])
	const statementId = await draftStatement(world)
	const room = await liveHost(world, statementId)
	const [one] = world.members
	if (!one) throw new Error('an association')
	const anna = await room.page(one.delegate)
	const rooms: NonNullable<Deps['rooms']> = {
		connect: () => Promise.reject(new Error('nobody')),
		settle: (_place, act) => room.host().settle(act),
		released: (_place, act) => room.host().released(act),
		changed: () => room.host().changed(),
		commented: async () => {},
	}
	return { world, statementId, room, one, anna, rooms }
}

async function standing(world: CoalitionWorld, statementId: StatementId): Promise<string> {
	const stands = await recordOf(world.deps, { coalition: SLUG, statementId }).text()
	return (stands?.blocks ?? []).flatMap(({ content }) => textsOf(content)).join('\n')
}

/** What a page was told, and the same again as once: this one goes on sending, which a page in a browser does not while it is held. */
const kinds = ({ told }: { readonly told: readonly { readonly kind: string }[] }) =>
	told.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1])

test('an act that slept until the room was open again takes in what was typed meanwhile', async () => {
	const { world, statementId, room, anna, rooms } = await place()
	await using _ended = world
	await anna.come()
	await anna.type(' Före.')
	const clock = vi.spyOn(Date, 'now').mockReturnValue(0)
	let writes = 0
	const db: Deps['db'] = {
		...world.deps.db,
		write: async (statements) => {
			writes += 1
			if (writes === 1) {
				clock.mockRestore()
				room.clock.now += MINUTE
				await room.host().tick()
				await anna.type(' Medan den sov.')
			}
			return world.deps.db.write(statements)
		},
	}
	granted(await openConsultation({ ...world.deps, db, rooms }, world.order(world.chair, { statementId, dueAt: null })))
	expect(await standing(world, statementId)).toContain('Vi är positiva till förslaget. Före. Medan den sov.')
	expect(kinds(anna)).toEqual(['welcome', 'entries', 'held', 'open', 'entries', 'held', 'frozen'])
	expect(writes).toBe(2)
})

test('a room stays shut for as long as an act can be done, however long it took to hand over', async () => {
	const { world, room, anna } = await place()
	await using _ended = world
	await anna.come()
	await anna.type(' Före.')
	const settling = room.host().settle(ACT)
	room.clock.now += 15_000
	await settling
	room.clock.now += 25_000
	await room.host().tick()
	await anna.type(' Under tiden.')
	expect(kinds(anna)).toEqual(['welcome', 'entries', 'held'])
	room.clock.now = room.clock.wakeAt
	await room.host().tick()
	await room.talk(anna)
	expect(kinds(anna)).toEqual(['welcome', 'entries', 'held', 'open', 'entries'])
})

test('of two acts that want the text fixed, the one that is done first opens it to nobody', async () => {
	const { world, room, anna } = await place()
	await using _ended = world
	await anna.come()
	await room.host().settle(ACT)
	await room.host().settle('act-2')
	await room.host().released(ACT)
	await room.host().released(ACT)
	await anna.type(' Under tiden.')
	expect(kinds(anna)).toEqual(['welcome', 'held'])
	await room.host().released('act-2')
	await room.talk(anna)
	expect(kinds(anna)).toEqual(['welcome', 'held', 'open', 'entries'])
})

test('a room that begins anew while an act holds it, and one that nobody was in, take nothing', async () => {
	const { world, room, anna } = await place()
	await using _ended = world
	await room.host().settle(ACT)
	await anna.come()
	await anna.type(' Under tiden.')
	room.restart()
	await anna.come()
	await anna.type(' Och efteråt.')
	expect(kinds(anna)).toEqual(['welcome', 'held', 'welcome', 'held'])
	await room.host().released(ACT)
	await room.talk(anna)
	expect(anna.text()).toContain('Under tiden. Och efteråt.')
	expect(kinds(anna).slice(-2)).toEqual(['open', 'entries'])
})

test('what was typed a moment ago is asked for before an act is refused since the text is empty', async () => {
	const { world, statementId, anna, rooms } = await place()
	await using _ended = world
	const stands = await recordOf(world.deps, { coalition: SLUG, statementId }).text()
	for (const { blockId, id: basedOn } of stands?.blocks ?? []) {
		granted(
			await editDocument(
				world.deps,
				world.order(world.chair, { statementId, edit: { do: 'remove', blockId, basedOn } }),
			),
		)
	}
	const deps = { ...world.deps, rooms }
	const ask = () => openConsultation(deps, world.order(world.chair, { statementId, dueAt: null }))
	expect(await ask()).toEqual({ ok: false, reason: { code: 'emptyDocument' } })
	await anna.come()
	await anna.type('Allt som vi tycker.')
	// What is missing is asked for, and nobody is kept from typing for an act that is not done.
	expect(kinds(anna)).toEqual(['welcome', 'entries'])
	granted(await ask())
	expect(await standing(world, statementId)).toBe('Allt som vi tycker.')
	expect(kinds(anna).slice(-2)).toEqual(['held', 'frozen'])
})

test('what the record took and the room never heard of is not taken for another’s words, and is there once', async () => {
	const { world, statementId, room, anna } = await place()
	await using _ended = world
	await anna.come()
	await anna.type(' En gång.')
	const when = (sqls: readonly string[]) => sqls.some((sql) => sql.startsWith('INSERT INTO act '))
	world.server.faults.push({ at: 'afterCommit', does: 'drop', when })
	room.clock.now = room.clock.wakeAt
	await expect(room.host().tick()).rejects.toThrow('typedNotTaken')
	world.server.faults.splice(0)
	expect(await standing(world, statementId)).toContain('En gång.')
	await anna.type(' Och mer.')
	room.restart()
	await anna.come()
	room.clock.now += MINUTE
	await room.host().tick()
	const text = await standing(world, statementId)
	expect(text).toContain(' En gång. Och mer.')
	expect([text, anna.text()].map((each) => each.split('En gång.').length - 1)).toEqual([1, 1])
})

test('an act that is over while the room still hands over holds it no longer', async () => {
	const { world, room, anna } = await place()
	await using _ended = world
	await anna.come()
	await anna.type(' Före.')
	const settling = room.host().settle(ACT)
	await room.host().released(ACT)
	await settling
	await anna.type(' Efter.')
	await room.talk(anna)
	expect(kinds(anna).at(-1)).toBe('entries')
})

test('nobody who has lost their seat is told what came, though they only ask and say nothing', async () => {
	const { world, statementId, room, one, anna } = await place()
	await using _ended = world
	await anna.come()
	granted(await endSeat(world.deps, world.order(world.chair, { seatId: one.delegateSeat })))
	room.clock.now += MINUTE
	const stands = await recordOf(world.deps, { coalition: SLUG, statementId }).text()
	const [first] = stands?.blocks ?? []
	if (!first) throw new Error('a text')
	const edit = {
		do: 'edit',
		blockId: first.blockId,
		basedOn: first.id,
		content: { kind: 'paragraph', text: 'Hemligt.' },
	} as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
	await room.host().changed()
	expect(anna.text()).not.toContain('Hemligt.')
	expect([kinds(anna).at(-1), anna.closed() !== null]).toEqual(['out', true])
})

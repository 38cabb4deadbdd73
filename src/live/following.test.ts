import { expect, test } from 'vitest'
import { liveHost } from '#test/support/live-host.ts'
import { createCoalitionWorld, draftStatement, granted } from '#test/support/world.ts'
import { endSeat } from '#usecases/members/manage-coalition.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'

async function place() {
	const world = await createCoalitionWorld(['Attention', 'AnBo'])
	const statementId = await draftStatement(world)
	const room = await liveHost(world, statementId)
	const [one, other] = world.members
	if (!one || !other) throw new Error('two associations')
	const [anna, rut] = [await room.page(one.delegate), await room.page(other.delegate)]
	rut.follow()
	await anna.come()
	return { world, statementId, room, other, anna, rut }
}

test('who only follows is told when the record has another text, not what is typed nor who is there, and is nobody to others', async () => {
	const { world, room, anna, rut } = await place()
	await using _ended = world
	expect(anna.told[0]).toMatchObject({ kind: 'welcome', here: [] })
	await anna.type(' Ett.')
	expect(rut.told).toEqual([])
	await room.wake()
	expect(rut.told).toEqual([{ kind: 'saved' }])
	// Nothing new, and nothing told.
	await room.host().changed()
	await room.wake()
	expect(rut.told).toEqual([{ kind: 'saved' }])
	await room.leave(rut)
	expect(anna.told.some(({ kind }) => kind === 'here')).toBe(false)
})

test('who follows is told that the text is fixed, and is put out with their seat', async () => {
	const { world, statementId, room, other, anna, rut } = await place()
	await using _ended = world
	granted(await endSeat(world.deps, world.order(world.chair, { seatId: other.delegateSeat })))
	room.clock.now += 1_000
	await anna.type(' Två.')
	expect(rut.told.at(-1)).toEqual({ kind: 'out' })
	expect(rut.closed()).toBe(4_001)
	const late = await room.page(world.chair)
	late.follow()
	await room.wake()
	granted(await openConsultation(world.deps, world.order(world.chair, { statementId, dueAt: null })))
	room.clock.now += 1_000
	await anna.type(' Tre.')
	expect(late.told.at(-1)).toMatchObject({ kind: 'frozen' })
})

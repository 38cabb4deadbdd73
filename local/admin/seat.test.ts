import { expect, test } from 'vitest'
import { countOf } from '#test/support/all-rows.ts'
import { on, runCommand } from '#test/support/run-command.ts'
import { createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'
import { endSeat, takeBackSeat } from '#usecases/members/manage-coalition.ts'
import { command } from './seat.ts'

test('the operator seats a chair, and ends the seat of the one there was', async () => {
	await using world = await createCoalitionWorld()
	const run = (...args: string[]) => runCommand(command, on(world), args)
	const { printed } = await run('list', SLUG)
	const [was] = printed.filter((line) => line.includes('chair  the coalition'))
	expect(printed).toHaveLength(4)
	expect(await run('chair', SLUG, '--name', 'Nina Ny', '--email', 'nina@example.org')).toMatchObject({ code: 0 })
	expect(await run('end', SLUG, was?.split(' ')[0] ?? '')).toMatchObject({ code: 0 })
	const left = (await run('list', SLUG)).printed.filter((line) => line.includes('chair'))
	expect(left.map((line) => line.split('  ').slice(1))).toEqual([['chair', 'the coalition', 'Nina Ny']])
})

test('ends a seat that was taken back, and nobody else’s', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, members } = world
	const run = (...args: string[]) => runCommand(command, on(world), args)
	const seatId = members[0]?.delegateSeat as never
	expect(await run('end', SLUG, seatId)).toMatchObject({
		code: 1,
		said: expect.stringContaining('Nothing was changed.'),
	})
	granted(await endSeat(deps, order(chair, { seatId })))
	granted(await takeBackSeat(deps, order(members[0]?.delegate as never, { seatId })))
	expect((await run('list', SLUG)).printed.filter((line) => line.endsWith('taken back'))).toHaveLength(1)
	expect(await run('end', SLUG, seatId)).toMatchObject({ code: 0 })
	expect(await countOf(world.server.client, 'FROM seat WHERE ended_at IS NOT NULL')).toBe(1)
})

test.each([[[]], [['list']], [['end', SLUG]], [['chair', SLUG]], [['list', SLUG, 'more', 'still']]])(
	'%j is called wrongly',
	async (args) => {
		await using world = await createCoalitionWorld()
		expect(await runCommand(command, on(world), args)).toMatchObject({ code: 2, printed: [] })
	},
)

import { expect, test } from 'vitest'
import { ownTasksQuery } from '#read/planning/tasks.ts'
import { createCoalitionWorld, DAY, draftStatement, type Member, openedBallot } from '#test/support/world.ts'
import { closeDueBallots } from '#usecases/deciding/close-due-ballots.ts'
import { openBallot } from '#usecases/deciding/open-ballot.ts'
import { erasePerson } from '#usecases/publication/erase-person.ts'

test('where silence is consent, an erased delegate’s is none: no such ballot opens, and one that is open has no quorum', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock, server, members } = world
	const statementId = await draftStatement(world)
	await openedBallot(world, statementId, 'light')
	await erasePerson(deps, (members[0] as Member).delegate)
	const closesAt = clock.now + 7 * DAY
	const times = { closesAt, signoffDueAt: closesAt + 3 * DAY, textHash: null }
	const other = await draftStatement(world)
	const light = { statementId: other, track: 'light', ...times } as const
	expect(await openBallot(deps, order(chair, light))).toMatchObject({
		reason: { code: 'nobodyToObject', associations: ['Attention'] },
	})
	clock.now += 8 * DAY
	await closeDueBallots(deps)
	const [row] = (await server.client.execute("SELECT outcome ->> 'result' AS result FROM ballot")).rows
	expect(row?.result).toBe('noQuorum')
	const [{ tasks }] = await world.db.read(ownTasksQuery({ by: 'person', id: chair }, clock.now))
	expect(tasks).toContainEqual(expect.objectContaining({ kind: 'nameDelegates', missing: 1 }))
})

import { expect, test } from 'vitest'
import { rebuild } from '#local/rebuild.ts'
import { allRows } from '#test/support/all-rows.ts'
import { emptyWorld } from '#test/support/export-worlds.ts'
import { exported, exportedRows, imported } from '#test/support/exported.ts'
import { enteredDecision } from '#test/support/meeting.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'
import { contestMeetingVote, takeBackContest } from '#usecases/deciding/contest-vote.ts'

test('what associations say of votes entered from minutes is the same after a rebuild, and after an import', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, members, server } = world
	const entered = await enteredDecision(world)
	for (const { delegate, associationId } of members) {
		const said = { ...entered, associationId, voted: 'absent', reason: 'Vi var inte där.' } as const
		granted(await contestMeetingVote(deps, order(delegate, said)))
	}
	const [, second] = members
	if (!second) throw new Error('there are three')
	const { associationId } = second
	granted(await takeBackContest(deps, order(second.delegate, { ...entered, associationId })))
	const found = await allRows(server.client, 'SELECT standing FROM contest ORDER BY rowid')
	expect(found.map(({ standing }) => standing)).toEqual([1, 0, 1])
	const before = await snapshot(server.client)
	await rebuild(server.client)
	expect(await snapshot(server.client)).toEqual(before)
	const elsewhere = await emptyWorld()
	expect(await imported(elsewhere.server.client, await exported(server.client, SLUG))).toMatchObject({ ok: true })
	const rows = await exportedRows(elsewhere.server.client)
	expect(rows.contest).toHaveLength(3)
	expect(rows.contest).toEqual((await exportedRows(server.client)).contest)
})

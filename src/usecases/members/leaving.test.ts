import { expect, test } from 'vitest'
import { rebuild } from '#local/rebuild.ts'
import { allRows } from '#test/support/all-rows.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { createCoalitionWorld, DAY, draftStatement, granted, type Member, openedBallot } from '#test/support/world.ts'
import { addAssociation, giveSeat, keepAssociation, removeAssociation } from './manage-coalition.ts'

test('an association about to leave is in ballots opened, with its seats, until it does; the tables say what the events do', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock } = world
	const [first, second] = world.members as [Member, Member]
	clock.now += 30 * DAY
	const leaves = clock.now + 7 * DAY
	const seat = { personId: second.delegate, associationId: first.associationId, role: 'deputy', invite: false } as const
	granted(await giveSeat(deps, order(chair, { ...seat, from: clock.now, until: clock.now + 3 * DAY })))
	granted(await removeAssociation(deps, order(chair, first)))
	granted(await giveSeat(deps, order(chair, { ...seat, role: 'contributor', from: clock.now, until: null })))
	const ends = async () => {
		const of = 'FROM seat WHERE association_id = ? ORDER BY role'
		return (await allRows(world.server.client, `SELECT until_at, term_until ${of}`, [first.associationId])).map((row) =>
			Object.values(row),
		)
	}
	expect(await ends()).toEqual([
		[leaves, null],
		[leaves, null],
		[leaves - 4 * DAY, leaves - 4 * DAY],
	])
	const electorate = async () => {
		const { ballotId } = await openedBallot(world, await draftStatement(world))
		return (await allRows(world.server.client, 'SELECT association_id FROM elector WHERE ballot_id = ?', [ballotId]))
			.length
	}
	clock.now = leaves - 1
	granted(await addAssociation(deps, order(chair, { name: 'Tilia', area: '' })))
	expect(await electorate()).toBe(3)
	granted(await keepAssociation(deps, order(chair, first)))
	expect(await ends()).toEqual([
		[null, null],
		[null, null],
		[leaves - 4 * DAY, leaves - 4 * DAY],
	])
	granted(await removeAssociation(deps, order(chair, first)))
	clock.now += 7 * DAY
	// One has left, and the new one is in.
	expect(await electorate()).toBe(3)
	expect((await keepAssociation(deps, order(chair, first))).ok).toBe(false)
	const before = await snapshot(world.server.client)
	await rebuild(world.server.client)
	expect(await snapshot(world.server.client)).toEqual(before)
})

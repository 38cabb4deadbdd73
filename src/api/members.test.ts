import { expect, test } from 'vitest'
import { outcomeOf, programs } from '#test/support/api-programs.ts'
import { filtered } from '#test/support/curl.ts'
import { createCoalitionWorld, DAY } from '#test/support/world.ts'

test('associations and seats are administered, and an act repeated under its key enters nobody twice', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const added = await chair.post('associations', { name: 'Balans', area: 'Bipolärt' })
	const associationId = filtered(added.body, '.associationId')
	expect(
		outcomeOf(await chair.post(`associations/${associationId}/changes`, { name: 'Balans Sthlm', area: '', order: 0 })),
	).toBe('done')
	expect((await delegates[0].get('associations')).body).toMatchObject({
		associations: [{ name: 'Balans Sthlm' }, {}, {}, {}],
	})

	const seat = { who: { name: 'Berta', email: 'berta@example.org' }, role: 'delegate', associationId }
	const given = await chair.post('seats', seat, 'seat')
	const again = await chair.post('seats', seat, 'seat')
	expect([given.status, again.status]).toEqual([201, 200])
	expect(again.body).toEqual(given.body)
	expect(given.body).toMatchObject({ invited: true })
	const listed = JSON.stringify((await chair.get('seats')).body)
	expect(listed.match(/Berta/g)).toHaveLength(1)
	expect(listed).not.toContain('@')
	expect(outcomeOf(await chair.post('seats', { ...seat, who: { name: 'Bo' } }))).toBe('409 delegateExists')
	const deputy = { who: { id: filtered(given.body, '.personId') }, role: 'deputy', associationId }
	expect(outcomeOf(await chair.post('seats', { ...deputy, until: '2023-01-01T00:00:00Z' }))).toBe('done')
	expect(outcomeOf(await chair.post(`seats/${filtered(given.body, '.seatId')}/ending`))).toBe('done')
	expect(outcomeOf(await chair.post(`associations/${associationId}/leaving`))).toBe('done')
	const leaving = { joinedAt: '2022-10-03T07:00:00Z', leavesAt: '2022-10-10T07:00:00Z' }
	expect((await chair.get('')).body).toMatchObject({
		associations: [leaving, {}, {}, {}],
		you: { seats: [{ role: 'chair' }] },
	})
	expect(outcomeOf(await chair.post(`associations/${associationId}/keeping`))).toBe('done')
	expect((await chair.get('associations')).body).toMatchObject({ associations: [{ leavesAt: null }, {}, {}, {}] })
	expect(outcomeOf(await chair.post(`associations/${associationId}/leaving`))).toBe('done')
	world.clock.now += 7 * DAY
	expect((await chair.get('associations')).body).toMatchObject({ associations: [{}, {}, {}] })
})

test('it is told by which bylaws is decided until others are in force, and from when a new association is in ballots', async () => {
	await using world = await createCoalitionWorld()
	world.clock.now += 7 * DAY
	const { chair, delegates } = await programs(world)
	const settings = { name: 'NSPH', seriesPrefix: 'NSPH', preset: 'board', language: 'sv', listed: false }
	expect(outcomeOf(await chair.post('settings', settings))).toBe('done')
	const until = '2022-10-17T07:00:00Z'
	expect((await delegates[0].get('')).body).toMatchObject({ ...settings, former: { preset: 'standard', until } })
	expect(outcomeOf(await chair.post('associations', { name: 'Balans' }))).toBe('done')
	expect((await delegates[0].get('associations')).body).toMatchObject({
		associations: [{ ballotsFrom: null }, {}, {}, { name: 'Balans', ballotsFrom: until }],
	})
	world.clock.now += 7 * DAY
	expect((await delegates[0].get('')).body).toMatchObject({
		...{ preset: 'board', former: null },
		associations: [{}, {}, {}, { ballotsFrom: null }],
	})
})

import { expect, test } from 'vitest'
import { outcomeOf, programs } from '#test/support/api-programs.ts'
import { filtered } from '#test/support/curl.ts'
import { createCoalitionWorld } from '#test/support/world.ts'

test('an inquiry is corrected, its deadline moved with the earlier ones kept, or it is declined', async () => {
	await using world = await createCoalitionWorld()
	const { chair } = await programs(world)
	const facts = { title: 'SOU 2022:41', references: 'S2020/06171/FS', dueOn: '2022-11-01' }
	const made = await chair.post('inquiries', facts)
	const path = `inquiries/${filtered(made.body, '.inquiryId')}`
	const documents = [{ title: 'Missiv', url: 'https://example.org/missiv.pdf' }]
	expect(outcomeOf(await chair.post(`${path}/changes`, { title: 'SOU 2022:41 Nästa steg', documents }))).toBe('done')
	expect(outcomeOf(await chair.post(`${path}/changes`, { ...facts }))).toBe('422 invalid')
	world.clock.now += 1000
	expect(outcomeOf(await chair.post(`${path}/due-dates`, { dueOn: '2022-12-01', note: 'Förlängd.' }))).toBe('done')
	expect((await chair.get(path)).body).toMatchObject({
		status: 'received',
		title: 'SOU 2022:41 Nästa steg',
		dueOn: '2022-12-01',
		documents,
		dueDateHistory: [{ dueOn: '2022-11-01' }, { dueOn: '2022-12-01', note: 'Förlängd.' }],
		statements: [],
	})
	expect(outcomeOf(await chair.post(`${path}/declining`, { reason: 'Ingen tid.' }))).toBe('done')
	expect((await chair.get(path)).body).toMatchObject({ status: 'declined', declineReason: 'Ingen tid.' })
	const inquiryId = filtered(made.body, '.inquiryId')
	expect(outcomeOf(await chair.post('statements', { title: 'Svar', inquiryId }))).toBe('409 inquiryClosed')
})

import { expect, test } from 'vitest'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import { createWorld } from '#test/support/world.ts'
import { DEMO_SLUG } from './making.ts'
import { seedDemo } from './seed.ts'

test.each([
	['long after', '2026-11-22'],
	['on the day itself', '2022-10-14'],
])('the demonstration has a statement in each stage and the real one published, seeded %s', async (_when, day) => {
	await using world = await createWorld(swedishInstant(day, '12:00'))
	const people = await seedDemo(world.deps)
	expect(people.filter((person) => person.role === 'delegate')).toHaveLength(9)
	const all = async (sql: string) => (await world.server.client.execute(sql)).rows.map((row) => ({ ...row }))
	expect(await all('SELECT stage FROM statement ORDER BY stage')).toEqual(
		['consulting', 'deciding', 'drafting', 'published', 'signing'].map((stage) => ({ stage })),
	)
	expect(await all('SELECT label, year, number FROM publication')).toEqual([
		{ label: 'NSPH-SL 2022:1', year: 2022, number: 1 },
	])
	expect(
		await all(`SELECT demo FROM coalition JOIN slug ON slug.coalition_id = coalition.id WHERE slug = '${DEMO_SLUG}'`),
	).toEqual([{ demo: 1 }])
	expect(await all('SELECT COUNT(*) AS waiting FROM outbox WHERE delivered_at IS NULL')).toEqual([{ waiting: 0 }])
})

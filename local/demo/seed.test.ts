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

test('on the text in consultation a ballot has adopted an amendment, one is voted on, and all are asked about two at once', async () => {
	await using world = await createWorld(swedishInstant('2026-11-22', '12:00'))
	await seedDemo(world.deps)
	const all = async (sql: string) => (await world.server.client.execute(sql)).rows.map((row) => ({ ...row }))
	expect(await all('SELECT state, COUNT(*) AS count FROM amendment GROUP BY state ORDER BY state')).toEqual([
		{ state: 'adopted', count: 1 },
		{ state: 'open', count: 6 },
		{ state: 'prepared', count: 1 },
	])
	const onAmendments = "FROM ballot WHERE subject ->> '$.kind' = 'amendment'"
	expect(await all(`SELECT outcome ->> '$.result' AS result ${onAmendments} ORDER BY opens_at`)).toEqual([
		{ result: 'adopted' },
		{ result: null },
	])
	const voted = `SELECT name FROM vote JOIN association ON association.id = association_id
		WHERE ballot_id = (SELECT id ${onAmendments} AND outcome IS NULL) ORDER BY ordinal`
	expect((await all(voted)).map(({ name }) => name)).toEqual([
		'Brukarföreningen Stockholm',
		'FMN',
		'Fountain House Stockholm',
	])
	expect(await all('SELECT COUNT(*) AS answers FROM consensus_answer')).toEqual([{ answers: 2 }])
})

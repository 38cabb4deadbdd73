import { expect, test } from 'vitest'
import { allRows } from '#test/support/all-rows.ts'
import { keptText } from '#test/support/banked.ts'
import { createCoalitionWorld, SLUG } from '#test/support/world.ts'
import { standardTextViewQuery } from './standard-texts.ts'

test('the history of one text is read by an index of its own, whatever was done with others', async () => {
	await using world = await createCoalitionWorld()
	const text = await keptText(world)
	await keptText(world, 'Annat')
	const query = standardTextViewQuery(SLUG, text, { size: 10, from: 0 }, world.clock.now)
	const [view] = await world.db.read(query)
	expect(view?.history).toMatchObject({ total: 1, entries: [{ name: 'Om oss' }] })
	const plans: string[] = []
	for (const statement of query.statements) {
		const sql = typeof statement === 'string' ? statement : statement.sql
		if (!sql.includes('FROM event')) continue
		const steps = await allRows(world.server.client, `EXPLAIN QUERY PLAN ${sql}`)
		plans.push(...steps.map(({ detail }) => String(detail)).filter((detail) => /\bevent\b/.test(detail)))
	}
	expect(plans.length).toBeGreaterThan(2)
	expect(plans.filter((detail) => !detail.includes('INDEX event_standard_text'))).toEqual([])
})

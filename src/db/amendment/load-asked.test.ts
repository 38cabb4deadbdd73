import { expect, test } from 'vitest'
import { BALLOTS } from '#read/amendment/ballots.ts'
import { allRows } from '#test/support/all-rows.ts'
import { createWorld } from '#test/support/world.ts'
import { ASKED } from './load-asked.ts'

test.each([
	['asked', ASKED],
	['ballots', BALLOTS],
])(
	'of each amendment the ballots on it are looked up, however many others there are: %s',
	async (_name, expression) => {
		await using world = await createWorld()
		const plan = await allRows(world.server.client, `EXPLAIN QUERY PLAN SELECT ${expression} FROM amendment`)
		const steps = plan.map(({ detail }) => String(detail))
		expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual(
			expect.not.arrayContaining(['SCAN one', 'SCAN other']),
		)
		expect(steps.some((step) => step.includes('INDEX ballot_amendment'))).toBe(true)
		expect(steps.some((step) => step.includes('INDEX ballot_against'))).toBe(true)
	},
)

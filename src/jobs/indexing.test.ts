import { expect, test } from 'vitest'
import { countOf } from '#test/support/all-rows.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { deliverSoon, runJobs } from './run-jobs.ts'

test('a statement comes into the index of words as soon as it is public, and else with the next run', async () => {
	await using world = await createGoldenWorld()
	const { jobs } = jobsOn(world)
	const indexed = () => countOf(world.server.client, 'FROM search_entry')
	await publish(world)
	await deliverSoon(jobs())
	expect(await indexed()).toBe(0)
	await deliverSoon(jobs(), { responses: false, published: true })
	expect(await indexed()).toBe(1)
	await publish(world, { blocks: [{ kind: 'paragraph', text: 'Ett till.' }], on: '2022-11-01' })
	await runJobs(jobs())
	expect(await indexed()).toBe(2)
	expect(await countOf(world.server.client, 'FROM search_waiting')).toBe(0)
})

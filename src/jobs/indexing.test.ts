import { expect, test } from 'vitest'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { importedStatement } from '#test/support/imported.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { createCoalitionWorld } from '#test/support/world.ts'
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

test('statements that cannot be read hold up none of those behind them, however many they are', async () => {
	await using world = await createCoalitionWorld()
	const { jobs } = jobsOn(world)
	for (let number = 1; number <= 11; number += 1) await importedStatement(world, { number })
	const { client } = world.server
	await client.execute("UPDATE older_statement SET content = json_set(content, '$.blocks', json('[{}]'))")
	await importedStatement(world, { number: 12, title: 'Det sista' })
	await expect(runJobs(jobs())).rejects.toThrow('a job failed')
	const found = await allRows(
		client,
		'SELECT title FROM search_entry JOIN older_statement ON older_statement.id = statement_id',
	)
	expect(found).toEqual([{ title: 'Det sista' }])
	expect(await countOf(client, 'FROM search_waiting')).toBe(11)
})

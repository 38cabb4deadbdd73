import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startTestServer } from '#local/libsql/test-server.ts'
import { countWork } from '#test/support/work.ts'
import { CALLS } from './counted-calls.ts'

test('what was begun before, and goes on while steps are asked for, is counted', async () => {
	await using server = await startTestServer()
	const calls = Object.assign(new Float64Array(1), { names: ['later'] })
	Reflect.set(globalThis, CALLS, { ...Reflect.get(globalThis, CALLS), later: calls })
	const counter = countWork(server.client)
	let goesOn: Promise<unknown> = Promise.resolve()
	await counter.past(async () => {
		goesOn = turn().then(() => calls.fill(1_000))
	})
	const { calls: called, each } = await counter.of(() => goesOn)
	expect(called).toBeGreaterThanOrEqual(1_000)
	expect(each.get('later')).toBe(1_000)
})

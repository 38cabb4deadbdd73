import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startTestServer } from '#local/libsql/test-server.ts'
import { countWork } from '#test/support/work.ts'
import { CALLS } from './counted-calls.ts'

test('what was begun before, and goes on while steps are asked for, is counted', async () => {
	await using server = await startTestServer()
	Reflect.set(globalThis, CALLS, 0)
	const counter = countWork(server.client)
	let goesOn: Promise<unknown> = Promise.resolve()
	await counter.past(async () => {
		goesOn = turn().then(() => Reflect.set(globalThis, CALLS, 1))
	})
	expect((await counter.of(() => goesOn)).calls).toBeGreaterThanOrEqual(1)
})

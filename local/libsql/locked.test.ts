import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { quantile, timed } from '#test/support/latencies.ts'
import { holdWriteLock } from '#test/support/write-lock.ts'
import { startTestServer } from './test-server.ts'

const countOf = async (client: Client) => Number((await client.execute('SELECT count(*) AS n FROM t')).rows[0]?.n)

const interactive = async (client: Client) => {
	const transaction = await client.transaction('write')
	await transaction.execute('INSERT INTO t VALUES (1)')
	await transaction.commit()
}

test('while another process holds the write lock, readers are answered as ever and writers wait until it lets go', async () => {
	await using server = await startTestServer()
	const { client, file } = server
	await client.execute('CREATE TABLE t (a)')
	await using lock = await holdWriteLock(file)
	let written = 0
	const writes = [
		client.execute('INSERT INTO t VALUES (1)'),
		client.batch(['INSERT INTO t VALUES (1)'], 'write'),
		client.batch(['INSERT INTO t VALUES (1)'], 'deferred'),
		interactive(client),
	].map((write) => write.then(() => (written += 1)))
	const until = performance.now() + 1_500
	const took = await timed(
		() => countOf(client),
		() => performance.now() >= until,
	)
	expect(written).toBe(0)
	// The engine's own wait would be a second, in which nobody is answered.
	expect(quantile(took, 0.95)).toBeLessThan(100)
	expect(Math.max(...took)).toBeLessThan(700)
	await lock.release()
	await Promise.all(writes)
	expect(await countOf(client)).toBe(4)
})

test('a writer who has waited too long for another process is told that the database is locked, and leaves nothing behind', async () => {
	await using server = await startTestServer({ busyMs: 200 })
	const { client, file } = server
	await client.execute('CREATE TABLE t (a)')
	await using lock = await holdWriteLock(file)
	const started = performance.now()
	const told = await Promise.allSettled([
		client.execute('INSERT INTO t VALUES (1)'),
		client.batch(['INSERT INTO t VALUES (1)'], 'write'),
		interactive(client),
	])
	// Those who waited for their turn behind the first have waited as long.
	expect(performance.now() - started).toBeLessThan(2_000)
	expect(told).toMatchObject(told.map(() => ({ status: 'rejected', reason: { code: 'SQLITE_BUSY' } })))
	await lock.release()
	await sleep(50)
	expect(await countOf(client)).toBe(0)
	await client.execute('INSERT INTO t VALUES (1)')
	expect(await countOf(client)).toBe(1)
})

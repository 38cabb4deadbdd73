import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { holdWriteLock } from '#test/support/write-lock.ts'
import { startTestServer } from './test-server.ts'

const countOf = async (client: Client) => Number((await client.execute('SELECT count(*) AS n FROM t')).rows[0]?.n)

/** One after the other. */
const READERS = 50

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
	let answered = 0
	const writes = [
		client.execute('INSERT INTO t VALUES (1)'),
		client.batch(['INSERT INTO t VALUES (1)'], 'write'),
		client.batch(['INSERT INTO t VALUES (1)'], 'deferred'),
		interactive(client),
	].map((write) => write.finally(() => (answered += 1)))
	// Were it the engine that waits, nobody would be answered before a writer had waited in vain.
	for (let reader = 0; reader < READERS; reader += 1) expect(await countOf(client)).toBe(0)
	expect(answered).toBe(0)
	await lock.release()
	await Promise.all(writes)
	expect(await countOf(client)).toBe(4)
})

test('a writer who has waited too long for another process is told that the database is locked, and leaves nothing behind', async () => {
	await using server = await startTestServer({ busyMs: 200 })
	const { client, file } = server
	await client.execute('CREATE TABLE t (a)')
	await using lock = await holdWriteLock(file)
	const told = await Promise.allSettled([
		client.execute('INSERT INTO t VALUES (1)'),
		client.batch(['INSERT INTO t VALUES (1)'], 'write'),
		interactive(client),
	])
	expect(told).toMatchObject(told.map(() => ({ status: 'rejected', reason: { code: 'SQLITE_BUSY' } })))
	await lock.release()
	await sleep(50)
	expect(await countOf(client)).toBe(0)
	await client.execute('INSERT INTO t VALUES (1)')
	expect(await countOf(client)).toBe(1)
})

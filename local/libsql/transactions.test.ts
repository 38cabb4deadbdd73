import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { startTestServer } from './test-server.ts'

const counter = (client: Client) =>
	client.executeMultiple('CREATE TABLE counter (n INTEGER); INSERT INTO counter VALUES (0);')
const countOf = async (client: Client) => (await client.execute('SELECT n FROM counter')).rows[0]?.n

test('an interactive transaction commits, and is seen by others only then', async () => {
	await using server = await startTestServer()
	const { client } = server
	await counter(client)
	const transaction = await client.transaction('write')
	await transaction.execute('UPDATE counter SET n = 1')
	expect((await transaction.execute('SELECT n FROM counter')).rows[0]?.n).toBe(1)
	expect(await countOf(client)).toBe(0)
	await transaction.commit()
	expect(await countOf(client)).toBe(1)
})

test('an interactive transaction is undone by rollback and by close', async () => {
	await using server = await startTestServer()
	const { client } = server
	await counter(client)
	const first = await client.transaction('write')
	await first.execute('UPDATE counter SET n = 1')
	await first.rollback()
	const second = await client.transaction('write')
	await second.execute('UPDATE counter SET n = 2')
	second.close()
	const third = await client.transaction('write')
	expect((await third.execute('SELECT n FROM counter')).rows[0]?.n).toBe(0)
	await third.commit()
})

test('a statement that fails leaves its transaction usable', async () => {
	await using server = await startTestServer()
	const { client } = server
	await counter(client)
	await client.execute('CREATE UNIQUE INDEX one ON counter (n)')
	const transaction = await client.transaction('write')
	await expect(transaction.execute('INSERT INTO counter VALUES (0) RETURNING n')).rejects.toMatchObject({
		code: 'SQLITE_CONSTRAINT',
	})
	await transaction.executeMultiple('INSERT INTO counter VALUES (5); INSERT INTO counter VALUES (6);')
	await transaction.commit()
	expect((await client.execute('SELECT sum(n) AS s FROM counter')).rows[0]?.s).toBe(11)
})

test('50 write batches that read, modify and write at once all succeed', async () => {
	await using server = await startTestServer()
	const { client } = server
	await counter(client)
	const increment = () =>
		client.batch(['UPDATE counter SET n = (SELECT n FROM counter) + 1', 'SELECT n FROM counter'], 'write')
	const results = await Promise.all(Array.from({ length: 50 }, increment))
	expect(await countOf(client)).toBe(50)
	// Each saw a state of its own: none read what another had not yet written.
	expect(new Set(results.map((result) => result[1]?.rows[0]?.n)).size).toBe(50)
})

test('30 interactive transactions that read, think and write at once all succeed', async () => {
	await using server = await startTestServer()
	const { client } = server
	await counter(client)
	const increment = async () => {
		const transaction = await client.transaction('write')
		const n = Number((await transaction.execute('SELECT n FROM counter')).rows[0]?.n)
		await sleep(1)
		await transaction.execute({ sql: 'UPDATE counter SET n = ?', args: [n + 1] })
		await transaction.commit()
	}
	await Promise.all(Array.from({ length: 30 }, increment))
	expect(await countOf(client)).toBe(30)
})

test('batches, interactive transactions and single writes mix without a lost update', async () => {
	await using server = await startTestServer()
	const { client } = server
	await counter(client)
	const interactive = async () => {
		const transaction = await client.transaction('write')
		await transaction.execute('UPDATE counter SET n = n + 1')
		await transaction.commit()
	}
	const work = Array.from({ length: 20 }, () => [
		interactive(),
		client.batch(['UPDATE counter SET n = n + 1'], 'write'),
		client.execute('UPDATE counter SET n = n + 1'),
		client.executeMultiple('UPDATE counter SET n = n + 1; SELECT n FROM counter;'),
		client.execute('SELECT n FROM counter'),
	])
	await Promise.all(work.flat())
	expect(await countOf(client)).toBe(80)
})

test('a deferred transaction whose state is old is told so when it writes', async () => {
	await using server = await startTestServer()
	const { client } = server
	await counter(client)
	const transaction = await client.transaction('deferred')
	await transaction.execute('SELECT n FROM counter')
	await client.execute('UPDATE counter SET n = 1')
	await expect(transaction.execute('UPDATE counter SET n = 2')).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
	transaction.close()
	// Both connections are free again; neither may be left at the old state.
	expect(await Promise.all([countOf(client), countOf(client), countOf(client)])).toEqual([1, 1, 1])
	await client.execute('UPDATE counter SET n = 2')
	expect(await Promise.all([countOf(client), countOf(client), countOf(client)])).toEqual([2, 2, 2])
})

test('reads go on while a write transaction is open and writers wait', async () => {
	await using server = await startTestServer()
	const { client } = server
	await counter(client)
	const transaction = await client.transaction('write')
	await transaction.execute('UPDATE counter SET n = 1')
	let written = false
	const writer = client.execute('UPDATE counter SET n = n + 10').then(() => {
		written = true
	})
	for (let read = 0; read < 20; read += 1) expect(await countOf(client)).toBe(0)
	expect(written).toBe(false)
	await transaction.commit()
	await writer
	expect(await countOf(client)).toBe(11)
})

test('an idle transaction is rolled back and lets the others write', async () => {
	await using server = await startTestServer({ transactionIdleMs: 50 })
	const { client } = server
	await counter(client)
	const forgotten = await client.transaction('write')
	await forgotten.execute('UPDATE counter SET n = 99')
	await client.execute('UPDATE counter SET n = n + 1')
	expect(await countOf(client)).toBe(1)
	await expect(forgotten.execute('SELECT 1')).rejects.toMatchObject({ code: 'STREAM_EXPIRED' })
	await expect(forgotten.commit()).rejects.toMatchObject({ code: 'TRANSACTION_CLOSED' })
})

test('a writer who has waited too long is told that the database is locked', async () => {
	await using server = await startTestServer({ busyMs: 50 })
	const { client } = server
	await counter(client)
	const transaction = await client.transaction('write')
	await transaction.execute('UPDATE counter SET n = 1')
	await expect(client.execute('UPDATE counter SET n = 2')).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
	await expect(client.batch(['UPDATE counter SET n = 2'], 'write')).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
	await transaction.commit()
	await client.execute('UPDATE counter SET n = n + 1')
	expect(await countOf(client)).toBe(2)
})

test('a transaction for reading refuses whatever writes, and what comes after it on the same connection may', async () => {
	await using server = await startTestServer({ concurrency: 1 })
	const { client } = server
	await counter(client)
	for (const sql of ['UPDATE counter SET n = 1', 'UPDATE counter SET n = 1 RETURNING n', 'DROP TABLE counter']) {
		const transaction = await client.transaction('read')
		expect((await transaction.execute('SELECT n FROM counter')).rows[0]?.n).toBe(0)
		await expect(transaction.execute(sql)).rejects.toMatchObject({ code: 'SQLITE_READONLY' })
		await expect(transaction.executeMultiple(sql)).rejects.toMatchObject({ code: 'SQLITE_READONLY' })
		transaction.close()
	}
	const ended = await client.transaction('read')
	await ended.executeMultiple('SELECT 1; COMMIT')
	ended.close()
	await client.execute('UPDATE counter SET n = 2')
	const failed = await client.transaction('read')
	await expect(failed.executeMultiple('COMMIT; UPDATE counter SET n = 3')).rejects.toMatchObject({
		code: 'SQLITE_READONLY',
	})
	failed.close()
	await client.execute('UPDATE counter SET n = n + 2')
	expect(await countOf(client)).toBe(4)
})

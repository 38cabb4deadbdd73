import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Client, createClient } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { createLibsqlServer } from './server.ts'
import { startTestServer } from './test-server.ts'

const countOf = async (client: Client) => Number((await client.execute('SELECT count(*) AS n FROM t')).rows[0]?.n)
const writes = {
	'a single statement': (client: Client) => client.execute('INSERT INTO t VALUES (1)'),
	'a batch': (client: Client) => client.batch(['INSERT INTO t VALUES (1)'], 'write'),
	'a sequence': (client: Client) => client.executeMultiple('BEGIN; INSERT INTO t VALUES (1); COMMIT;'),
	'an interactive transaction': async (client: Client) => {
		const transaction = await client.transaction('write')
		await transaction.execute('INSERT INTO t VALUES (1)')
		await transaction.commit()
	},
}

test.each(Object.entries(writes))('dropped before commit, %s leaves nothing behind', async (_, write) => {
	await using server = await startTestServer()
	await server.client.execute('CREATE TABLE t (a)')
	server.faults.push({ at: 'beforeCommit', does: 'drop' })
	await expect(write(server.client)).rejects.toThrow('fetch failed')
	server.faults.pop()
	expect(await countOf(server.client)).toBe(0)
	await write(server.client)
	expect(await countOf(server.client)).toBe(1)
})

test.each(Object.entries(writes))('dropped after commit, %s is kept though no reply came', async (_, write) => {
	await using server = await startTestServer()
	await server.client.execute('CREATE TABLE t (a)')
	server.faults.push({ at: 'afterCommit', does: 'drop' })
	await expect(write(server.client)).rejects.toThrow('fetch failed')
	server.faults.pop()
	expect(await countOf(server.client)).toBe(1)
	await write(server.client)
	expect(await countOf(server.client)).toBe(2)
})

test('reads are not dropped at a commit, and a request can be dropped before it runs', async () => {
	await using server = await startTestServer()
	await server.client.execute('CREATE TABLE t (a)')
	server.faults.push({ at: 'beforeCommit', does: 'drop' }, { at: 'afterCommit', does: 'drop' })
	expect(await countOf(server.client)).toBe(0)
	server.faults.push({ at: 'request', does: 'drop' })
	await expect(countOf(server.client)).rejects.toThrow('fetch failed')
})

test('a predicate chooses the requests that fail, a probability some of them', async () => {
	await using server = await startTestServer()
	const { client, faults } = server
	await client.executeMultiple('CREATE TABLE t (a); CREATE TABLE other (a);')
	faults.push({ at: 'beforeCommit', does: 'drop', when: (sqls) => sqls.some((sql) => sql.includes('other')) })
	await client.batch(['INSERT INTO t VALUES (1)'], 'write')
	await expect(client.batch(['INSERT INTO other VALUES (1)'], 'write')).rejects.toThrow('fetch failed')
	faults.splice(0, 1, { at: 'afterCommit', does: 'drop', probability: 0.5 })
	const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => writes['a batch'](client)))
	const dropped = outcomes.filter((outcome) => outcome.status === 'rejected').length
	expect(dropped).toBeGreaterThan(20)
	expect(dropped).toBeLessThan(80)
	expect(await countOf(client)).toBe(101)
})

test('a stall before commit holds up the writers and not the readers', async () => {
	await using server = await startTestServer()
	const { client, faults } = server
	await client.execute('CREATE TABLE t (a)')
	faults.push({ at: 'beforeCommit', does: 'stall', ms: 300 })
	const order: string[] = []
	const done = (what: string) => () => void order.push(what)
	const first = writes['a batch'](client).then(done('first'))
	await sleep(50)
	faults.pop()
	await Promise.all([first, writes['a batch'](client).then(done('second')), countOf(client).then(done('read'))])
	expect(order).toEqual(['read', 'first', 'second'])
})

test('a stall after commit holds up only its own reply', async () => {
	await using server = await startTestServer()
	const { client, faults } = server
	await client.execute('CREATE TABLE t (a)')
	faults.push({ at: 'afterCommit', does: 'stall', ms: 300 })
	const order: string[] = []
	const first = writes['a batch'](client).then(() => order.push('first'))
	await sleep(50)
	faults.pop()
	await Promise.all([first, writes['a batch'](client).then(() => order.push('second'))])
	expect(order).toEqual(['second', 'first'])
})

async function startChild(file: string, ...args: string[]): Promise<{ child: ChildProcess; client: Client }> {
	const script = fileURLToPath(new URL('./durability.child.ts', import.meta.url))
	const child = spawn(process.execPath, [script, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
	const [line] = await once(child.stdout, 'data')
	return { child, client: createClient({ url: String(line).trim() }) }
}

/** Writes 1, 2, 3 … until the server is gone; returns those it acknowledged. */
async function writeUntilGone(client: Client, from: number): Promise<number[]> {
	const acknowledged: number[] = []
	const writer = async (start: number) => {
		for (let n = start; ; n += 4) {
			try {
				await client.batch([{ sql: 'INSERT INTO t VALUES (?)', args: [n] }], 'write')
				acknowledged.push(n)
			} catch {
				return
			}
		}
	}
	await Promise.all([0, 1, 2, 3].map((offset) => writer(from + offset)))
	return acknowledged
}

const kills = { 'at any moment': undefined, 'before a commit': 'beforeCommit', 'after a commit': 'afterCommit' }

test.each(Object.entries(kills))('killed %s, five times over, nothing acknowledged is lost', async (_, at) => {
	await using place = await startTestServer()
	const file = `${place.file}-child`
	const acknowledged: number[] = []
	for (let life = 0; life < 5; life += 1) {
		const { child, client } = await startChild(file, ...(at ? [at] : []))
		await client.execute('CREATE TABLE IF NOT EXISTS t (a UNIQUE)').catch(() => undefined)
		if (at === undefined) setTimeout(() => child.kill('SIGKILL'), 100 + Math.random() * 200)
		const exit = once(child, 'exit')
		acknowledged.push(...(await writeUntilGone(client, (life + 1) * 1_000_000)))
		client.close()
		child.kill('SIGKILL')
		await exit
	}
	expect(acknowledged.length).toBeGreaterThan(0)
	const server = createLibsqlServer({ file })
	const client = createClient({ url: 'http://localhost', fetch: (request: Request) => server.handle(request) })
	const kept = new Set((await client.execute('SELECT a FROM t')).rows.map((row) => Number(row.a)))
	server.close()
	expect(acknowledged.filter((n) => !kept.has(n))).toEqual([])
})

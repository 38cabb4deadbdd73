import { stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { mustForget } from './forgetting.ts'
import { startTestServer, type TestServer } from './test-server.ts'

const logged = async ({ file }: TestServer) => (await stat(`${file}-wal`)).size

async function withPapers() {
	const server = await startTestServer()
	await server.client.batch(['CREATE TABLE paper (a)', 'INSERT INTO paper VALUES (1)'], 'write')
	return server
}

test('whatever deletes papers empties the log, and nothing else does', async () => {
	await using server = await withPapers()
	await server.client.execute('INSERT INTO paper VALUES (2)')
	expect(await logged(server)).toBeGreaterThan(0)
	await server.client.batch(['DELETE FROM paper', 'INSERT INTO paper VALUES (3)'], 'write')
	expect(await logged(server)).toBe(0)
	expect((await server.client.execute('SELECT a FROM paper')).rows).toMatchObject([{ a: 3 }])
})

test('while somebody reads an older state, nobody waits for them, and the log is emptied when they are done', async () => {
	await using server = await withPapers()
	const reading = await server.client.transaction('read')
	await reading.execute('SELECT * FROM paper')
	await server.client.execute('DELETE FROM paper')
	expect(await logged(server)).toBeGreaterThan(0)
	await reading.commit()
	reading.close()
	await expect.poll(() => logged(server)).toBe(0)
})

test.each([
	['DELETE FROM paper WHERE ballot_id = ?', true],
	['delete from "paper"', true],
	['DELETE FROM `paper`', true],
	['BEGIN; DELETE FROM paper; COMMIT', true],
	['DELETE FROM paper_trail', false],
	['INSERT INTO paper VALUES (1)', false],
])('%s', (sql, forgets) => {
	expect(mustForget(sql)).toBe(forgets)
})

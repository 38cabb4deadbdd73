import type { Client, InStatement } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { startTestServer } from './libsql/test-server.ts'
import { clearStaged } from './staging.ts'

test('what another clears at the same time is cleared, and the rest after it too', async () => {
	await using server = await startTestServer()
	const { client } = server
	for (const name of ['staged_one_vote', 'staged_two_vote']) await client.execute(`CREATE TABLE ${name} (id)`)
	const beside = {
		execute: async (statement: InStatement) => {
			const result = await client.execute(statement)
			if (typeof statement !== 'string') await client.execute('DROP TABLE IF EXISTS staged_one_vote')
			return result
		},
		batch: client.batch.bind(client),
	} as Pick<Client, 'execute' | 'batch'> as Client
	await clearStaged(beside)
	const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE name LIKE 'staged%'")
	expect(rows).toEqual([])
})

test('large tables are cleared too, some rows at a time', async () => {
	await using server = await startTestServer()
	const { client } = server
	const rows = 'WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 4500) SELECT id FROM n'
	for (const name of ['staged_one_act', 'staged_one_event']) await client.execute(`CREATE TABLE ${name} AS ${rows}`)
	for (let nth = 0; nth < 90; nth += 1) await client.execute(`CREATE TABLE staged_two_${nth} (id)`)
	await client.execute('CREATE TABLE unstaged (id)')
	const largest: number[] = []
	const counting = {
		execute: client.execute.bind(client),
		batch: async (statements: InStatement[], mode: 'read' | 'write') => {
			const results = await client.batch(statements, mode)
			if (mode === 'write') largest.push(results.reduce((sum, { rowsAffected }) => sum + rowsAffected, 0))
			return results
		},
	} as Pick<Client, 'execute' | 'batch'> as Client
	await clearStaged(counting)
	expect(Math.max(...largest)).toBe(2_000)
	const left = await client.execute("SELECT name FROM sqlite_master WHERE name LIKE '%staged%'")
	expect(left.rows).toMatchObject([{ name: 'unstaged' }])
})

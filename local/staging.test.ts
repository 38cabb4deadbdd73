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
	} as Pick<Client, 'execute'> as Client
	await clearStaged(beside)
	const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE name LIKE 'staged%'")
	expect(rows).toEqual([])
})

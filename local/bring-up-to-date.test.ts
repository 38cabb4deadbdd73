import type { Client } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { bringUpToDate } from './bring-up-to-date.ts'

const count = async (client: Client, table: string) =>
	Number((await client.execute(`SELECT COUNT(*) AS n FROM ${table}`)).rows[0]?.n)

test('what events of before a migration say is in the tables that it added', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	const { client } = world.server
	// As a database is whose events were all there before the table was.
	await client.execute('DELETE FROM adopted_position')
	expect(await bringUpToDate(client)).toEqual([])
	expect(await count(client, 'adopted_position')).toBe(10)
})

test('nothing is made anew where nothing was added', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	const { client } = world.server
	await bringUpToDate(client)
	await client.execute('DELETE FROM adopted_position')
	await bringUpToDate(client)
	expect(await count(client, 'adopted_position')).toBe(0)
})

test('a database of before is taken up', async () => {
	await using world = await createGoldenWorld()
	const { client } = world.server
	await client.execute('ALTER TABLE migration DROP COLUMN rebuilt_at')
	expect(await bringUpToDate(client)).toEqual([])
	expect(await count(client, 'migration WHERE rebuilt_at IS NULL')).toBe(0)
})

import { createClient } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { clearStaged } from '#local/staging.ts'
import { countOf } from '#test/support/all-rows.ts'
import { dump } from '#test/support/dump.ts'
import { busyWorld, emptyWorld } from '#test/support/export-worlds.ts'
import { exported, imported } from '#test/support/exported.ts'
import { SLUG } from '#test/support/world.ts'

/** A client that does something before requests, by what is in them. */
function watched(url: string, before: (body: string) => Promise<unknown>) {
	const send = async (request: Request) => {
		await before(await request.clone().text())
		return fetch(request)
	}
	return createClient({ url, fetch: send })
}

const staging = (table: string) => new RegExp(`INSERT INTO .{0,4}staged_\\w+_${table}\\W`)

test('while an import lays its rows beside the tables others write, and see nothing of it', async () => {
	const world = await busyWorld()
	const file = await exported(world.server.client, SLUG)
	const { server } = await emptyWorld()
	const { client } = server
	await client.execute('CREATE TABLE other (n)')
	const seen: number[] = []
	const others = watched(server.url, async (body) => {
		if (!/(CREATE TABLE|INSERT INTO) .{0,4}staged_/.test(body)) return
		await client.execute('INSERT INTO other VALUES (1)')
		seen.push((await countOf(client, 'FROM event')) + (await countOf(client, 'FROM slug')))
	})
	expect(await imported(others, file)).toMatchObject({ ok: true })
	// Before the tables are made, and before rows come into them.
	expect(seen.length).toBeGreaterThan(1)
	expect(new Set(seen)).toEqual(new Set([0]))
	expect(await countOf(client, 'FROM other')).toBe(seen.length)
	expect(await countOf(client, 'FROM event')).toBe(await countOf(world.server.client, 'FROM event'))
	expect(await countOf(client, "FROM sqlite_master WHERE name LIKE 'staged%'")).toBe(0)
})

test('an import whose rows were cleared away meanwhile says so, changes nothing, and can be run again', async () => {
	const world = await busyWorld()
	const file = await exported(world.server.client, SLUG)
	const { server } = await emptyWorld()
	const before = await dump(server.client)
	const cleared = watched(server.url, async (body) => {
		if (staging('seat').test(body)) await clearStaged(server.client)
	})
	const refused = await imported(cleared, file)
	expect(refused).toEqual({
		ok: false,
		reason: 'It was cleared away by another import, or by a Samsvar that started. Try again.',
	})
	await clearStaged(server.client)
	expect(await dump(server.client)).toEqual(before)
	expect(await imported(server.client, file)).toMatchObject({ ok: true })
})

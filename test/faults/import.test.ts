import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { ROOT } from '#local/build.ts'
import { importCoalition } from '#local/export/import-coalition.ts'
import { migrate } from '#local/migrate.ts'
import { clearStaged } from '#local/staging.ts'
import { allRows } from '#test/support/all-rows.ts'
import { dump } from '#test/support/dump.ts'
import { exported, exportedRows, ownFolder } from '#test/support/exported.ts'
import { killPoints, killTimes } from '#test/support/kill-points.ts'
import { databaseFile, inProcess } from '#test/support/killable-server.ts'
import { withManyMembers } from '#test/support/many-members.ts'
import { killedAtRequest, mortalServer } from '#test/support/mortal-server.ts'
import { isConnectionLost } from '#test/support/resend.ts'
import { decidedStatement, publish } from '#test/support/signing.ts'
import { createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'

type Coalition = { readonly file: string; readonly rows: Record<string, string[]> }

/** An export of a coalition in which much has happened, and what of it is to be found where it is imported. */
async function muchExported(members: number, files = 0): Promise<Coalition> {
	await using world = await createCoalitionWorld(undefined, undefined, 'never')
	granted(await publish(world, await decidedStatement(world)))
	await withManyMembers(world, members)
	const filesPath = await ownFolder()
	const [row] = await allRows(world.server.client, 'SELECT id FROM coalition')
	await mkdir(join(filesPath, String(row?.id)))
	for (let index = 0; index < files; index += 1) {
		const bytes = Buffer.alloc(1_000_000, index)
		await writeFile(join(filesPath, String(row?.id), createHash('sha256').update(bytes).digest('hex')), bytes)
	}
	return { file: await exported(world.server.client, SLUG, filesPath), rows: await exportedRows(world.server.client) }
}

/** All of it, or nothing at all. */
async function wholeOrAbsent(client: Client, { rows }: Coalition): Promise<'whole' | 'absent'> {
	const found = await exportedRows(client)
	if (found.event?.length === 0) {
		for (const [table, some] of Object.entries(found)) expect(some, table).toEqual([])
		return 'absent'
	}
	expect(found).toEqual(rows)
	return 'whole'
}

test('an import into a deployment that fails after any of its requests leaves all of it or nothing, and can be run again', async () => {
	const coalition = await muchExported(120)
	await using place = await databaseFile()
	await inProcess(place.file, migrate)
	await using server = await mortalServer(place.file, 'after')
	const folder = await ownFolder()
	const wanted = { file: coalition.file, slug: undefined, filesPath: undefined, folder, say: () => {} }
	const empty = await dump(server.client)
	let requests = 0
	for (const nth of killPoints()) {
		const client = killedAtRequest(server, nth, 'after')
		const result = await importCoalition({ ...wanted, connect: async () => client }).catch((error: unknown) => error)
		await server.start()
		if ((await wholeOrAbsent(server.client, coalition)) === 'whole') break
		expect(isConnectionLost(result), String(result)).toBe(true)
		// What lay beside the tables is nowhere to be seen, and is cleared away at the next start or import.
		await clearStaged(server.client)
		expect(await dump(server.client)).toEqual(empty)
		requests = nth
	}
	// At looking for what is left and at the place, at the tables, at rows three times, and at the commit.
	expect(requests).toBeGreaterThan(8)
	expect(await readdir(folder)).toEqual([])
}, 300_000)

test('an import killed at any moment leaves all of it or nothing, and can be run again', async () => {
	const coalition = await muchExported(300, 8)
	const data = join(await ownFolder(), 'data')
	const database = join(data, 'samsvar.db')
	const run = () => spawn(process.execPath, ['local/admin.ts', 'import', coalition.file, '--data', data], { cwd: ROOT })
	await mkdir(data)
	await inProcess(database, migrate)
	const states: string[] = []
	// Later each time, until it is done before it is killed.
	for (const patience of killTimes(1.25)) {
		if (states.at(-1) === 'whole') break
		const child = run()
		const ended = once(child, 'close')
		await Promise.race([sleep(patience), ended])
		child.kill('SIGKILL')
		await ended
		states.push(await inProcess(database, (client) => wholeOrAbsent(client, coalition)))
	}
	expect(states.length).toBeGreaterThan(3)
	const files = await readdir(join(data, 'files'), { recursive: true })
	expect(files.filter((name) => /[0-9a-f]{64}$/.test(name))).toHaveLength(8)
	const last = run()
	expect(await once(last, 'close')).toEqual([1, null])
	// Nothing of those that were killed is left beside the data.
	expect((await readdir(data)).filter((name) => name.includes('unfinished'))).toEqual([])
	expect(await inProcess(database, (client) => allRows(client, 'PRAGMA integrity_check'))).toEqual([
		{ integrity_check: 'ok' },
	])
}, 300_000)

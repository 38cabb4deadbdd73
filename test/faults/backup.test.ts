import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ok } from '#domain/kernel/result.ts'
import { readArchive } from '#local/archive/read.ts'
import { bringUpToDate } from '#local/bring-up-to-date.ts'
import { ROOT } from '#local/build.ts'
import { dataDirectoryAt } from '#local/data-directory.ts'
import { dump } from '#test/support/dump.ts'
import { ownFolder } from '#test/support/exported.ts'
import { killTimes } from '#test/support/kill-points.ts'
import { inProcess } from '#test/support/killable-server.ts'
import { withManyMembers } from '#test/support/many-members.ts'
import { createCoalitionWorld } from '#test/support/world.ts'

const admin = (...args: string[]) => spawn(process.execPath, ['local/admin.ts', ...args], { cwd: ROOT })

/** Kills the command later each time, until it is done before it is killed. Gives how often it was killed. */
async function killedLaterAndLater(args: string[], afterEach: () => Promise<boolean>): Promise<number> {
	let kills = 0
	for (const patience of killTimes(1.2)) {
		const child = admin(...args)
		const ended = once(child, 'close')
		await Promise.race([sleep(patience), ended])
		child.kill('SIGKILL')
		await ended
		if (await afterEach()) return kills
		kills += 1
	}
	return kills
}

test('a backup or a restore killed at any moment leaves all of it or nothing under its name, and can be run again', async () => {
	const folder = await ownFolder()
	const data = dataDirectoryAt(join(folder, 'data'))
	await mkdir(join(data.filesPath, 'coalition-1'), { recursive: true })
	for (let index = 0; index < 12; index += 1) {
		const bytes = Buffer.alloc(2_000_000, index)
		const name = createHash('sha256').update(bytes).digest('hex')
		await writeFile(join(data.filesPath, 'coalition-1', name), bytes)
	}
	await using world = await createCoalitionWorld(undefined, undefined, 'never')
	await withManyMembers(world, 200)
	await bringUpToDate(world.server.client)
	await world.server.client.execute({ sql: 'VACUUM INTO ?', args: [data.databaseFile] })
	const before = await dump(world.server.client)

	const file = join(folder, 'copies', 'backup.tar')
	await mkdir(join(folder, 'copies'))
	const backups = await killedLaterAndLater(['backup', file, '--data', data.path], async () => {
		if (!(await readdir(join(folder, 'copies'))).includes('backup.tar')) return false
		expect(await readArchive(file, async () => ok(true))).toMatchObject({ ok: true })
		return true
	})
	expect(backups).toBeGreaterThan(2)

	const restored = dataDirectoryAt(join(folder, 'restored', 'data'))
	await mkdir(join(folder, 'restored'))
	const restores = await killedLaterAndLater(['restore', file, '--data', restored.path], async () => {
		if (!(await readdir(join(folder, 'restored'))).includes('data')) return false
		const { session, sign_in, known_browser, rate_limit, ...rows } = before
		expect(await inProcess(restored.databaseFile, dump)).toMatchObject(rows)
		expect(await readdir(join(restored.filesPath, 'coalition-1'))).toHaveLength(12)
		return true
	})
	expect(restores).toBeGreaterThan(2)

	// The next one takes away what those that were killed left, also where it is refused.
	expect(await once(admin('backup', file, '--data', data.path), 'close')).toEqual([1, null])
	expect(await once(admin('restore', file, '--data', restored.path), 'close')).toEqual([1, null])
	expect(await readdir(join(folder, 'copies'))).toEqual(['backup.tar'])
	expect(await readdir(join(folder, 'restored'))).toEqual(['data'])
}, 300_000)

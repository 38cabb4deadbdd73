import { stat, utimes } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Instant } from '#domain/kernel/id.ts'
import { runJobs } from '#jobs/run-jobs.ts'
import { importedStatement, keptFile, OLDER } from '#test/support/imported.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { type CoalitionWorld, codeOf, createCoalitionWorld, granted } from '#test/support/world.ts'
import { importOlder } from './older.ts'
import { WAITS_MS } from './older-files.ts'

const HOUR_MS = 60 * 60_000

/** Everything in the store came so much longer ago. */
async function came(world: CoalitionWorld, earlier: number) {
	for (const path of await world.store.kept()) {
		const when = new Date((await stat(path)).mtimeMs - earlier)
		await utimes(path, when, when)
	}
}

/** The jobs of so many minutes past the hour. */
const runAt = (world: CoalitionWorld, minute: number) => {
	const now = (Math.floor(world.deps.now() / HOUR_MS) * HOUR_MS + minute * 60_000) as Instant
	return runJobs({ ...jobsOn(world).jobs(), files: world.store.files, now: () => now })
}

test('a file that was brought and never saved goes after days, and what was saved stays', async () => {
	await using world = await createCoalitionWorld()
	const file = await keptFile(world)
	const { olderId } = await importedStatement(world, { files: [file] })
	expect(olderId).toBeDefined()
	// Brought once more, to be part of another.
	await keptFile(world)
	expect(await world.store.kept()).toHaveLength(2)
	await came(world, WAITS_MS - HOUR_MS)
	await runAt(world, 20)
	expect(await world.store.kept()).toHaveLength(2)
	await came(world, 2 * HOUR_MS)
	// Once an hour is enough.
	await runAt(world, 19)
	expect(await world.store.kept()).toHaveLength(2)
	await runAt(world, 20)
	const [left, ...more] = await world.store.kept()
	expect(more).toEqual([])
	expect(left?.endsWith(`/${file.sha256}`) && !left.includes('waiting')).toBe(true)
	// It can be part of another still: it lies with the coalition's.
	await importedStatement(world, { number: 4, files: [file] })
})

test('what is saved when its file has gone is refused, and the file can be brought again', async () => {
	await using world = await createCoalitionWorld()
	const file = await keptFile(world)
	await came(world, WAITS_MS + HOUR_MS)
	await runAt(world, 20)
	expect(await world.store.kept()).toEqual([])
	const bring = () => {
		const content = { ...OLDER, files: [file] }
		return importOlder(world.deps, world.order(world.chair, { year: 2017, number: 3, content }))
	}
	expect(codeOf(await bring())).toBe('fileGone')
	await keptFile(world)
	granted(await bring())
})

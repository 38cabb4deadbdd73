import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BlockId, CoalitionId } from '#domain/kernel/id.ts'
import type { Files } from '#files/port.ts'
import { runJobs } from '#jobs/run-jobs.ts'
import { fileParts } from '#local/export/kept-files.ts'
import { type PublishedPaper, publishedPaperQuery } from '#read/publication/published-paper.ts'
import { allRows } from '#test/support/all-rows.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { createGoldenWorld, INQUIRY, publish } from '#test/support/published.ts'
import { granted, SLUG, type World } from '#test/support/world.ts'
import { redactBlock } from '#usecases/publication/erase-person.ts'
import { publishedFile } from './published-file.ts'

const address = `https://samsvar.test/${SLUG}/2022/1`

async function paperOf({ db }: Pick<World, 'db'>): Promise<PublishedPaper> {
	const [found] = await db.read(publishedPaperQuery(SLUG, 2022, 1))
	if (!found?.paper) throw new Error('not published')
	return found.paper
}

async function published() {
	const world = await createGoldenWorld()
	const statementId = await publish(world, { inquiry: INQUIRY })
	const { files } = world.deps
	if (files === null) throw new Error('no place for files')
	const at = async (given: Files = files) => publishedFile('docx', await paperOf(world), { address, files: given })
	return { world, statementId, files, at }
}

test('a file is kept when it is first asked for, apart from what people bring, and read from there by every later version', async () => {
	const { world, statementId, at } = await published()
	await using _end = world
	const { bytes } = await at()
	const [path = '', ...others] = await world.store.kept()
	expect(others).toEqual([])
	const { coalitionId } = await paperOf(world)
	expect(path).toContain(`/${coalitionId}/papers/${statementId}/`)
	expect(Buffer.from(bytes).equals(await readFile(path))).toBe(true)
	await writeFile(path, 'as an earlier version made it')
	expect(new TextDecoder().decode((await at()).bytes)).toBe('as an earlier version made it')
	// No backup and no export takes it along: it is made again where it is not.
	expect(await fileParts(join(world.store.directory, coalitionId), '')).toEqual([])
})

test('what is withheld makes another file, and the earlier one is taken away before the words are found again', async () => {
	const { world, statementId, at } = await published()
	await using _end = world
	const { bytes } = await at()
	const before = await world.store.kept()
	const [block] = await allRows(world.server.client, 'SELECT id FROM block LIMIT 1')
	const withheld = { statementId, blockId: block?.id as BlockId, ground: 'Samtycke' }
	const { jobs } = jobsOn(world)
	await runJobs(jobs())
	expect(await world.store.kept()).toEqual(before)
	granted(await redactBlock(world.deps, world.order(world.chair, withheld)))
	expect(Buffer.from((await at()).bytes).equals(Buffer.from(bytes))).toBe(false)
	const away = {
		...jobs(),
		files: { ...world.deps.files, dropPapers: () => Promise.reject(new Error('away')) } as Files,
	}
	await expect(runJobs(away)).rejects.toThrow('a job failed')
	expect(await world.store.kept()).toContain(before[0])
	await runJobs(jobs())
	expect(await world.store.kept()).toEqual([])
	await at()
	await runJobs(jobs())
	const after = await world.store.kept()
	expect(after).toHaveLength(1)
	expect(after).not.toEqual(before)
})

test('a place that is away keeps no file from its reader, and a file without its logo is not kept', async () => {
	const { world, files, at } = await published()
	await using _end = world
	const gone = () => Promise.reject(new Error('away'))
	const { bytes } = await at({ ...files, getPaper: gone, putPaper: gone })
	expect(Buffer.from((await at()).bytes).equals(Buffer.from(bytes))).toBe(true)
	const paper = await paperOf(world)
	const logo = { sha256: '0'.repeat(64), type: 'png', width: 1, height: 1, alt: '' } as const
	const before = await world.store.kept()
	await publishedFile('docx', { ...paper, logo }, { address, files })
	expect(await world.store.kept()).toEqual(before)
	// One that no document can hold is missed by none.
	await publishedFile('docx', { ...paper, logo: { ...logo, type: 'webp' } }, { address, files })
	expect(await world.store.kept()).toHaveLength(before.length + 1)
})

test('what two coalitions, two addresses or two looks have is not the same file', async () => {
	const { world, files } = await published()
	await using _end = world
	const paper = await paperOf(world)
	for (const [other, where] of [
		[paper, address],
		[paper, `${address}0`],
		[{ ...paper, accent: '#8a1f3d' }, address],
		[{ ...paper, coalitionId: 'other' as CoalitionId }, address],
	] as const) {
		for (const kind of ['docx', 'pdf'] as const) await publishedFile(kind, other, { address: where, files })
	}
	expect(await world.store.kept()).toHaveLength(8)
})

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ok, refuse } from '#domain/kernel/result.ts'
import { whole } from './entries.ts'
import { readArchive } from './read.ts'
import { type Part, textPart, writeArchive } from './write.ts'

let folder = ''
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'samsvar-archive-'))
})
afterEach(() => rm(folder, { recursive: true }))

const PARTS: readonly Part[] = [
	textPart('manifest.json', '{}\n'),
	textPart('empty', ''),
	textPart('dir/abc.txt', 'Räksmörgås\n'.repeat(1000)),
	{ name: 'large', bytes: () => Array.from({ length: 40 }, (_, index) => new Uint8Array(65_536).fill(index)) },
]

async function contents(file: string) {
	const found: Record<string, number> = {}
	const read = await readArchive(file, async (name, bytes) => {
		found[name] = (await whole(bytes)).length
		return ok(true)
	})
	return { read, found }
}

async function written(parts = PARTS): Promise<string> {
	const file = join(folder, `${await readdir(folder).then(({ length }) => length)}.tar`)
	expect((await writeArchive(file, parts)).ok).toBe(true)
	return file
}

test('the same parts give the same bytes, and are read back', async () => {
	const [first, second] = [await written(), await written()]
	const bytes = await readFile(first)
	expect(await readFile(second)).toEqual(bytes)
	const { read, found } = await contents(first)
	expect(read).toEqual(ok(createHash('sha256').update(bytes).digest('hex')))
	expect(found).toEqual({ 'manifest.json': 3, empty: 0, 'dir/abc.txt': 14_000, large: 40 * 65_536 })
	expect(await readdir(folder)).toEqual(['0.tar', '1.tar'])
})

test('tar opens it, and its first entry holds the hashes of the others as sha256sum reads them', async () => {
	const file = await written()
	await promisify(execFile)('tar', ['-xf', file, '-C', folder])
	const hashOf = async (name: string) =>
		createHash('sha256')
			.update(await readFile(join(folder, name)))
			.digest('hex')
	const lines = await Promise.all(PARTS.map(async ({ name }) => `${await hashOf(name)}  ${name}\n`))
	expect(await readFile(join(folder, 'SHA256SUMS'), 'utf8')).toBe(lines.join(''))
})

test('a byte changed anywhere is found, and so is a file cut short anywhere or longer', async () => {
	const small = PARTS.slice(0, 3)
	const file = await written(small)
	const bytes = await readFile(file)
	const other = join(folder, 'other.tar')
	const refused = async () => expect((await contents(other)).read.ok).toBe(false)
	await fc.assert(
		fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
			const changed = Buffer.from(bytes)
			changed[at] = (changed[at] ?? 0) ^ change
			await writeFile(other, changed)
			await refused()
		}),
		{ numRuns: 150 },
	)
	await fc.assert(
		fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
			await copyFile(file, other)
			await truncate(other, length)
			await refused()
		}),
		{ numRuns: 50 },
	)
	for (const more of [Buffer.alloc(1), Buffer.alloc(512), bytes]) {
		await writeFile(other, Buffer.concat([bytes, more]))
		await refused()
	}
}, 60_000)

test('a tar file of other entries, or in another order, is no such file', async () => {
	await writeFile(join(folder, 'a'), 'a')
	await promisify(execFile)('tar', ['-cf', 'plain.tar', 'a'], { cwd: folder })
	expect((await contents(join(folder, 'plain.tar'))).read).toEqual(
		refuse(expect.stringMatching(/plain\.tar is no such file\.$/)),
	)
	expect((await contents(join(folder, 'none'))).read).toEqual(refuse(expect.stringMatching(/^There is no file/)))
	expect((await contents(folder)).read.ok).toBe(false)
})

test('what is there is never replaced, and a part that is not what its name says is refused', async () => {
	const file = await written()
	expect(await writeArchive(file, PARTS)).toEqual(refuse(expect.stringContaining('is there already')))
	const nowhere = join(folder, 'none', 'x.tar')
	expect(await writeArchive(nowhere, PARTS)).toEqual(refuse(expect.stringContaining('There is no directory')))
	const known = { size: 1, sha256: createHash('sha256').update('y').digest('hex') }
	const wrong = { ...textPart('x', 'x'), known }
	expect(await writeArchive(join(folder, 'x.tar'), [wrong])).toEqual(refuse(expect.stringContaining('x is damaged')))
	expect(await readdir(folder)).toEqual(['0.tar'])
})

test('a part that changes while it is written leaves nothing behind', async () => {
	for (const [second, sentence] of [
		['zz', 'x is not what it was'],
		['z', 'x is shorter than it was'],
		['zzz', 'x is longer than it was'],
	]) {
		const times = ['xx', second ?? '']
		const changing: Part = { name: 'x', bytes: () => [Buffer.from(times.shift() ?? '')] }
		await expect(writeArchive(join(folder, 'x.tar'), [changing, ...PARTS])).rejects.toThrow(sentence)
	}
	expect(await readdir(folder)).toEqual([])
})

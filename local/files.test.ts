import { createHash } from 'node:crypto'
import { readdir, readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CoalitionId, StatementId } from '#domain/kernel/id.ts'
import { filesBehind } from '#files/adapters.ts'
import { foldersIn } from '#local/export/kept-files.ts'
import { openFiles } from '#local/files.ts'
import { testFiles } from '#test/support/files.ts'

const coalitionId = '0190c0de-0000-7000-8000-000000000001' as CoalitionId
const keyOf = (bytes: Uint8Array) => ({ coalitionId, sha256: createHash('sha256').update(bytes).digest('hex') })
const HOUR_MS = 60 * 60_000
const missiv = new TextEncoder().encode('Missiv åäö')

test('keeps bytes under their hash, and gives them back with their size', async () => {
	await using store = testFiles()
	expect(await store.files.get(keyOf(missiv))).toBeNull()
	await store.files.put(keyOf(missiv), [missiv])
	const found = await store.files.get(keyOf(missiv))
	expect(found?.size).toBe(missiv.length)
	expect(await new Response(found?.body).text()).toBe('Missiv åäö')
	const path = join(store.directory, coalitionId, keyOf(missiv).sha256)
	expect(await readFile(path, 'utf8')).toBe('Missiv åäö')
	expect(await store.files.get({ ...keyOf(missiv), coalitionId: 'other' as CoalitionId })).toBeNull()
})

test('keeps an empty file', async () => {
	await using store = testFiles()
	const empty = new Uint8Array()
	await store.files.put(keyOf(empty), [empty])
	expect((await store.files.get(keyOf(empty)))?.size).toBe(0)
})

test('writes each file once, however many send it at the same time, and leaves nothing half written', async () => {
	await using store = testFiles()
	await Promise.all(Array.from({ length: 20 }, () => store.files.put(keyOf(missiv), [missiv])))
	expect(await readdir(join(store.directory, coalitionId))).toEqual([keyOf(missiv).sha256])
})

test('takes no bytes that are not those of their name', async () => {
	await using store = testFiles()
	await expect(store.files.put({ coalitionId, sha256: '0'.repeat(64) }, [missiv])).rejects.toThrow('422')
	expect(await store.kept()).toEqual([])
})

test('no path leads anywhere else', async () => {
	await using store = testFiles()
	const { answer } = openFiles(store.directory)
	const hash = keyOf(missiv).sha256
	for (const path of [
		'/',
		`/${hash}`,
		`/../${hash}`,
		`/..%2f..%2fetc/${hash}`,
		`/a/b/${hash}`,
		`/a/${hash}/`,
		`/a/${hash}.part`,
		'/a',
		'/a/papers',
		'/a/papers/..%2fb',
		'/../papers/b',
		`/a/other/b/${hash}`,
	]) {
		for (const method of ['GET', 'PUT', 'DELETE']) {
			const request = new Request(`http://files.local${path}`, method === 'PUT' ? { method, body: missiv } : { method })
			expect((await answer(request)).status, path).toBe(400)
		}
	}
	const climbing = { coalitionId: '..' as CoalitionId, sha256: hash }
	await expect(filesBehind({ fetch: answer }).put(climbing, [missiv])).rejects.toThrow('no key')
	expect(await store.kept()).toEqual([])
})

test('files that were made are kept beside each other, the first under each key, and taken away with their statement', async () => {
	await using store = testFiles()
	const { files } = store
	const of = { coalitionId, statementId: 'one' as StatementId }
	const other = { ...of, statementId: 'other' as StatementId }
	const key = { ...of, madeFrom: 'a record, a look' }
	const said = async (found: ReturnType<typeof files.getPaper>) => {
		const kept = await found
		return kept && new Response(kept.body).text()
	}
	await files.dropPapers(of)
	await files.put(keyOf(missiv), [missiv])
	await files.putPaper(key, missiv)
	await files.putPaper(key, new TextEncoder().encode('other bytes'))
	await files.putPaper({ ...key, madeFrom: 'another look' }, missiv)
	await files.putPaper({ ...key, ...other }, missiv)
	expect(await said(files.getPaper(key))).toBe('Missiv åäö')
	expect(await said(files.getPaper({ ...key, madeFrom: '' }))).toBeNull()
	await files.dropPapers(of)
	expect(await said(files.getPaper(key))).toBeNull()
	expect(await said(files.getPaper({ ...key, ...other }))).toBe('Missiv åäö')
	expect(await store.kept()).toHaveLength(2)
	await expect(files.dropPapers({ ...of, statementId: '..' as StatementId })).rejects.toThrow('no key')
})

test('what waits lies apart, is let in by its hash, and is taken away when it has waited too long since it last came', async () => {
	await using store = testFiles()
	const { files } = store
	const [waits, other] = [missiv, new TextEncoder().encode('Ett till')].map((bytes) => ({
		...keyOf(bytes),
		unsaved: true,
	}))
	if (waits === undefined || other === undefined) throw new Error('two files')
	await files.dropWaiting(0)
	await files.put(waits, [missiv])
	await files.put(other, [new TextEncoder().encode('Ett till')])
	await expect(files.put({ ...waits, sha256: '0'.repeat(64) }, [missiv])).rejects.toThrow('422')
	expect(await files.get(keyOf(missiv))).toBeNull()
	expect(await new Response((await files.get(waits))?.body).text()).toBe('Missiv åäö')
	// The same bytes saved are another file, which stays.
	await files.put(keyOf(missiv), [missiv])
	const longAgo = new Date('2020-01-01')
	for (const { sha256 } of [waits, other])
		await utimes(join(store.directory, 'waiting', coalitionId, sha256), longAgo, longAgo)
	await files.put(waits, [missiv])
	await files.dropWaiting(HOUR_MS)
	expect(await files.get(other)).toBeNull()
	expect((await files.get(waits))?.size).toBe(missiv.length)
	await utimes(join(store.directory, 'waiting', coalitionId, waits.sha256), longAgo, longAgo)
	await files.dropWaiting(HOUR_MS)
	expect(await files.get(waits)).toBeNull()
	expect((await files.get(keyOf(missiv)))?.size).toBe(missiv.length)
	expect(await foldersIn(store.directory)).toEqual([coalitionId])
	const { answer } = openFiles(store.directory)
	for (const asked of ['', '?longer-than=-1', '?longer-than=x'])
		expect((await answer(new Request(`http://files.local/waiting${asked}`, { method: 'DELETE' }))).status).toBe(400)
})

/// <reference types="@cloudflare/vitest-plugin/types" />
import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import type { CoalitionId, StatementId } from '#domain/kernel/id.ts'
import { readEnvironment } from '#env'
import { fileStore, filesBehind } from '#files/adapters.ts'
import { sha256 } from '#usecases/hashing.ts'

const SETTINGS = { ORIGIN: 'https://samsvar.test', CODE_KEYS: `1:${'k'.repeat(43)}`, LIBSQL_URL: 'https://libsql.test' }
const coalitionId = '0190c0de-0000-7000-8000-000000000001' as CoalitionId

/** The bucket that wrangler.toml names, as the Worker has it. */
function bucketStore() {
	const files = fileStore(readEnvironment({ ...SETTINGS, ...env }))
	if (files === null) throw new Error('wrangler.toml binds no FILES')
	return files
}

test('the bucket keeps bytes under their hash once, and gives them back with their size', async () => {
	const files = bucketStore()
	const bytes = new TextEncoder().encode('Missiv åäö')
	const key = { coalitionId, sha256: await sha256('Missiv åäö') }
	expect(await files.get(key)).toBeNull()
	await files.put(key, [bytes])
	await files.put(key, [bytes])
	const found = await files.get(key)
	expect(found?.size).toBe(bytes.length)
	expect(await new Response(found?.body).text()).toBe('Missiv åäö')
})

test('the bucket takes no bytes that are not those of their name', async () => {
	const files = bucketStore()
	const other = new TextEncoder().encode('något annat')
	await expect(files.put({ coalitionId, sha256: '0'.repeat(64) }, [other])).rejects.toThrow()
	expect(await files.get({ coalitionId, sha256: '0'.repeat(64) })).toBeNull()
})

test('a Worker without a bucket has no file store and starts all the same', () => {
	expect(fileStore(readEnvironment(SETTINGS))).toBeNull()
	expect(() => readEnvironment({ ...SETTINGS, FILES: 'samsvar-files' })).toThrow('FILES: must be an R2 bucket')
})

test('the bucket keeps what was made under what it is made from, the first of it, and gives up all of a statement', async () => {
	const files = bucketStore()
	const of = { coalitionId, statementId: '0190c0de-0000-7000-8000-000000000002' as StatementId }
	const other = { ...of, statementId: '0190c0de-0000-7000-8000-000000000003' as StatementId }
	const bytes = (text: string) => new TextEncoder().encode(text)
	const said = async (key: Parameters<typeof files.getPaper>[0]) => {
		const found = await files.getPaper(key)
		return found && new Response(found.body).text()
	}
	const key = { ...of, madeFrom: 'pdf' }
	await files.putPaper(key, bytes('first'))
	await files.putPaper(key, bytes('second'))
	await files.putPaper({ ...key, madeFrom: 'docx' }, bytes('word'))
	await files.putPaper({ ...key, ...other }, bytes('other'))
	expect(await said(key)).toBe('first')
	await files.dropPapers(of)
	expect([await said(key), await said({ ...key, madeFrom: 'docx' })]).toEqual([null, null])
	expect(await said({ ...key, ...other })).toBe('other')
	await files.dropPapers(of)
})

test('the bucket keeps what waits apart, and takes away what has waited too long', async () => {
	const files = bucketStore()
	const key = { coalitionId, sha256: await sha256('Väntar') }
	const bytes = new TextEncoder().encode('Väntar')
	await files.put({ ...key, unsaved: true }, [bytes])
	await files.put({ ...key, unsaved: true }, [bytes])
	expect(await files.get(key)).toBeNull()
	await files.put(key, [bytes])
	await files.dropWaiting(60_000)
	expect((await files.get({ ...key, unsaved: true }))?.size).toBe(bytes.length)
	await files.dropWaiting(-1)
	expect(await files.get({ ...key, unsaved: true })).toBeNull()
	expect((await files.get(key))?.size).toBe(bytes.length)
})

test('what is large goes to the local store in pieces, and comes there as it was', async () => {
	const pieces = Array.from({ length: 5 }, (_, index) => new Uint8Array(300_000 - index).fill(index + 1))
	let came = new Uint8Array()
	const files = filesBehind({
		fetch: async (request) => {
			came = new Uint8Array(await request.arrayBuffer())
			return new Response(null, { status: 201 })
		},
	})
	await files.put({ coalitionId, sha256: '0'.repeat(64) }, pieces)
	expect([...came]).toEqual(pieces.flatMap((piece) => [...piece]))
	const broken = filesBehind({ fetch: async () => new Response(null, { status: 507 }) })
	await expect(broken.put({ coalitionId, sha256: '0'.repeat(64) }, pieces)).rejects.toThrow('507')
})

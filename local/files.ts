import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { syncDirectory } from './archive/write.ts'
import { codeOf } from './error-code.ts'
import { PRIVATE_FILE, PRIVATE_FOLDER } from './private.ts'

export type FileStore = {
	/**
	 * As `src/files/adapters.ts` asks: PUT and GET of `/COALITION/SHA256`, and of `/COALITION/papers/STATEMENT/HASH`, where the hash is
	 * that of what the file is made from; DELETE of `/COALITION/papers/STATEMENT`. What waits to be saved is put and got as
	 * `/waiting/COALITION/SHA256`; DELETE of `/waiting?longer-than=MILLISECONDS` takes away what has waited for longer.
	 */
	readonly answer: (request: Asked) => Promise<Response>
}

/** What is read of a request. */
type Asked = {
	readonly method: string
	readonly url: string
	readonly body: AsyncIterable<Uint8Array> | null
}

/** A coalition's id and a hash, or among its papers a statement's id and a hash; nothing that could lead elsewhere. */
const PATH = /^\/((?:waiting\/)?[\w-]{1,64}|[\w-]{1,64}\/papers\/[\w-]{1,64})\/([0-9a-f]{64})$/
const PAPERS = /^\/([\w-]{1,64}\/papers\/[\w-]{1,64})$/

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * Keeps a file under its hash: whole or not at all, and never in the place of what is there. `wrong`, and nothing is kept,
 * where it is not the hash of its bytes.
 */
export function keepFile(folder: string, sha256: string, bytes: Bytes): Promise<'kept' | 'there' | 'wrong'> {
	return keep(folder, sha256, bytes, sha256)
}

/** `expected`: what the bytes must hash to; null where anything will do. */
async function keep(folder: string, name: string, bytes: Bytes, expected: string | null) {
	const path = join(folder, name)
	if (await stat(path).catch(() => undefined)) {
		// Whoever sends it does not hear the answer before all of it is taken.
		for await (const _ of bytes);
		return 'there' as const
	}
	await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER })
	const part = join(folder, `${name}.${randomUUID()}.part`)
	const hash = createHash('sha256')
	const handle = await open(part, 'wx', PRIVATE_FILE)
	try {
		for await (const chunk of bytes) {
			hash.update(chunk)
			await handle.writeFile(chunk)
		}
		await handle.sync()
		await handle.close()
		if (expected !== null && hash.digest('hex') !== expected) return 'wrong' as const
		// Unlike `rename`, this never takes the place of what is there.
		await link(part, path)
		await syncDirectory(folder)
		return 'kept' as const
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return 'there' as const
		throw error
	} finally {
		await handle.close().catch(() => {})
		await rm(part, { force: true })
	}
}

const ANSWERS = { kept: 201, there: 200, wrong: 422 } as const

/** Files as plain files in `directory`, one directory for each coalition. Made with the first of them. */
export function openFiles(directory: string): FileStore {
	return {
		answer: async (request) => {
			const { pathname, searchParams } = new URL(request.url)
			if (request.method === 'DELETE' && pathname === '/waiting') {
				const longerThan = searchParams.get('longer-than') ?? ''
				if (!/^[0-9]{1,15}$/.test(longerThan)) return new Response(null, { status: 400 })
				await dropWaiting(join(directory, 'waiting'), Number(longerThan))
				return new Response(null, { status: 204 })
			}
			if (request.method === 'DELETE') {
				const [, papers] = PAPERS.exec(pathname) ?? []
				if (papers === undefined) return new Response(null, { status: 400 })
				await rm(join(directory, papers), { recursive: true, force: true })
				return new Response(null, { status: 204 })
			}
			const [, folder, hash] = PATH.exec(pathname) ?? []
			if (folder === undefined || hash === undefined) return new Response(null, { status: 400 })
			if (request.method === 'PUT') {
				// As it comes: what waits for this thread waits for a piece, and not for all of a large file.
				const expected = folder.includes('/papers/') ? null : hash
				const kept = await keep(join(directory, folder), hash, request.body ?? [], expected)
				// It waits from now on, also where it did before.
				if (kept === 'there' && folder.startsWith('waiting/')) {
					const now = new Date()
					await utimes(join(directory, folder, hash), now, now)
				}
				return new Response(null, { status: ANSWERS[kept] })
			}
			const bytes = await readFile(join(directory, folder, hash)).catch((error) => {
				if (codeOf(error) === 'ENOENT') return null
				throw error
			})
			if (bytes === null) return new Response(null, { status: 404 })
			return new Response(new Uint8Array(bytes), { headers: { 'content-length': String(bytes.length) } })
		},
	}
}

async function dropWaiting(folder: string, longerThan: number): Promise<void> {
	const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
		if (codeOf(error) === 'ENOENT') return []
		throw error
	})
	for (const entry of found) {
		if (!entry.isFile()) continue
		const path = join(entry.parentPath, entry.name)
		const kept = await stat(path).catch(() => undefined)
		if (kept !== undefined && Date.now() - kept.mtimeMs > longerThan) await rm(path, { force: true })
	}
}

import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncDirectory } from './archive/write.ts'
import { codeOf } from './error-code.ts'
import { PRIVATE_FILE, PRIVATE_FOLDER } from './private.ts'

export type FileStore = {
	/** Answers PUT and GET of `/COALITION/SHA256`, as `src/files/adapters.ts` asks. */
	readonly answer: (request: Request) => Promise<Response>
}

/** A coalition's id and a hash, and nothing that could lead elsewhere. */
const PATH = /^\/([\w-]{1,64})\/([0-9a-f]{64})$/

/**
 * Keeps a file under its hash: whole or not at all, and never in the place of what is there. `wrong`, and nothing is kept,
 * where it is not the hash of its bytes.
 */
export async function keepFile(
	folder: string,
	sha256: string,
	bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<'kept' | 'there' | 'wrong'> {
	const path = join(folder, sha256)
	if (await stat(path).catch(() => undefined)) return 'there'
	await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER })
	const part = join(folder, `${sha256}.${randomUUID()}.part`)
	const hash = createHash('sha256')
	const handle = await open(part, 'wx', PRIVATE_FILE)
	try {
		for await (const chunk of bytes) {
			hash.update(chunk)
			await handle.writeFile(chunk)
		}
		await handle.sync()
		await handle.close()
		if (hash.digest('hex') !== sha256) return 'wrong'
		// Unlike `rename`, this never takes the place of what is there.
		await link(part, path)
		await syncDirectory(folder)
		return 'kept'
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return 'there'
		throw error
	} finally {
		await handle.close().catch(() => {})
		await rm(part, { force: true })
	}
}

const ANSWERS = { kept: 201, there: 200, wrong: 422 } as const

/** Uploaded files as plain files in `directory`, one directory for each coalition. Made with the first of them. */
export function openFiles(directory: string): FileStore {
	return {
		answer: async (request) => {
			const [, coalition, hash] = PATH.exec(new URL(request.url).pathname) ?? []
			if (coalition === undefined || hash === undefined) return new Response(null, { status: 400 })
			if (request.method === 'PUT') {
				const bytes = new Uint8Array(await request.arrayBuffer())
				if (createHash('sha256').update(bytes).digest('hex') !== hash) return new Response(null, { status: 422 })
				return new Response(null, { status: ANSWERS[await keepFile(join(directory, coalition), hash, [bytes])] })
			}
			const bytes = await readFile(join(directory, coalition, hash)).catch((error) => {
				if (codeOf(error) === 'ENOENT') return null
				throw error
			})
			if (bytes === null) return new Response(null, { status: 404 })
			return new Response(new Uint8Array(bytes), { headers: { 'content-length': String(bytes.length) } })
		},
	}
}

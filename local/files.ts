import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type FileStore = {
	/** Answers PUT and GET of `/COALITION/SHA256`, as `src/files/adapters.ts` asks. */
	readonly answer: (request: Request) => Promise<Response>
}

/** A coalition's id and a hash, and nothing that could lead elsewhere. */
const PATH = /^\/([\w-]{1,64})\/([0-9a-f]{64})$/

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Uploaded files as plain files in `directory`, one directory for each coalition. Made with the first of them. */
export function openFiles(directory: string): FileStore {
	const put = async (coalition: string, hash: string, bytes: Uint8Array): Promise<number> => {
		if (createHash('sha256').update(bytes).digest('hex') !== hash) return 422
		const folder = join(directory, coalition)
		const path = join(folder, hash)
		if (await stat(path).catch(() => undefined)) return 200
		await mkdir(folder, { recursive: true })
		// Whole or not at all; and `link`, unlike `rename`, never takes the place of what is there.
		const part = join(folder, `${hash}.${randomUUID()}.part`)
		const handle = await open(part, 'wx')
		try {
			await handle.writeFile(bytes)
			await handle.sync()
			await handle.close()
			await link(part, path)
			return 201
		} catch (error) {
			if (codeOf(error) === 'EEXIST') return 200
			throw error
		} finally {
			await rm(part, { force: true })
		}
	}

	return {
		answer: async (request) => {
			const [, coalition, hash] = PATH.exec(new URL(request.url).pathname) ?? []
			if (coalition === undefined || hash === undefined) return new Response(null, { status: 400 })
			if (request.method === 'PUT') {
				const bytes = new Uint8Array(await request.arrayBuffer())
				return new Response(null, { status: await put(coalition, hash, bytes) })
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

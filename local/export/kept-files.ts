import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Part, syncDirectory } from '#local/archive/write.ts'

const HASH = /^[0-9a-f]{64}$/

/** The directories of coalitions in a directory of files, by name. */
export async function foldersIn(filesPath: string): Promise<string[]> {
	const found = await readdir(filesPath, { withFileTypes: true }).catch(nothingThere)
	return found.flatMap((entry) => (entry.isDirectory() && /^[\w-]{1,64}$/.test(entry.name) ? [entry.name] : [])).sort()
}

/** The kept files in a coalition's directory as parts of an archive, by hash. What is still being written is none of them. */
export async function fileParts(folder: string, prefix: string): Promise<Part[]> {
	const found = await readdir(folder, { withFileTypes: true }).catch(nothingThere)
	const hashes = found.flatMap((entry) => (entry.isFile() && HASH.test(entry.name) ? [entry.name] : [])).sort()
	return Promise.all(
		hashes.map(async (sha256) => {
			const path = join(folder, sha256)
			const { size } = await stat(path)
			return { name: `${prefix}${sha256}`, known: { sha256, size }, bytes: () => createReadStream(path) }
		}),
	)
}

function nothingThere(error: unknown): [] {
	if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
	throw error
}

/**
 * Keeps a file under its hash, as the runner does: whole or not at all, and never in the place of what is there. False, and
 * nothing is kept, where it is not the hash of its bytes.
 */
export async function keepFile(folder: string, sha256: string, bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
	const path = join(folder, sha256)
	if (await stat(path).catch(() => undefined)) return true
	await mkdir(folder, { recursive: true })
	const part = join(folder, `${sha256}.${randomUUID()}.part`)
	const hash = createHash('sha256')
	const handle = await open(part, 'wx')
	try {
		for await (const chunk of bytes) {
			hash.update(chunk)
			await handle.writeFile(chunk)
		}
		await handle.sync()
		await handle.close()
		if (hash.digest('hex') !== sha256) return false
		await rename(part, path)
		await syncDirectory(folder)
		return true
	} finally {
		await handle.close().catch(() => {})
		await rm(part, { force: true })
	}
}

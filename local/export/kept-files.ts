import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { WAITING } from '#files/port.ts'
import type { Part } from '#local/archive/write.ts'
import { codeOf } from '#local/error-code.ts'

const HASH = /^[0-9a-f]{64}$/

/** The directories of coalitions in a directory of files, by name. What waits to be saved is no coalition's yet. */
export async function foldersIn(filesPath: string): Promise<string[]> {
	const found = await readdir(filesPath, { withFileTypes: true }).catch(nothingThere)
	return found
		.flatMap((entry) =>
			entry.isDirectory() && entry.name !== WAITING && /^[\w-]{1,64}$/.test(entry.name) ? [entry.name] : [],
		)
		.sort()
}

/**
 * The kept files in a coalition's directory as parts of an archive, by hash. What is still being written is none of
 * them, nor what was made here and lies in `papers`: it is made again, and a copy would hold what is withheld later.
 */
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
	if (codeOf(error) === 'ENOENT') return []
	throw error
}

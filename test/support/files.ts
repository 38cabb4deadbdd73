import { randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesBehind } from '#files/adapters.ts'
import type { Files } from '#files/port.ts'
import { openFiles } from '#local/files.ts'

export type TestFiles = AsyncDisposable & {
	/** As the Worker has it behind the local runner. */
	readonly files: Files
	/** Made with the first file. */
	readonly directory: string
	/** What is kept there, as paths from it. */
	readonly kept: () => Promise<string[]>
}

/** A file store of plain files, as `npm start` has it, in a directory of its own. */
export function testFiles(): TestFiles {
	const directory = join(tmpdir(), `samsvar-files-${randomUUID()}`)
	const { answer } = openFiles(directory)
	return {
		files: filesBehind({ fetch: answer }),
		directory,
		kept: async () => {
			const found = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => [])
			return found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
		},
		[Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
	}
}

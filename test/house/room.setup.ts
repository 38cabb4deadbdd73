import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { dataDirectoryAt } from '#local/data-directory.ts'
import { listen } from '#local/libsql/listen.ts'
import { createLibsqlServer } from '#local/libsql/server.ts'
import { livePlace } from '#test/support/live-place.ts'

declare module 'vitest' {
	// biome-ignore lint/style/useConsistentTypeDefinitions: what is provided is said by adding to an interface
	interface ProvidedContext {
		/** A database with a draft in it, where it answers, and who is signed in there. */
		readonly draft: {
			readonly url: string
			readonly statementId: string
			readonly writers: readonly string[]
			readonly chair: string
		}
	}
}

/** The real database engine, for tests that run where there is none. */
export default async function draft({ provide }: TestProject): Promise<() => Promise<void>> {
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-draft-'))
	const { directory, statementId, writers, chairSecret } = await livePlace(folder, ['Attention', 'AnBo'])
	const server = createLibsqlServer({ file: dataDirectoryAt(directory).databaseFile })
	const { url, close } = await listen(server)
	provide('draft', { url, statementId, writers: writers.map(({ secret }) => secret), chair: chairSecret })
	return async () => {
		await close()
		server.close()
		await rm(folder, { recursive: true, force: true })
	}
}

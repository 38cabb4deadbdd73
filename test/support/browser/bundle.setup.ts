import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { builtWorker } from '#local/built.ts'

declare module 'vitest' {
	// biome-ignore lint/style/useConsistentTypeDefinitions: only an interface is added to vitest's own.
	interface ProvidedContext {
		/** The file that holds the Worker as it is deployed: tens of megabytes, which would go to each test file if they were handed over. */
		readonly bundle: string
	}
}

/** The Worker, for all who run it here. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const bundle = await builtWorker()
	if (!bundle.ok) throw new Error(bundle.reason)
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-bundle-'))
	const file = join(folder, 'worker.json')
	await writeFile(file, JSON.stringify(bundle.value))
	project.provide('bundle', file)
	return () => rm(folder, { recursive: true })
}

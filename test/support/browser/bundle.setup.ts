import type { TestProject } from 'vitest/node'
import type { Bundle } from '#local/build.ts'
import { builtWorker } from '#local/built.ts'

declare module 'vitest' {
	// biome-ignore lint/style/useConsistentTypeDefinitions: only an interface is added to vitest's own.
	interface ProvidedContext {
		/** The Worker as it is deployed. */
		readonly bundle: Bundle
	}
}

/** The Worker, for all who run it here. */
export default async function setup(project: TestProject): Promise<void> {
	const bundle = await builtWorker()
	if (!bundle.ok) throw new Error(bundle.reason)
	project.provide('bundle', bundle.value)
}

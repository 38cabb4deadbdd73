import type { TestProject } from 'vitest/node'
import { type Bundle, buildWorker } from '#local/build.ts'

declare module 'vitest' {
	// biome-ignore lint/style/useConsistentTypeDefinitions: only an interface is added to vitest's own.
	interface ProvidedContext {
		/** The Worker as it is deployed. */
		readonly bundle: Bundle
	}
}

/** Builds the Worker once for all who run it: to build takes longer than to start. */
export default async function setup(project: TestProject): Promise<void> {
	const bundle = await buildWorker()
	if (!bundle.ok) throw new Error(bundle.reason)
	project.provide('bundle', bundle.value)
}

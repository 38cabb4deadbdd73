import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Gives a run of the tests a folder for the databases that it makes once and copies (test/support/template.ts), and for what
 * the programs that tests start have compiled.
 */
export default async function templates(): Promise<() => Promise<void>> {
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-templates-'))
	process.env.TEMPLATES = folder
	process.env.NODE_COMPILE_CACHE = join(folder, 'compiled')
	// A worker that ends keeps what it compiled there.
	return () => rm(folder, { recursive: true, force: true, maxRetries: 10 })
}

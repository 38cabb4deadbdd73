import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives a run of the tests a folder for the databases that it makes once and copies (test/support/template.ts). */
export default async function templates(): Promise<() => Promise<void>> {
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-templates-'))
	process.env.TEMPLATES = folder
	return () => rm(folder, { recursive: true, force: true })
}

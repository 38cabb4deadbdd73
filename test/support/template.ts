import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The folder of this run's templates, and what there is in it: a database, and what is known of what stands in it. */
export type Template<Known> = { readonly folder: string; readonly database: string; readonly known: Known }

/**
 * What `make` writes into a folder, made once in a run of the tests, by whoever asks first; of two who make it at once the
 * first counts. Undefined outside of such a run, where everything is made anew: what is measured is not copied.
 */
export async function templateOf<Known>(
	name: string,
	make: (template: Omit<Template<Known>, 'known'>) => Promise<Known>,
): Promise<Template<Known> | undefined> {
	const { TEMPLATES } = process.env
	if (TEMPLATES === undefined) return undefined
	const folder = join(TEMPLATES, createHash('sha256').update(name).digest('hex'))
	if (!existsSync(folder)) {
		const unfinished = join(TEMPLATES, randomUUID())
		await mkdir(unfinished)
		const made = await make({ folder: unfinished, database: databaseIn(unfinished) })
		await writeFile(join(unfinished, KNOWN), JSON.stringify(made))
		await rename(unfinished, folder).catch(async (error) => {
			if (!existsSync(folder)) throw error
			await rm(unfinished, { recursive: true })
		})
	}
	const known: Known = JSON.parse(await readFile(join(folder, KNOWN), 'utf8'))
	return { folder, database: databaseIn(folder), known }
}

const KNOWN = 'known.json'

const databaseIn = (folder: string) => join(folder, 'template.db')

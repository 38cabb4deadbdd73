import { type Client, LibsqlError } from '@libsql/client/web'
import { bringUpToDate } from './bring-up-to-date.ts'
import { codeOf } from './error-code.ts'
import { migrationNames } from './migrate.ts'

/** A database that cannot be worked on. Its message says which, and what to do. */
export class UnusableDatabase extends Error {}

/** Says of an error of the engine that the file is damaged; undefined of any other. */
export function damageSentence(error: unknown, file: string): string | undefined {
	if (!/^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))) return undefined
	return damaged(file, error instanceof Error ? error.message : String(error))
}

const damaged = (file: string, how: string) =>
	`${file} is damaged, or is no database (${how}). Move it away, and make the data anew from the latest backup: npm run --silent admin -- restore FILE --data DIR`

/**
 * Brings a database to the present schema, as `bringUpToDate`, after a look at whether it can be: nothing of it is changed
 * otherwise. `name`: its file, or where it is. `whole`: looks at every page, too.
 *
 * @throws UnusableDatabase where it is damaged, or a newer Samsvar has worked on it.
 */
export async function madeReady(client: Client, name: string, whole = false): Promise<void> {
	try {
		const newer = await unknownMigration(client)
		if (newer !== undefined) {
			throw new UnusableDatabase(
				`${name} was used by a newer Samsvar: it has had ${newer}, which this one does not know. Nothing was changed. Update this Samsvar, or choose other data with --data DIR.`,
			)
		}
		if (whole) {
			const { rows } = await client.execute('PRAGMA quick_check(1)')
			const said = String(rows[0]?.quick_check)
			if (said !== 'ok') throw new UnusableDatabase(damaged(name, said))
		}
		await bringUpToDate(client)
	} catch (error) {
		const sentence = error instanceof LibsqlError ? damageSentence(error, name) : undefined
		throw sentence === undefined ? error : new UnusableDatabase(sentence)
	}
}

/** The first migration that it has had and that is none of ours. */
async function unknownMigration(client: Client): Promise<string | undefined> {
	const { rows: tables } = await client.execute("SELECT 1 FROM sqlite_master WHERE name = 'migration'")
	if (tables.length === 0) return undefined
	const known = new Set(await migrationNames())
	const { rows } = await client.execute('SELECT name FROM migration ORDER BY name')
	return rows.map(({ name }) => String(name)).find((name) => !known.has(name))
}

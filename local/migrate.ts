import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Client } from '@libsql/client/web'

const MIGRATIONS = fileURLToPath(new URL('../migrations/', import.meta.url))

/** The SQL files of `migrations/`, in the order of their names. */
export const migrationNames = async (folder: string = MIGRATIONS): Promise<string[]> =>
	(await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()

/**
 * Applies the SQL files of `migrations/` that the database has not had, in the order of their names, each in one write
 * transaction with the row that says so. Safe to call at every start. Returns the names of those applied now.
 *
 * @throws LibsqlError of the first statement that fails; its file is then not applied at all.
 */
export async function migrate(client: Client, folder: string = MIGRATIONS): Promise<string[]> {
	await client.execute(
		'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL, rebuilt_at INTEGER) STRICT',
	)
	const { rows, columns } = await client.execute('SELECT * FROM migration')
	// Older databases have no such column: tables were not made anew after a migration then.
	if (!columns.includes('rebuilt_at')) await client.execute('ALTER TABLE migration ADD COLUMN rebuilt_at INTEGER')
	const applied = new Set(rows.map((row) => String(row.name)))
	const pending = (await migrationNames(folder)).filter((name) => !applied.has(name))
	for (const name of pending) {
		const text = await readFile(`${folder}/${name}`, 'utf8')
		const statements = text
			.split('--> statement-breakpoint')
			.map((statement) => statement.trim())
			.filter((statement) => statement !== '')
		// First, so that of two who migrate at once the second fails here and changes nothing.
		const mark = { sql: 'INSERT INTO migration (name, applied_at) VALUES (?, ?)', args: [name, Date.now()] }
		await client.batch([mark, ...statements], 'write')
	}
	return pending
}

import type { Client } from '@libsql/client/web'
import { openDatabase } from '#local/libsql/open.ts'

/** Works on a database file as it is, without bringing it to the present schema, and lets go of it. */
export async function withDatabase<Value>(file: string, work: (client: Client) => Promise<Value>): Promise<Value> {
	const { client, close } = openDatabase({ file })
	try {
		return await work(client)
	} finally {
		close()
	}
}

/** What is wrong with the file's pages, or nothing. */
export async function damageIn(client: Client): Promise<string | undefined> {
	const { rows } = await client.execute('PRAGMA integrity_check(1)')
	const said = String(rows[0]?.integrity_check)
	return said === 'ok' ? undefined : said
}

/** The migrations that it has had; none where it is no database of Samsvar. */
export async function migrationsIn(client: Client): Promise<string[]> {
	const { rows: tables } = await client.execute("SELECT 1 FROM sqlite_master WHERE name = 'migration'")
	if (tables.length === 0) return []
	const { rows } = await client.execute('SELECT name FROM migration ORDER BY name')
	return rows.map(({ name }) => String(name))
}

/** Puts what was written last into the file itself, so that it can be copied alone. */
export const settle = async (client: Client): Promise<void> => {
	await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
}

/**
 * The tables of what lets a browser in, or knows it: they fill anew as people sign in. And what waits for an answer of an address:
 * somebody may have said no to it since.
 */
const OF_BROWSERS = ['session', 'sign_in', 'known_browser', 'rate_limit', 'address_change', 'directory_mail']

/** The statements that empty those of them that the database has, which may be older. What is deleted is overwritten, too. */
export async function forgettingBrowsers(client: Client): Promise<string[]> {
	const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
	const there = new Set(rows.map(({ name }) => String(name)))
	return [
		'PRAGMA secure_delete = ON',
		...OF_BROWSERS.filter((name) => there.has(name)).map((name) => `DELETE FROM ${name}`),
	]
}

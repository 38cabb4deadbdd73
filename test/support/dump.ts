import type { Client } from '@libsql/client/web'
import { allRows } from './all-rows.ts'

/** Every row of every table, in an order of its own. */
export async function dump(client: Client): Promise<Record<string, string[]>> {
	const tables = await allRows(
		client,
		"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
	)
	const names = tables.map(({ name }) => String(name))
	const results = await client.batch(
		names.map((name) => `SELECT * FROM "${name}"`),
		'read',
	)
	return Object.fromEntries(
		names.map((name, index) => [name, (results[index]?.rows ?? []).map((row) => JSON.stringify({ ...row })).sort()]),
	)
}

import type { Client } from '@libsql/client/web'
import { PROJECTED } from '#db/project.ts'

/** Every row of every table that is made from events, in an order of its own. */
export async function snapshot(client: Client): Promise<Record<string, string[]>> {
	const results = await client.batch(
		PROJECTED.map((table) => `SELECT * FROM ${table}`),
		'read',
	)
	return Object.fromEntries(
		PROJECTED.map((table, index) => [
			table,
			(results[index]?.rows ?? []).map((row) => JSON.stringify({ ...row })).sort(),
		]),
	)
}

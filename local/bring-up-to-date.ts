import type { Client } from '@libsql/client/web'
import { migrate } from './migrate.ts'
import { rebuild } from './rebuild.ts'

/**
 * Brings a database to the present schema, and its tables to what its events say by it: a migration may have added a table
 * or a column that events of long ago fill. Killed in between, the next call takes it up. Returns the names of the
 * migrations applied now.
 */
export async function bringUpToDate(client: Client): Promise<string[]> {
	const applied = await migrate(client)
	const { rows } = await client.execute(
		`SELECT EXISTS (SELECT 1 FROM migration WHERE rebuilt_at IS NULL) AS behind, EXISTS (SELECT 1 FROM event) AS begun`,
	)
	if (rows[0]?.behind !== 1) return applied
	if (rows[0].begun === 1) await rebuild(client)
	await client.execute({ sql: 'UPDATE migration SET rebuilt_at = ? WHERE rebuilt_at IS NULL', args: [Date.now()] })
	return applied
}

import type { Client } from '@libsql/client/web'
import { allRows } from './all-rows.ts'

/**
 * Notes every row that is added, changed or removed from now on, in whatever table and whatever it held before. Gives what
 * asks how many there have been. `but`: tables, and what is true of their rows that are not noted.
 */
export async function noteWrites(client: Client, but: Readonly<Record<string, (row: 'old' | 'new') => string>> = {}) {
	const tables = await allRows(
		client,
		"SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
	)
	const rowsOf = { INSERT: ['new'], UPDATE: ['old', 'new'], DELETE: ['old'] } as const
	const triggers = tables.flatMap(({ name }) =>
		Object.entries(rowsOf).map(([change, rows]) => {
			const left = but[String(name)]
			const when = left === undefined ? '' : `WHEN NOT (${rows.map(left).join(' AND ')})`
			return `CREATE TRIGGER "noted_${name}_${change}" AFTER ${change} ON "${name}" ${when}
				BEGIN UPDATE noted SET writes = writes + 1; END`
		}),
	)
	await client.batch(['CREATE TABLE noted AS SELECT 0 AS writes', ...triggers], 'write')
	return async (): Promise<number> => Number((await allRows(client, 'SELECT writes FROM noted'))[0]?.writes)
}

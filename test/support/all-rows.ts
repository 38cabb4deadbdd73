import type { Client, InValue } from '@libsql/client/web'

/** Every row of a select, as plain objects. */
export async function allRows(client: Client, sql: string, args: InValue[] = []): Promise<Record<string, unknown>[]> {
	return (await client.execute({ sql, args })).rows.map((row) => ({ ...row }))
}

/** How many rows there are of what follows `SELECT count(*)`. */
export async function countOf(client: Client, from: string, args: InValue[] = []): Promise<number> {
	const [row] = await allRows(client, `SELECT count(*) AS n ${from}`, args)
	return Number(row?.n)
}

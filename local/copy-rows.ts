import type { Client, InStatement, InValue } from '@libsql/client/web'

/** How many rows travel in one request. */
export const ROWS = 200
/** The engine takes 32,766 values in one statement. */
const VALUES = 30_000

type Columns = { readonly names: readonly string[]; readonly order: readonly string[] }

/** The columns of a table, and those to sort its rows by: as they were written, where the table can tell that. */
async function columnsOf(client: Client, table: string): Promise<Columns> {
	const [info, list] = await client.batch(
		[
			{ sql: 'SELECT name, pk FROM pragma_table_info(?) ORDER BY cid', args: [table] },
			{ sql: "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?", args: [table] },
		],
		'read',
	)
	const columns = (info?.rows ?? []).map(({ name, pk }) => ({ name: `"${name}"`, pk: Number(pk) }))
	const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
	const withoutRowid = Number(list?.rows[0]?.wr) === 1
	return {
		names: columns.map(({ name }) => name),
		order: withoutRowid ? keys.map(({ name }) => name) : ['rowid'],
	}
}

/** Every row of a table, some at a time, in order. */
async function* rowsOf(client: Client, table: string, { names, order }: Columns): AsyncIterable<InValue[][]> {
	const keys = order.join(', ')
	const after = `(${keys}) > (${order.map(() => '?').join(', ')})`
	const select = (where: string) =>
		`SELECT ${keys}, ${names.join(', ')} FROM "${table}" ${where} ORDER BY ${keys} LIMIT ?`
	let last: InValue[] | undefined
	for (;;) {
		const { rows } = await client.execute({
			sql: select(last ? `WHERE ${after}` : ''),
			args: [...(last ?? []), ROWS],
		})
		const found = rows.map((row): InValue[] => Array.from(row, (value) => value ?? null))
		if (found.length > 0) yield found.map((row) => row.slice(order.length))
		if (found.length < ROWS) return
		last = found.at(-1)?.slice(0, order.length)
	}
}

/** A statement that adds rows, and how many. */
export type RowsAdded = { readonly statement: InStatement; readonly rows: number }

/** The names of a table's columns, as SQL. */
export const columnNames = async (client: Client, table: string): Promise<readonly string[]> =>
	(await columnsOf(client, table)).names

/** Statements that add all rows of a table to another of the same columns, in their order, some at a time. */
export async function* copyingOf(from: Client, table: string, into: string): AsyncIterable<RowsAdded> {
	const columns = await columnsOf(from, table)
	const { names } = columns
	const atOnce = Math.max(1, Math.min(ROWS, Math.floor(VALUES / names.length)))
	const row = `(${names.map(() => '?').join(', ')})`
	const sql = (count: number) =>
		`INSERT INTO "${into}" (${names.join(', ')}) VALUES ${Array.from({ length: count }, () => row).join(', ')}`
	for await (const rows of rowsOf(from, table, columns)) {
		for (let at = 0; at < rows.length; at += atOnce) {
			const some = rows.slice(at, at + atOnce)
			yield { statement: { sql: sql(some.length), args: some.flat() }, rows: some.length }
		}
	}
}

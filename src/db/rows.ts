import type { InValue } from '@libsql/client/web'
import * as z from 'zod'
import type { Query } from './client.ts'

/** A column that holds an id. */
export { idOf as id } from '#schema/kernel.ts'

/** Takes what stands in the columns it wants, in their order; checks it and names its fields. */
export type RowReader<Value> = ((cells: readonly unknown[]) => Value) & { readonly columns: readonly string[] }

type Fields<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>

/**
 * How rows of a select are read: a field for each column that is wanted, `dueOn` for `due_on`. Where a field is called
 * otherwise, the SQL says so (`from_at AS "from"`). `make` turns the fields into what they stand for.
 * Made once for each select as its module is loaded, never for a request.
 */
export function row<Shape extends z.ZodRawShape>(shape: Shape): RowReader<Fields<Shape>>
export function row<Shape extends z.ZodRawShape, Value>(
	shape: Shape,
	make: (fields: Fields<Shape>) => Value,
): RowReader<Value>
export function row<Shape extends z.ZodRawShape>(
	shape: Shape,
	make: (fields: Fields<Shape>) => unknown = (fields) => fields,
): RowReader<unknown> {
	const columns = Object.entries(shape).map(([name, schema]) => ({ name, read: cellReader(schema) }))
	const fieldsOf = (cells: readonly unknown[]) => {
		const fields: Record<string, unknown> = {}
		for (const [index, { name, read }] of columns.entries()) {
			const value = read(cells[index])
			if (value === WRONG) return wholly(shape, cells)
			fields[name] = value
		}
		// Each was checked by its own schema, which the compiler does not follow through a loop.
		return fields as Fields<Shape>
	}
	return Object.assign((cells: readonly unknown[]) => make(fieldsOf(cells)), {
		columns: columns.map(({ name }) => columnOf(name)),
	})
}

/** What no cell becomes. */
const WRONG = Symbol('wrong')

/** The same row by zod alone, which says what is wrong with it, and where. */
function wholly<Shape extends z.ZodRawShape>(shape: Shape, cells: readonly unknown[]): Fields<Shape> {
	return z.object(shape).parse(Object.fromEntries(Object.keys(shape).map((name, index) => [name, cells[index]])))
}

/**
 * How a cell is read. Plain texts, numbers and words of a list are looked at by hand: a large coalition's page has tens of thousands of
 * cells, and to each zod says in ten steps what one tells.
 */
function cellReader(schema: z.core.$ZodType): (cell: unknown) => unknown {
	const isPlain = plain(schema)
	if (isPlain) return (cell) => (isPlain(cell) ? cell : WRONG)
	return (cell) => {
		const read = z.safeParse(schema, cell)
		return read.success ? read.data : WRONG
	}
}

/** Whether a cell is what the schema asks for, and stays as it is; null where zod alone can tell. */
function plain(schema: z.core.$ZodType): ((cell: unknown) => boolean) | null {
	if (schema instanceof z.ZodNullable) {
		const inner = plain(schema.unwrap())
		return inner && ((cell) => cell === null || inner(cell))
	}
	if (schema instanceof z.ZodEnum) {
		const words = new Set<unknown>(schema.options)
		return (cell) => words.has(cell)
	}
	if (schema._zod.def.checks?.length) return null
	if (schema instanceof z.ZodString && schema.format === null) return (cell) => typeof cell === 'string'
	if (schema instanceof z.ZodNumber && schema.format === null) return Number.isFinite
	return null
}

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const list = z.string().transform((written): unknown[] => JSON.parse(written))
const table = z.string().transform((written): unknown[][] => JSON.parse(written))

/**
 * All rows of one select. They come as one JSON text: the client makes three properties of every cell, which costs five times what
 * reading that text does.
 */
export function rows<Value>(sql: string, args: InValue[], read: RowReader<Value>): Query<Value[]> {
	// Named by its table: an engine may take a quoted name that no column has for a text.
	const cells = read.columns.map((column) => `found."${column}"`).join(', ')
	return {
		statements: [{ sql: `SELECT json_group_array(json_array(${cells})) FROM (${sql}) AS found`, args }],
		parse: ([result]) => table.parse(result?.rows[0]?.[0]).map((cells) => read(cells)),
	}
}

/** The first row of one select, or null. As it is: there may be long texts in it. */
export function firstRow<Value>(sql: string, args: InValue[], read: RowReader<Value>): Query<Value | null> {
	return {
		statements: [{ sql, args }],
		parse: ([result]) => {
			const found = result?.rows[0]
			return found === undefined ? null : read(read.columns.map((column) => found[column]))
		},
	}
}

/** What the one column of a select holds, row by row. */
export function values<Schema extends z.ZodType>(
	sql: string,
	args: InValue[],
	column: Schema,
): Query<z.output<Schema>[]> {
	return {
		statements: [{ sql: `WITH found (value) AS (${sql}) SELECT json_group_array(value) FROM found`, args }],
		parse: ([result]) => list.parse(result?.rows[0]?.[0]).map((value) => column.parse(value)),
	}
}

/** What the one column of a select holds in its first row; null where there is none. */
export function firstValue<Schema extends z.ZodType>(
	sql: string,
	args: InValue[],
	column: Schema,
): Query<z.output<Schema> | null> {
	return {
		statements: [{ sql, args }],
		parse: ([result]) => {
			const found = result?.rows[0]
			return found === undefined ? null : column.parse(found[0])
		},
	}
}

const text = z.string()

/** A column that holds JSON we wrote ourselves. */
export const json = <Value extends z.ZodType>(value: Value) =>
	text.transform((written) => value.parse(JSON.parse(written)))

/** SQLite's 0 and 1. */
export const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1)

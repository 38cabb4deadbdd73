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
	const schema = z.object(shape)
	const names = Object.keys(shape)
	const read = (cells: readonly unknown[]) => {
		const fields: Record<string, unknown> = {}
		for (const [index, name] of names.entries()) fields[name] = cells[index]
		return make(schema.parse(fields))
	}
	return Object.assign(read, { columns: names.map(columnOf) })
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

import type { InValue, Row } from '@libsql/client/web'
import * as z from 'zod'
import { mapQuery, type Query } from './client.ts'

/** A column that holds an id. */
export { idOf as id } from '#schema/kernel.ts'

/** Takes a row as it was found, checks it and names its fields. */
export type RowReader<Value> = (found: Row) => Value

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
	const columns = Object.keys(shape).map((field) => [field, columnOf(field)] as const)
	return (found) => make(schema.parse(Object.fromEntries(columns.map(([field, column]) => [field, found[column]]))))
}

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** All rows of one select. */
export function rows<Value>(sql: string, args: InValue[], read: RowReader<Value>): Query<Value[]> {
	return { statements: [{ sql, args }], parse: ([result]) => (result?.rows ?? []).map((found) => read(found)) }
}

/** The first row of one select, or null. */
export function firstRow<Value>(sql: string, args: InValue[], read: RowReader<Value>): Query<Value | null> {
	return mapQuery(rows(sql, args, read), (found) => found[0] ?? null)
}

/** What the one column of a select holds, row by row. */
export function values<Schema extends z.ZodType>(
	sql: string,
	args: InValue[],
	column: Schema,
): Query<z.output<Schema>[]> {
	return rows(sql, args, (found) => column.parse(found[0]))
}

/** What the one column of a select holds in its first row; null where there is none. */
export function firstValue<Schema extends z.ZodType>(
	sql: string,
	args: InValue[],
	column: Schema,
): Query<z.output<Schema> | null> {
	return firstRow(sql, args, (found) => column.parse(found[0]))
}

const text = z.string()

/** A column that holds JSON we wrote ourselves. */
export const json = <Value extends z.ZodType>(value: Value) =>
	text.transform((written) => value.parse(JSON.parse(written)))

/** SQLite's 0 and 1. */
export const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1)

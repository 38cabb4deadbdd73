import { eq, fillPlaceholders, getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable, SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core'
import type { EventType, StoredEvent } from '#domain/event.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { build, type statementOf } from './client.ts'
import * as schema from './schema.ts'

type Stored<Type extends EventType> = Extract<StoredEvent, { type: Type }>
export type Runnable = Parameters<typeof statementOf>[0]

/** For types of event, what brings the tables up to date with it: a room's part of the sum that knows every type. */
export type Projections = {
	readonly [Type in EventType]?: (event: Stored<Type>) => readonly Runnable[]
}

/** A statement that drizzle has no words for, among those that it builds. */
export const asWritten = ({ sql, args }: { readonly sql: string; readonly args: readonly unknown[] }): Runnable => ({
	toSQL: () => ({ sql, params: [...args] }),
})

export function idOf(event: StoredEvent): string {
	if (event.statementId === null) throw new Error(`${event.type} belongs to a statement`)
	return event.statementId
}

/** Changes columns of the row with that id. */
export function update<Table extends SQLiteTable & { readonly id: SQLiteColumn }>(
	table: Table,
	id: string,
	columns: SQLiteUpdateSetSource<Table>,
): Runnable {
	return build.update(table).set(columns).where(eq(table.id, id))
}

/**
 * Writes a row over the one that stands under the same key. Built once for a table: to build it anew costs an act half of what it
 * decides and saves.
 */
export function overwriting<Table extends SQLiteTable>(
	table: Table,
	key: SQLiteColumn[],
): (row: Required<Table['$inferInsert']>) => Runnable {
	const columns = Object.entries(getTableColumns(table))
	const placed = (some: typeof columns) => Object.fromEntries(some.map(([name]) => [name, sql.placeholder(name)]))
	const set = placed(columns.filter(([, column]) => !key.includes(column)))
	const statement = build
		.insert(table)
		.values(placed(columns) as Table['$inferInsert'])
		.onConflictDoUpdate({ target: key, set: set as SQLiteUpdateSetSource<Table> })
		.toSQL()
	return (row) => ({ toSQL: () => ({ ...statement, params: fillPlaceholders(statement.params, row) }) })
}

type StatementColumns = Partial<typeof schema.statement.$inferInsert>

export function updateStatement(event: StoredEvent, columns: StatementColumns): Runnable {
	return update(schema.statement, idOf(event), { ...columns, changedAt: event.at })
}

/** `personId`: who wrote it, where that is another than did the act. */
export function writeVersion(
	event: StoredEvent,
	{ id, blockId, content }: BlockVersion,
	personId = event.personId,
): Runnable[] {
	const statementId = idOf(event)
	return [
		build.insert(schema.blockVersion).values({
			id,
			blockId,
			statementId,
			content: JSON.stringify(content),
			personId,
			at: event.at,
		}),
		build
			.insert(schema.block)
			.values({ id: blockId, statementId, versionId: id })
			.onConflictDoUpdate({ target: schema.block.id, set: { versionId: id } }),
	]
}

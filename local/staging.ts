import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client, InStatement } from '@libsql/client/web'
import { isBusy } from '#db/busy.ts'
import { columnNames, copyingOf, ROWS, type RowsAdded } from './copy-rows.ts'

const PREFIX = 'staged_'

/** How many rows are removed at once. */
const REMOVED = 2_000
/** How many tables are made at once. */
const TABLES = 40
/** The longest pause between two steps, in milliseconds. */
const PAUSE_MS = 50
/** A step is tried this long where others write. Milliseconds. */
const PATIENCE_MS = 120_000

/**
 * Tables beside the real ones of a database, in which rows are gathered a few at a time while others go on working. Nobody reads them.
 * They are taken over by statements of the database itself, in one short transaction.
 */
export type Staging = AsyncDisposable & {
	/** Its name, as SQL. */
	readonly staged: (table: string) => string
	/** Adds the rows to the real table, in their order. `without`: columns that are left for the database to fill. */
	readonly takeOver: (table: string, without?: readonly string[]) => InStatement
}

/** Lays all rows of those tables of another database beside the real ones. */
export async function openStaging(client: Client, from: Client, tables: readonly string[]): Promise<Staging> {
	await clearStaged(client)
	// Its own, so that rows of one who was cleared away meanwhile never come among those of the next.
	const prefix = `${PREFIX}${randomUUID().slice(0, 8)}_`
	const staged = (table: string) => `"${prefix}${table}"`
	const columns = new Map<string, readonly string[]>()
	for (const table of tables) columns.set(table, await columnNames(from, table))
	const staging: Staging = {
		staged,
		takeOver: (table, without = []) => {
			const names = (columns.get(table) ?? []).filter((name) => !without.includes(name.slice(1, -1))).join(', ')
			return `INSERT INTO "${table}" (${names}) SELECT ${names} FROM ${staged(table)} ORDER BY rowid`
		},
		// Where the database is gone, whoever comes next clears it.
		[Symbol.asyncDispose]: () => clear(client, prefix).catch(() => {}),
	}
	try {
		const creating = tables.map((table) => `CREATE TABLE ${staged(table)} AS SELECT * FROM "${table}" WHERE 0`)
		for (let at = 0; at < creating.length; at += TABLES) {
			await inTurn(() => client.batch(creating.slice(at, at + TABLES), 'write'))
		}
		for await (const some of fewAtOnce(from, tables, prefix)) await inTurn(() => client.batch(some, 'write'))
		return staging
	} catch (error) {
		await staging[Symbol.asyncDispose]()
		throw error
	}
}

/** What adds all rows of the tables, as many rows together as travel in one request. */
async function* fewAtOnce(from: Client, tables: readonly string[], prefix: string): AsyncIterable<InStatement[]> {
	let some: RowsAdded[] = []
	const statements = () => some.map(({ statement }) => statement)
	for (const table of tables) {
		for await (const added of copyingOf(from, table, `${prefix}${table}`)) {
			if (sumOf(some) + added.rows > ROWS) {
				yield statements()
				some = []
			}
			some.push(added)
		}
	}
	if (some.length > 0) yield statements()
}

const sumOf = (of: readonly { readonly rows: number }[]) => of.reduce((sum, { rows }) => sum + rows, 0)

/**
 * Removes what was gathered and never taken over, as of one who was killed. Of one who still gathers, too: who does then finds a table
 * gone, and takes nothing over.
 */
export const clearStaged = (client: Client): Promise<void> => clear(client, PREFIX)

/** Whether what failed did so because what was gathered had been cleared away. */
export const wasCleared = (error: unknown): boolean =>
	error instanceof Error && error.message.includes(`no such table: ${PREFIX}`)

async function clear(client: Client, prefix: string): Promise<void> {
	for (;;) {
		try {
			const tables = await stagedTables(client, prefix)
			if (tables.length === 0) return
			await inTurn(() => client.batch(removalOf(tables), 'write'))
		} catch (error) {
			// Another clears them at the same time: whose they are, having ended, or a Samsvar that starts.
			if (!wasCleared(error)) throw error
		}
	}
}

type Staged = { readonly name: string; readonly rows: number }

/** Tables with that beginning, and how many rows each has; of many, one more than are removed at once. */
async function stagedTables(client: Client, prefix: string): Promise<readonly Staged[]> {
	const named = "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, length(?1)) = ?1 LIMIT ?2"
	const { rows } = await client.execute({ sql: named, args: [prefix, TABLES] })
	const names = rows.map(({ name }) => String(name))
	const counted = names.map((name) => `SELECT COUNT(*) AS rows FROM (SELECT 1 FROM "${name}" LIMIT ${REMOVED + 1})`)
	const counts = counted.length === 0 ? [] : await client.batch(counted, 'read')
	return names.map((name, index) => ({ name, rows: Number(counts[index]?.rows[0]?.rows) }))
}

/** As many of them as have no more rows together than are removed at once; or rows of the first, which has more alone. */
function removalOf(tables: readonly Staged[]): InStatement[] {
	const drop = ({ name }: Staged) => `DROP TABLE IF EXISTS "${name}"`
	const few = tables.filter((_, index) => sumOf(tables.slice(0, index + 1)) <= REMOVED)
	if (few.length > 0) return few.map(drop)
	// What is deleted is overwritten, so a large table takes a while.
	return tables
		.slice(0, 1)
		.map(({ name }) => `DELETE FROM "${name}" WHERE rowid IN (SELECT rowid FROM "${name}" LIMIT ${REMOVED})`)
}

/** Does one step, again while the database is busy, and lets others be first as long as it took. */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
	for (const givenUpAt = performance.now() + PATIENCE_MS; ; ) {
		const started = performance.now()
		try {
			const value = await work()
			await sleep(Math.min(PAUSE_MS, performance.now() - started))
			return value
		} catch (error) {
			if (!isBusy(error) || performance.now() >= givenUpAt) throw error
			await sleep(PAUSE_MS * (1 + Math.random()))
		}
	}
}

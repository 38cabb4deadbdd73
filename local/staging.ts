import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client, InStatement, Transaction } from '@libsql/client/web'
import { isBusy } from '#db/busy.ts'
import { copyRows } from './copy-rows.ts'

const PREFIX = 'staged_'

/** How many rows are removed at once. */
const ROWS = 2_000
/** The longest pause between two steps, in milliseconds. */
const PAUSE_MS = 50
/** A step is tried this long where others write. Milliseconds. */
const PATIENCE_MS = 120_000

/**
 * Tables beside the real ones of a database, in which rows are gathered a few at a time while others go on working. Nobody reads them.
 * They are taken over by statements of the database itself, in one short transaction.
 */
export type Staging = AsyncDisposable & {
	/** Copies all rows of a table in another database, in their order. */
	readonly fill: (from: Client, table: string) => Promise<void>
	/** Its name, as SQL. */
	readonly staged: (table: string) => string
	/** Adds the rows to the real table, in their order. `without`: columns that are left for the database to fill. */
	readonly takeOver: (table: string, without?: readonly string[]) => InStatement
}

export async function openStaging(client: Client): Promise<Staging> {
	await clearStaged(client)
	// Its own, so that rows of one who was cleared away meanwhile never come among those of the next.
	const prefix = `${PREFIX}${randomUUID().slice(0, 8)}_`
	const staged = (table: string) => `"${prefix}${table}"`
	const columns = new Map<string, readonly string[]>()
	const step = { execute: (statement: InStatement) => inTurn(() => client.execute(statement)) } as Pick<
		Transaction,
		'execute'
	>
	return {
		staged,
		fill: async (from, table) => {
			await step.execute(`CREATE TABLE ${staged(table)} AS SELECT * FROM "${table}" WHERE 0`)
			columns.set(table, await copyRows(from, step, { table, into: `${prefix}${table}` }))
		},
		takeOver: (table, without = []) => {
			const names = (columns.get(table) ?? []).filter((name) => !without.includes(name.slice(1, -1))).join(', ')
			return `INSERT INTO "${table}" (${names}) SELECT ${names} FROM ${staged(table)} ORDER BY rowid`
		},
		// Where the database is gone, whoever comes next clears it.
		[Symbol.asyncDispose]: () => clear(client, prefix).catch(() => {}),
	}
}

/**
 * Removes what was gathered and never taken over, as of one who was killed. Of one who still gathers, too: who does then finds a table
 * gone, and takes nothing over.
 */
export const clearStaged = (client: Client): Promise<void> => clear(client, PREFIX)

/** Whether what failed did so because what was gathered had been cleared away. */
export const wasCleared = (error: unknown): boolean =>
	error instanceof Error && error.message.includes(`no such table: ${PREFIX}`)

async function clear(client: Client, prefix: string): Promise<void> {
	const named = "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, length(?1)) = ?1"
	const { rows } = await client.execute({ sql: named, args: [prefix] })
	for (const { name } of rows) {
		try {
			// What is deleted is overwritten, so a large table takes a while.
			for (let left = ROWS; left === ROWS; ) {
				const some = `DELETE FROM "${name}" WHERE rowid IN (SELECT rowid FROM "${name}" LIMIT ${ROWS})`
				left = (await inTurn(() => client.execute(some))).rowsAffected
			}
			await inTurn(() => client.execute(`DROP TABLE IF EXISTS "${name}"`))
		} catch (error) {
			// Another clears them at the same time: whose they are, having ended, or a Samsvar that starts.
			if (!wasCleared(error)) throw error
		}
	}
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

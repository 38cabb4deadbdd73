import type { Client } from '@libsql/client/web'
import { CALLS } from '#test/house/counted-calls.ts'
import { allRows } from './all-rows.ts'

/** What was done: functions of this project called, and steps of SQLite's machine. The same for the same work, on any machine. */
export type Work = { readonly calls: number; readonly steps: number }

export type Counter = {
	readonly of: (work: () => Promise<unknown>) => Promise<Work>
	/** Does what is not counted. */
	readonly past: (work: () => Promise<unknown>) => Promise<void>
}

/**
 * Counts work where it is done, in place of its time. Functions count their calls, those that are handed to `find` and `filter` too
 * (test/house/counted-calls.ts); the engine counts its own steps.
 */
export function countWork(client: Client): Counter {
	let known: number | undefined
	const past = async (work: () => Promise<unknown>): Promise<void> => {
		known = undefined
		await work()
	}
	const of = async (work: () => Promise<unknown>): Promise<Work> => {
		// Before anything is waited for: what was begun by the work before, such as mail, goes on meanwhile, and counts.
		const calledBefore = calls()
		const before = known ?? (await stepsOf(client))
		await work()
		const called = calls() - calledBefore
		known = await stepsOf(client)
		if (!(called > 0 && known >= before)) throw new Error(`not counted: ${called} calls, ${known - before} steps`)
		return { calls: called, steps: known - before }
	}
	return { of, past }
}

const calls = () => Number(Reflect.get(globalThis, CALLS))

/**
 * The engine's own counters of the statements that are prepared, but for this one and what a connection begins with, told by how they
 * begin. A connection that forgets none of the others only adds to them.
 */
const SELF = 'SELECT sum(nstep) AS steps FROM sqlite_stmt'

async function stepsOf(client: Client): Promise<number> {
	const others = `substr(sql, 1, ${SELF.length}) <> '${SELF}' AND substr(sql, 1, 6) <> 'PRAGMA'`
	const [row] = await allRows(client, `${SELF} WHERE ${others}`)
	return Number(row?.steps ?? 0)
}

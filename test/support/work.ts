import { Session } from 'node:inspector/promises'
import type { Client } from '@libsql/client/web'
import { allRows } from './all-rows.ts'

/** What was done: functions of this project called, and steps of SQLite's machine. The same for the same work, on any machine. */
export type Work = { readonly calls: number; readonly steps: number }

export type Counter = Disposable & {
	readonly of: (work: () => Promise<unknown>) => Promise<Work>
	/** Does what is not counted: to count takes longer than most of what is done. */
	readonly past: (work: () => Promise<unknown>) => Promise<void>
}

/**
 * Counts work where it is done, in place of its time. V8 counts how often each function is called, those that are handed to
 * `find` and `filter` too; the engine counts its own steps.
 */
export async function countWork(client: Client): Promise<Counter> {
	const session = new Session()
	session.connect()
	await session.post('Profiler.enable')
	await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
	const calls = async () => {
		const { result } = await session.post('Profiler.takePreciseCoverage')
		let sum = 0
		for (const { url, functions } of result) {
			if (!url.includes('/src/')) continue
			for (const { ranges } of functions) sum += ranges[0]?.count ?? 0
		}
		return sum
	}
	let known: ReadonlyMap<string, number> = new Map()
	let upToDate = false
	const past = async (work: () => Promise<unknown>): Promise<void> => {
		upToDate = false
		await work()
	}
	const of = async (work: () => Promise<unknown>): Promise<Work> => {
		if (!upToDate) {
			await calls()
			known = await stepsOf(client)
			upToDate = true
		}
		await work()
		const called = await calls()
		const now = await stepsOf(client)
		let steps = 0
		for (const [sql, come] of now) {
			const before = known.get(sql) ?? 0
			// Fewer than before: it was prepared anew.
			steps += come < before ? come : come - before
		}
		known = now
		return { calls: called, steps }
	}
	return { of, past, [Symbol.dispose]: () => session.disconnect() }
}

/** The engine's own counters of the statements that are prepared, but for this one; told apart by how they begin. */
const SELF = `SELECT substr(sql, 1, 200) || length(sql) AS of, sum(nstep) AS n FROM sqlite_stmt
	WHERE sql NOT LIKE '%sqlite_stmt%' GROUP BY 1`

async function stepsOf(client: Client): Promise<ReadonlyMap<string, number>> {
	const rows = await allRows(client, SELF)
	return new Map(rows.map(({ of, n }) => [String(of), Number(n)]))
}

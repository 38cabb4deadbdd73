import type { Client } from '@libsql/client/web'
import { CALLS, type CallsOfFile } from '#test/house/counted-calls.ts'
import { allRows } from './all-rows.ts'

/** What was done: functions of this project called, and steps of SQLite's machine. The same for the same work, on any machine. */
export type Work = {
	readonly calls: number
	/** How often each function was called, of those that were often. */
	readonly each: ReadonlyMap<string, number>
	readonly steps: number
}

/** Less is no work that could have grown too fast. */
const OFTEN = 500

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
		const { called, each } = callsSince(calledBefore)
		known = await stepsOf(client)
		if (!(called > 0 && known >= before)) throw new Error(`not counted: ${called} calls, ${known - before} steps`)
		return { calls: called, each, steps: known - before }
	}
	return { of, past }
}

const counted = (): Readonly<Record<string, CallsOfFile>> => Reflect.get(globalThis, CALLS) ?? {}

const calls = () => new Map(Object.entries(counted()).map(([file, ofFile]) => [file, Float64Array.from(ofFile)]))

function callsSince(before: ReturnType<typeof calls>): { readonly called: number; readonly each: Work['each'] } {
	let called = 0
	const each = new Map<string, number>()
	for (const [file, ofFile] of Object.entries(counted())) {
		const earlier = before.get(file)
		for (let at = 0; at < ofFile.length; at += 1) {
			const times = (ofFile[at] ?? 0) - (earlier?.[at] ?? 0)
			called += times
			if (times >= OFTEN) each.set(ofFile.names[at] ?? file, times)
		}
	}
	return { called, each }
}

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

import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A failure that tests ask for. `request`: before anything of it runs; `beforeCommit`: all has run but nothing is kept;
 * `afterCommit`: it is on disk and the reply is not sent yet. Statements outside a transaction commit one by one.
 */
export type Fault = {
	readonly at: 'request' | 'beforeCommit' | 'afterCommit'
	/** `drop` breaks the connection without a reply, `stall` waits `ms`, `kill` ends the process with SIGKILL. */
	readonly does: 'drop' | 'stall' | 'kill'
	/** Milliseconds of a stall. */
	readonly ms?: number
	/** 0 to 1, certain unless told. */
	readonly probability?: number
	/** Given every SQL text of the HTTP request. All requests unless told. */
	readonly when?: (sqls: readonly string[]) => boolean
}

/** The connection is to be broken without a reply. */
export class ReplyLost extends Error {}

export type FaultPoint = (at: Fault['at']) => Promise<void>

/**
 * The fault point of one HTTP request with these SQL texts. The array is read each time, so a test may change it while the
 * server runs.
 */
export function createFaultPoint(faults: readonly Fault[], sqls: () => readonly string[]): FaultPoint {
	return async (at) => {
		for (const fault of faults) {
			if (fault.at !== at || Math.random() >= (fault.probability ?? 1)) continue
			if (fault.when && !fault.when(sqls())) continue
			if (fault.does === 'stall') await sleep(fault.ms ?? 0)
			else if (fault.does === 'kill') process.kill(process.pid, 'SIGKILL')
			else throw new ReplyLost(`dropped at ${at}`)
		}
	}
}

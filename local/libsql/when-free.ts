import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '#local/error-code.ts'

/** Milliseconds between two tries, at most. */
const PAUSE_MS = 20

/** SQLITE_BUSY_SNAPSHOT is left out: whoever began at an older state of the data would wait in vain. */
const isHeld = (error: unknown) => /^SQLITE_BUSY(_RECOVERY)?$/.test(codeOf(error))

/**
 * Does `work` as soon as no other process holds the lock that it needs, and lets everything else in this one go on meanwhile. The
 * engine's own way to wait would stop the event loop. Tried until `givenUpAt` of the performance clock, and once at least.
 */
export async function whenFree<Value>(work: () => Value, givenUpAt: number): Promise<Value> {
	for (;;) {
		try {
			return work()
		} catch (error) {
			if (!isHeld(error) || performance.now() >= givenUpAt) throw error
		}
		await sleep(1 + Math.random() * PAUSE_MS)
	}
}

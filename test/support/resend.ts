import { setTimeout as sleep } from 'node:timers/promises'

/** Whether the server went away, or its reply did: nobody knows if anything was written. */
export function isConnectionLost(error: unknown): boolean {
	return error instanceof TypeError && /^(fetch failed|terminated)$/.test(error.message)
}

/** So that a test that failed elsewhere, and left no server behind, ends. Milliseconds. */
const PATIENCE_MS = 120_000

/** Sends an act again, the same under the same key, until it is answered, as clients do whose connection breaks. */
export async function untilAnswered<Value>(send: () => Promise<Value>): Promise<Value> {
	for (const givenUpAt = performance.now() + PATIENCE_MS; ; ) {
		try {
			return await send()
		} catch (error) {
			if (!isConnectionLost(error) || performance.now() > givenUpAt) throw error
			await sleep(20 + Math.random() * 80)
		}
	}
}

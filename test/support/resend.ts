import { setTimeout as sleep } from 'node:timers/promises'

/** Whether the server went away, or its reply did: nobody knows if anything was written. */
export function isConnectionLost(error: unknown): boolean {
	return error instanceof TypeError && /^(fetch failed|terminated)$/.test(error.message)
}

/** Sends an act again, the same under the same key, until it is answered, as clients do whose connection breaks. */
export async function untilAnswered<Value>(send: () => Promise<Value>): Promise<Value> {
	for (;;) {
		try {
			return await send()
		} catch (error) {
			if (!isConnectionLost(error)) throw error
			await sleep(20 + Math.random() * 80)
		}
	}
}

/** The record gets what was typed when nobody has typed for so long, and at least so often while somebody does. */
const PAUSE_MS = 2_000
const LONGEST_MS = 10_000
/** What is in the record and where nobody is, is forgotten after this: a page that comes back later is told the whole text. */
export const FORGOTTEN_MS = 24 * 60 * 60 * 1_000
/** After this the record is asked again what an act did. */
export const AGAIN_MS = 10_000

/** When the record is to get what is typed. */
export function dueFor(now: () => number) {
	let since: number | null = null
	let last = 0
	/** Where it was not taken: when it is tried again. */
	let notBefore = 0
	/** Null: nothing waits. */
	const next = () => (since === null ? null : Math.max(notBefore, Math.min(last + PAUSE_MS, since + LONGEST_MS)))
	return {
		next,
		isNow: () => (next() ?? Number.POSITIVE_INFINITY) <= now(),
		/** It was typed long ago, as far as anybody knows. */
		late: (): void => {
			last = now() - PAUSE_MS
			since ??= last
		},
		typed: (): void => {
			last = now()
			since ??= last
		},
		/** All of it is on its way, or is not to go. */
		given: (): void => {
			since = null
		},
		notTaken: (): void => {
			since ??= now()
			notBefore = now() + LONGEST_MS
		},
	}
}

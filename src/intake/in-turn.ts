/** Longest that anybody waits for their turn, and that a turn lasts of which nothing more is heard. Milliseconds. */
const PATIENCE_MS = 10_000

/** Between one look and the next. Milliseconds. */
const LOOK_MS = 25

/** When the turn that is taken began; null: none is. Of this isolate, whoever asks. */
let taken: { readonly at: number } | null = null

/**
 * Does heavy work one at a time: several at once would take as much of the processor and of the memory as they are many.
 * Undefined when it never came to be one's turn. Whoever waits looks by themselves, since a request that ends may never
 * tell another.
 */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
	const asked = performance.now()
	while (taken !== null && performance.now() - taken.at < PATIENCE_MS) {
		if (performance.now() - asked >= PATIENCE_MS) return undefined
		await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
	}
	const turn = { at: performance.now() }
	taken = turn
	try {
		return await work()
	} finally {
		if (taken === turn) taken = null
	}
}

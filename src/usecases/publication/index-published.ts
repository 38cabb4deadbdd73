import { waitingQuery } from '#db/publication/load-waiting.ts'
import { type Searchable, writeToIndex } from '#db/publication/search-index.ts'
import type { Deps } from '#usecases/perform.ts'

/** How many statements come into the index in one write, which others wait for. */
export const INDEXED_AT_ONCE = 10

/** Round trips of one step: reading what waits, and writing it. */
const FOR_ONE = 2

/** What a run may still use; left out by what nobody limits. */
type Limits = { readonly budget?: { readonly left: () => number; readonly inTime: () => boolean } }

/**
 * Brings published statements that wait into the index of words, as many as there is room for. Whoever searches finds those that wait
 * all the same, but for the forms of their words. `given`: the first that wait, where they are known.
 */
export async function indexWaiting(
	{ db, budget }: Pick<Deps, 'db'> & Limits,
	given?: readonly Searchable[],
): Promise<void> {
	for (let found = given; ; found = undefined) {
		if (budget && (budget.left() < FOR_ONE || !budget.inTime())) return
		const waiting = found ?? (await db.read<[Searchable[]]>(waitingQuery(INDEXED_AT_ONCE)))[0]
		if (waiting.length > 0) await db.write(waiting.flatMap(writeToIndex))
		if (waiting.length < INDEXED_AT_ONCE) return
	}
}

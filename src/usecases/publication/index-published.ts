import { type Waiting, waitingQuery } from '#db/publication/load-waiting.ts'
import { writeToIndex } from '#db/publication/search-index.ts'
import type { Files } from '#files/port.ts'
import { throwAll } from '#usecases/each-in-turn.ts'
import type { Deps } from '#usecases/perform.ts'

/** How many statements come into the index in one write, which others wait for. */
export const INDEXED_AT_ONCE = 10

/** Round trips of one step: reading what waits, and writing it. */
const FOR_ONE = 2

/** What a run may still use; left out by what nobody limits. */
type Limits = { readonly budget?: { readonly left: () => number; readonly inTime: () => boolean } }

/** Where files that were made are kept; null or left out where nothing keeps any. */
type Kept = { readonly files?: Pick<Files, 'dropPapers'> | null }

/**
 * Brings published statements that wait into the index of words, as many as there is room for. Whoever searches finds those that wait
 * all the same, but for the forms of their words. What was withheld of one is first taken away from where its files are kept: it waits
 * until that is done. One that cannot be read or taken away goes on waiting, and keeps none of those behind it. `given`: the first
 * that wait, where they are known.
 *
 * @throws what failed, when all have had their turn.
 */
export async function indexWaiting(
	{ db, budget, files = null }: Pick<Deps, 'db'> & Limits & Kept,
	given?: readonly Waiting[],
): Promise<void> {
	const failures: unknown[] = []
	let waiting = given
	let last: Waiting | undefined
	do {
		if (budget && (budget.left() < FOR_ONE || !budget.inTime())) break
		waiting ??= (await db.read<[Waiting[]]>(waitingQuery(INDEXED_AT_ONCE, last)))[0]
		const ended = await Promise.allSettled(
			waiting.map(async (each) => {
				await dropWithheld(files, each)
				return writeToIndex(each.read())
			}),
		)
		const ready = ended.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
		if (ready.length > 0) await db.write(ready)
		failures.push(...ended.flatMap((each) => (each.status === 'rejected' ? [each.reason] : [])))
		last = waiting.length < INDEXED_AT_ONCE ? undefined : waiting.at(-1)
		waiting = undefined
	} while (last)
	throwAll(failures)
}

async function dropWithheld(files: Kept['files'], { withheld, coalitionId, statementId }: Waiting): Promise<void> {
	if (withheld > 0) await files?.dropPapers({ coalitionId, statementId })
}

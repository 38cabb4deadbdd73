/**
 * Does what is due, one after the other. One that fails keeps none of the others from its turn.
 *
 * @throws what failed, when all have had theirs.
 */
export async function eachInTurn<Due>(due: Iterable<Due>, work: (each: Due) => Promise<unknown>): Promise<void> {
	const failures: unknown[] = []
	for (const each of due) {
		try {
			await work(each)
		} catch (error) {
			failures.push(error)
		}
	}
	throwAll(failures)
}

/** @throws them, where there are any. */
export function throwAll(failures: readonly unknown[]): void {
	if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures, 'some failed')
}

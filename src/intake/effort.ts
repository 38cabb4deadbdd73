/**
 * What reading may cost, in some ten microseconds each: a second in all. Counted in what is read, and not by the clock, which
 * in a Worker stands still while it computes.
 */
const EFFORT_LIMIT = 100_000

/** What is left of it for the files of one form. */
export type Effort = { left: number }

export const freshEffort = (): Effort => ({ left: EFFORT_LIMIT })

/** Whether there is room for work that cannot be done by halves. If so, it is counted. */
export function hasRoomFor(effort: Effort, cost: number): boolean {
	if (effort.left < cost) return false
	effort.left -= cost
	return true
}

/** Lets others go first who have waited meanwhile: readers of public pages. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

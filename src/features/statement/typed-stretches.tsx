import type { HistoryEntry } from '#read/statement/drafting.ts'

/** What somebody wrote in one go, the latest first; or anything else that happened, by itself. */
export type Stretch = readonly [HistoryEntry, ...HistoryEntry[]]

/** A pause longer than this begins a new stretch. Milliseconds. */
const PAUSE_MS = 10 * 60 * 1_000

/** What an editor saves by itself, every few seconds while somebody writes. */
const isTyped = ({ how }: HistoryEntry): boolean => how === 'typed' || how === 'rewritten'

const whoWrote = ({ person, association, writers }: HistoryEntry): string =>
	JSON.stringify(writers.length > 0 ? writers.toSorted() : [person, association])

/** Entries in their order, where what the same people typed in one go stands together. */
export function stretchesOf(entries: readonly HistoryEntry[]): Stretch[] {
	const stretches: [HistoryEntry, ...HistoryEntry[]][] = []
	for (const entry of entries) {
		const stretch = stretches.at(-1)
		const later = stretch?.at(-1)
		const goesOn =
			later &&
			isTyped(later) &&
			later.how === entry.how &&
			later.at - entry.at <= PAUSE_MS &&
			whoWrote(later) === whoWrote(entry)
		if (stretch && goesOn) stretch.push(entry)
		else stretches.push([entry])
	}
	return stretches
}

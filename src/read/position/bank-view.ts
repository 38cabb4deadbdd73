import { LEVELS, type Level } from '#domain/position/level.ts'
import { searchTerm } from '#read/publication/public-search.ts'

/** What is asked for of the position bank; null: whatever it is. */
export type BankView = {
	/** Words that must all occur; empty for none. */
	readonly search: string
	/** What its statement is sorted under, and whom it is about, by their slugs. */
	readonly topic: string | null
	readonly group: string | null
	readonly level: Level | null
}

/** What an address asks for; whatever else stands there asks for all. */
export function bankView(query: URLSearchParams): BankView {
	const slug = (name: string) => /^[a-z0-9-]{1,60}$/.exec(query.get(name) ?? '')?.[0] ?? null
	return {
		search: searchTerm(query),
		topic: slug('topic'),
		group: slug('group'),
		level: LEVELS.find((level) => level === query.get('level')) ?? null,
	}
}

import { normaliseText } from '#domain/kernel/text.ts'
import { LANGUAGES, type Language } from '#domain/statement/statement.ts'
import { searchTerm } from './public-search.ts'

/** What is asked for of an archive; null: whatever it is. */
export type ArchiveView = {
	/** Words that must all occur; empty for none. */
	readonly search: string
	readonly year: number | null
	/** Who asked, as it was recorded. */
	readonly authority: string | null
	/** A part of what the inquiry is called, or of its reference; empty for any. */
	readonly inquiry: string
	readonly language: Language | null
	/** By its slug. */
	readonly topic: string | null
}

/** Longest of what is looked for beside words, in characters. */
const FILTER_LIMIT = 300

/** What an address asks for; whatever else stands there asks for all. */
export function archiveView(query: URLSearchParams): ArchiveView {
	const text = (name: string) =>
		normaliseText(query.get(name) ?? '')
			.trim()
			.slice(0, FILTER_LIMIT)
	const [year, authority] = [text('year'), text('authority')]
	return {
		search: searchTerm(query),
		year: /^[0-9]{4}$/.test(year) ? Number(year) : null,
		authority: authority === '' ? null : authority,
		inquiry: text('inquiry'),
		language: LANGUAGES.find((language) => language === text('language')) ?? null,
		topic: /^[a-z0-9-]{1,60}$/.exec(text('topic'))?.[0] ?? null,
	}
}

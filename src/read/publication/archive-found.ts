import { matchOf, type Term } from '#db/publication/search-terms.ts'
import { searchPattern } from '#db/search-text.ts'
import type { ArchiveView } from './archive-view.ts'
import { SHOWN_TEXTS, standsIn } from './stands-in.ts'

/** Most choices of a kind that are offered. */
export const ENTRIES = 60

type Arg = string | number | null

type Filter = 'year' | 'authority' | 'inquiry' | 'language' | 'topic'

export type FoundIn = {
	/** The table `found` as SQL: all that has the words, with what it says of each filter. `?1` is the coalition's slug. */
	readonly found: string
	/** The condition on a row of `found` of every filter but this, so that it is counted what another choice would give. */
	readonly but: (filter: Filter | null) => string
	/** A further argument. */
	readonly arg: (value: Arg) => string
	readonly args: Arg[]
}

/** The coalition's id; `?1` is its slug. */
export const COALITION = '(SELECT coalition_id FROM slug WHERE slug = ?1)'

/** The rows of the index that are the coalition's: it has them to itself, and no others are read. */
const OWN_ROWS = `BETWEEN (SELECT MIN(id) FROM search_entry WHERE coalition_id = ${COALITION})
	AND (SELECT MAX(id) FROM search_entry WHERE coalition_id = ${COALITION})`

const indexed = (match: string) =>
	`SELECT rowid FROM search_index WHERE search_index MATCH ${match} AND rowid ${OWN_ROWS}`

/** What of a coalition's published statements is found. */
export function foundIn(slug: string, view: ArchiveView, terms: readonly Term[]): FoundIn {
	const args: Arg[] = [slug]
	const arg = (value: Arg) => `?${args.push(value)}`
	const { year, authority, inquiry, language, topic } = view
	const conditions: Readonly<Record<Filter, string | null>> = {
		year: year === null ? null : `year = ${arg(year)}`,
		authority: authority === null ? null : `authority = ${arg(authority)}`,
		inquiry: inquiry === '' ? null : `inquiry || ' ' || inquiry_references GLOB ${arg(searchPattern(inquiry))}`,
		language: language === null ? null : `language = ${arg(language)}`,
		topic:
			topic === null
				? null
				: `EXISTS (SELECT 1 FROM statement_topic JOIN topic ON topic.id = topic_id AND topic.coalition_id = entry.coalition_id
					WHERE statement_topic.statement_id = entry.statement_id AND slug = ${arg(topic)})`,
	}
	const asked = Object.entries(conditions).filter(([, condition]) => condition !== null)
	const flags = asked.map(([name, condition]) => `, ${condition} AS in_${name}`).join('')
	// Signs without a letter stand nowhere that could be found.
	const nothing = view.search !== '' && terms.length === 0 ? ' AND 0' : ''
	const words = terms.length === 0 ? null : hits(terms, arg)
	return {
		found: `${words === null ? '' : `hit AS MATERIALIZED (${words}), `}found AS MATERIALIZED (
			SELECT entry.*, ${words === null ? '0 AS fit' : 'hit.fit'}${flags} FROM ${words === null ? '' : 'hit CROSS JOIN '}archive_entry AS entry
			${words === null ? '' : 'ON entry.statement_id = hit.statement_id'} WHERE entry.coalition_id = ${COALITION}${nothing})`,
		but: (filter) => ['1', ...asked.flatMap(([name]) => (name === filter ? [] : [`in_${name}`]))].join(' AND '),
		arg,
		args,
	}
}

/**
 * Statements that have all of the words: those first whose title has them, then those that have them in positions. What does not stand
 * in the index yet is looked through itself.
 */
function hits(terms: readonly Term[], arg: FoundIn['arg']): string {
	const match = matchOf(terms)
	const all = arg(match)
	const holds = terms.map(({ typed }) => {
		const pattern = arg(searchPattern(typed))
		return `(COALESCE(publication.label || ' ' || publication.title, older.label || ' ' || older.title) GLOB ${pattern} OR EXISTS (SELECT 1 FROM ${SHOWN_TEXTS} AND leaf.atom GLOB ${pattern}))`
	})
	return `SELECT search_entry.statement_id, 2 * (id IN (${indexed(arg(`title : (${match})`))}))
			+ (id IN (${indexed(arg(`positions : (${match})`))})) AS fit
		FROM (${indexed(all)}) AS own CROSS JOIN search_entry ON search_entry.id = own.rowid
		UNION ALL SELECT waiting.statement_id, 0 FROM search_waiting AS waiting ${standsIn('waiting.statement_id')}
			WHERE waiting.coalition_id = ${COALITION} AND ${holds.join(' AND ')}`
}

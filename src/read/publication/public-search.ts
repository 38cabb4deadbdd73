import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { row, rows } from '#db/rows.ts'
import { searchPattern } from '#db/search-text.ts'
import { normaliseText } from '#domain/kernel/text.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'
import { ADDED, addedColumns } from './added.ts'
import { byYear, olderFoundQuery } from './older-lists.ts'
import type { FoundStatement, PublicEntry } from './public-entry.ts'

export type { FoundStatement, PublicEntry } from './public-entry.ts'

const entryColumns = {
	label: z.string(),
	title: z.string(),
	year: z.number(),
	number: z.number(),
	publishedAt: z.number(),
	/** Of the text, and so of its title. */
	language: z.enum(LANGUAGES),
	...addedColumns,
}

export const publicEntry = row(entryColumns, (entry): PublicEntry => ({ ...entry, decidedOn: null }))

const foundRow = row(
	{ ...entryColumns, passage: z.string().nullable() },
	(found): FoundStatement => ({ ...found, decidedOn: null }),
)

/** Longest search, in characters, and most words of it that count. */
const SEARCH_LIMIT = 100
const WORD_LIMIT = 8
const RESULT_LIMIT = 50

/**
 * Each `redaction` with `place.key`, where in the text its block stands, counted from 0. Ids are looked up in the revision:
 * the published bytes hold none.
 */
export const REDACTION_PLACES = `redaction
	JOIN statement ON statement.id = redaction.statement_id
	JOIN revision ON revision.id = statement.revision_id
	JOIN json_each(revision.blocks) AS place ON json_extract(place.value, '$.blockId') = redaction.block_id`

/** The places of what is withheld of the `publication` in the query around it. */
export const WITHHELD = `(SELECT place.key FROM ${REDACTION_PLACES} WHERE redaction.statement_id = publication.statement_id)`

/** When the `publication` in the query around it was published, a part of it last withheld, or something added to it: readers then fetch it again. */
export const CHANGED_AT = `MAX(publication.published_at,
	COALESCE((SELECT MAX(at) FROM redaction WHERE redaction.statement_id = publication.statement_id), 0),
	COALESCE((SELECT MAX(addendum.published_at) FROM addendum WHERE addendum.statement_id = publication.statement_id), 0))`

/** What a reader can see of a published text, a row for each text in it. What is withheld can be neither read nor guessed at by searching. */
const SHOWN_TEXTS = `json_each(publication.text_bytes, '$.blocks') AS block, json_tree(block.value) AS leaf
	WHERE leaf.type = 'text' AND leaf.key IS NOT 'kind' AND block.key NOT IN ${WITHHELD}`

/** What is searched for in the query of a URL, trimmed and not too long; empty when nothing is. */
export function searchTerm(query: URLSearchParams): string {
	const typed = normaliseText(query.get('search') ?? '').replace(/\s+/g, ' ')
	return [...typed.trim()].slice(0, SEARCH_LIMIT).join('')
}

/** Its words: those that count. */
const wordsOf = (search: string): string[] => search.split(' ').filter(Boolean).slice(0, WORD_LIMIT)

/** The coalition's published statements that hold every word, in number, title or text. Null when there is no word. */
export function searchQuery(slug: string, search: string): Query<FoundStatement[] | null> {
	const words = wordsOf(search).map(searchPattern)
	if (words.length === 0) return { statements: [], parse: () => null }
	const inPassage = 'leaf.atom GLOB ?'
	const holdsWord = `(publication.label || ' ' || publication.title GLOB ?
		OR EXISTS (SELECT 1 FROM ${SHOWN_TEXTS} AND ${inPassage}))`
	const each = (sql: string, between: string) => words.map(() => sql).join(between)
	const args = [...words, ...words, slug, ...words.flatMap((word) => [word, word]), RESULT_LIMIT]
	const published = rows(
		`SELECT label, title, year, number, published_at, json_extract(text_bytes, '$.language') AS language, ${ADDED},
				(SELECT leaf.atom FROM ${SHOWN_TEXTS} AND (${each(inPassage, ' OR ')})
					ORDER BY ${each(`(${inPassage})`, ' + ')} DESC, block.key, leaf.id LIMIT 1) AS passage
			FROM publication WHERE coalition_id = ${COALITION_BY_SLUG} AND ${each(holdsWord, ' AND ')}
			ORDER BY year DESC, number DESC LIMIT ?`,
		args,
		foundRow,
	)
	const older = olderFoundQuery(slug, words, RESULT_LIMIT)
	return mapQuery(allOf({ published, older }), (found) => byYear(found.published, found.older, RESULT_LIMIT))
}

import * as z from 'zod'
import { REDACTION_PLACES } from '#db/publication/withheld.ts'
import { row } from '#db/rows.ts'
import { normaliseText } from '#domain/kernel/text.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'
import { addedColumns } from './added.ts'
import type { PublicEntry } from './public-entry.ts'

export type { PublicEntry } from './public-entry.ts'

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

/** Longest search, in characters. */
const SEARCH_LIMIT = 100

/** The places of what is withheld of the `publication` in the query around it. */
export const WITHHELD = `(SELECT place.key FROM ${REDACTION_PLACES} WHERE redaction.statement_id = publication.statement_id)`

/** When the `publication` in the query around it was published, a part of it last withheld, or something added to it: readers then fetch it again. */
export const CHANGED_AT = `MAX(publication.published_at,
	COALESCE((SELECT MAX(at) FROM redaction WHERE redaction.statement_id = publication.statement_id), 0),
	COALESCE((SELECT MAX(addendum.published_at) FROM addendum WHERE addendum.statement_id = publication.statement_id), 0))`

/** What is searched for in the query of a URL, trimmed and not too long; empty when nothing is. */
export function searchTerm(query: URLSearchParams): string {
	const typed = normaliseText(query.get('search') ?? '').replace(/\s+/g, ' ')
	return [...typed.trim()].slice(0, SEARCH_LIMIT).join('')
}

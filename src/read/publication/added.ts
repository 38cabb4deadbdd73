import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { flag, row, rows } from '#db/rows.ts'
import { ADDENDUM_KINDS } from '#domain/publication/addendum.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'

/** What was added to a statement, as its page names it. */
export type Added = ReturnType<typeof addedRow>

const addedRow = row({
	kind: z.enum(ADDENDUM_KINDS),
	ordinal: z.number(),
	/** The day it was published, in Sweden. */
	publishedOn: z.string(),
})

/** What was added to the statement that a coalition published under a number; the withdrawal first, then the latest. */
export function addedUnderQuery(slug: string, year: number, number: number): Query<Added[]> {
	return rows(
		`SELECT kind, ordinal, record_bytes ->> '$.publishedOn' AS published_on FROM addendum
			WHERE ordinal IS NOT NULL AND statement_id = (SELECT statement_id FROM publication
				WHERE coalition_id = ${COALITION_BY_SLUG} AND year = ? AND number = ?)
			ORDER BY kind DESC, ordinal DESC`,
		[slug, year, number],
		addedRow,
	)
}

const isAdded = (kind: string) => `EXISTS (SELECT 1 FROM addendum WHERE addendum.statement_id = publication.statement_id
	AND addendum.kind = '${kind}' AND ordinal IS NOT NULL)`

/** Columns of a query of `publication`: whether it was corrected, and withdrawn. The same as values. */
export const ADDED = `${isAdded('correction')} AS corrected, ${isAdded('withdrawal')} AS withdrawn`
export const ADDED_VALUES = `${isAdded('correction')}, ${isAdded('withdrawal')}`
export const addedColumns = { corrected: flag, withdrawn: flag }

const publishedRow = row({
	kind: z.enum(ADDENDUM_KINDS),
	ordinal: z.number(),
	year: z.number(),
	number: z.number(),
	label: z.string(),
	title: z.string(),
	language: z.enum(LANGUAGES),
	reason: z.string(),
	recordHash: z.string(),
	publishedAt: z.number(),
})

/** What was added to a statement, by itself. */
export type AddedEntry = ReturnType<typeof publishedRow>

/** What a coalition added to its statements, the latest first; not more than `limit`. */
export function latestAddedQuery(slug: string, limit: number): Query<AddedEntry[]> {
	return rows(
		`SELECT addendum.kind, addendum.ordinal, year, number, label, title, addendum.record_bytes ->> '$.language' AS language,
			addendum.reason, addendum.record_hash, addendum.published_at
		FROM addendum JOIN publication ON publication.statement_id = addendum.statement_id
		WHERE addendum.coalition_id = ${COALITION_BY_SLUG} AND addendum.published_at IS NOT NULL
		ORDER BY addendum.published_at DESC, kind, ordinal DESC LIMIT ?`,
		[slug, limit],
		publishedRow,
	)
}

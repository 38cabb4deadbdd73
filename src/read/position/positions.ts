import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstValue, flag, id, json, row, rows } from '#db/rows.ts'
import { searchPattern } from '#db/search-text.ts'
import { stemsOf, wordsOf } from '#db/search-words.ts'
import type { BlockId, Instant, StatementId } from '#domain/kernel/id.ts'
import { LANGUAGES, type Language } from '#domain/statement/statement.ts'
import { ADDED, addedColumns } from '#read/publication/added.ts'
import { CITED, standsIn } from '#read/publication/stands-in.ts'

/** A published statement, as far as a position of it must be cited. */
type Cited = {
	readonly label: string
	readonly year: number
	/** Of the statement, in its year; `a1` where it never had one. */
	readonly statementNumber: number | string
}

export type PositionBank = {
	/** Newest first; the first `SHOWN` that hold every word. */
	readonly positions: readonly BankedPosition[]
	/** There are more than are shown. */
	readonly more: boolean
	/** How many there are in all, whatever was searched for. */
	readonly total: number
}

/** Most positions on one page, and most words of a search that count. */
const SHOWN = 50
const WORD_LIMIT = 8

/** What was folded before İ was an i has a dot of its own in it. */
const FOLDED = "replace(folded, 'i' || char(775), 'i')"

const statementNumber = z.union([z.number(), z.string()])

const foundRow = row({
	statementId: id<StatementId>(),
	number: z.number(),
	text: z.string(),
	subPoints: json(z.array(z.string())),
	label: z.string(),
	year: z.number(),
	statementNumber,
	title: z.string(),
	publishedAt: z.number(),
	/** Of one from before Samsvar was used, as far as it is known; else null. */
	decidedOn: z.string().nullable(),
	language: z.enum(LANGUAGES),
	/** How many associations signed the statement that it stands in; null for one from before Samsvar was used. */
	signed: z.number().nullable(),
	/** How many other published statements took it from the bank. */
	uses: z.number(),
	...addedColumns,
})

const SIGNED = `CASE WHEN publication.statement_id IS NULL THEN NULL ELSE (SELECT COUNT(*) FROM signoff
	WHERE signoff.statement_id = adopted.statement_id AND answer = 'signed' AND signoff.text_hash = publication.text_hash) END`
const USES = `(SELECT COUNT(DISTINCT block.statement_id) FROM block_source AS source JOIN block ON block.id = source.block_id
	JOIN publication AS other ON other.statement_id = block.statement_id JOIN statement ON statement.id = block.statement_id
	WHERE source.statement_id = adopted.statement_id AND source.number = adopted.number
		AND block.id IN (SELECT value FROM json_each(statement.block_order)))`

/** A position in the bank. */
export type BankedPosition = ReturnType<typeof foundRow>

/**
 * The coalition's adopted positions that hold every word of a search, as it stands, as part of a compound, or in another
 * form. All of them when nothing is searched for. Null: no such coalition.
 */
export function positionBankQuery(slug: string, search: string, now: Instant): Query<PositionBank | null> {
	const words = wordsOf(search).slice(0, WORD_LIMIT)
	const holds = words.map(() => `(${FOLDED} GLOB ? OR stems LIKE ? OR stems LIKE ?)`)
	const args = words.flatMap((word) => [searchPattern(word), ...LANGUAGES.map((of) => stem(word, of))])
	return mapQuery(
		allOf({
			coalition: coalitionQuery(slug, now),
			found: rows(
				`SELECT adopted.statement_id, adopted.number, text, sub_points, ${CITED}, ${ADDED},
					COALESCE(publication.title, older.title) AS title, COALESCE(published_at, imported_at) AS published_at,
					older.content ->> '$.decidedOn' AS decided_on,
					COALESCE((SELECT language FROM statement WHERE id = adopted.statement_id), older.language) AS language,
					${SIGNED} AS signed, ${USES} AS uses
				FROM adopted_position AS adopted ${standsIn('adopted.statement_id')}
				WHERE ${[`adopted.coalition_id = ${COALITION_BY_SLUG}`, ...holds].join(' AND ')}
				ORDER BY COALESCE(publication.year, older.year) DESC, COALESCE(publication.number, older.ordinal) DESC,
					adopted.number LIMIT ?`,
				[slug, ...args, SHOWN + 1],
				foundRow,
			),
			total: firstValue(
				`SELECT COUNT(*) FROM adopted_position WHERE coalition_id = ${COALITION_BY_SLUG}`,
				[slug],
				z.number(),
			),
		}),
		({ coalition, found, total }) =>
			coalition && { positions: found.slice(0, SHOWN), more: found.length > SHOWN, total: total ?? 0 },
	)
}

const stem = (word: string, language: Language) => `% ${stemsOf(word, language)[0] ?? word} %`

/** Where a position in a text came from, and whether its wording was changed since. */
export type PositionSource = Cited & { readonly number: number; readonly changed: boolean }

const sourceRow = row({
	blockId: id<BlockId>(),
	number: z.number(),
	label: z.string(),
	year: z.number(),
	statementNumber,
	changed: flag,
})

/** By the block it became. */
export function sourcesQuery(statementId: string): Query<Readonly<Record<string, PositionSource>>> {
	return mapQuery(
		rows(
			`SELECT source.block_id, source.number, ${CITED},
				COALESCE(adopted.text <> json_extract(block_version.content, '$.text'), 0) AS changed
			FROM block JOIN block_source AS source ON source.block_id = block.id
			JOIN block_version ON block_version.id = block.version_id
			${standsIn('source.statement_id')}
			LEFT JOIN adopted_position AS adopted
				ON adopted.statement_id = source.statement_id AND adopted.number = source.number
			WHERE block.statement_id = ?`,
			[statementId],
			sourceRow,
		),
		(found) => Object.fromEntries(found.map(({ blockId, ...source }) => [blockId, source])),
	)
}

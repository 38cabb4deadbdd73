import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstValue, flag, id, json, row, rows } from '#db/rows.ts'
import { ON_STANDARD_TEXTS } from '#db/schema-log.ts'
import { keptTextQuery } from '#db/statement/load-standard-texts.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { Instant, StandardTextId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { STANDARD_TEXTS_KEPT, type StandardText } from '#domain/statement/standard-text.ts'
import { STANDARD_USES } from '#domain/statement/standard-use.ts'
import type { Language } from '#domain/statement/statement.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'
import { blockSchema } from '#schema/statement.ts'

const listedRow = row({
	id: id<StandardTextId>(),
	name: z.string(),
	use: z.enum(STANDARD_USES),
	away: flag,
	/** How it begins, as Markdown; empty where that is no text. */
	begins: z.string().nullable(),
	/** Blocks. */
	parts: z.number(),
})

/** A standard text, as a list shows it. */
export type ListedText = ReturnType<typeof listedRow>

/** As much as is shown of how a text begins. Characters. */
const BEGINS = 160

const LISTED = `SELECT id, name, use, away_at IS NOT NULL AS away, json_array_length(blocks) AS parts,
		substr(COALESCE(blocks ->> '$[0].text', blocks ->> '$[0].items[0]'), 1, ${BEGINS}) AS begins
	FROM standard_text WHERE coalition_id = ${COALITION_BY_SLUG}`

const inUseQuery = (slug: string): Query<ListedText[]> =>
	rows(`${LISTED} AND away_at IS NULL ORDER BY sort_name, id`, [slug], listedRow)

/** Those that a statement can start from. */
export const ownTemplatesQuery = (slug: string): Query<readonly ListedText[]> =>
	mapQuery(inUseQuery(slug), (texts) => texts.filter(({ use }) => use === 'start'))

export type StandardTextsView = { readonly texts: readonly ListedText[]; readonly away: readonly ListedText[] }

/** What a coalition keeps to use again, by name; and what it took away, the latest first. */
export const standardTextsViewQuery = (slug: string): Query<StandardTextsView> =>
	allOf({
		texts: inUseQuery(slug),
		away: rows(
			`${LISTED} AND away_at IS NOT NULL ORDER BY away_at DESC, id LIMIT ${STANDARD_TEXTS_KEPT}`,
			[slug],
			listedRow,
		),
	})

const entryRow = row({
	at: z.number(),
	/** Null: the person was erased. */
	person: z.string().nullable(),
	type: z.enum(['standardTextKept', 'standardTextChanged']),
	name: z.string(),
	blocks: json(z.array(blockSchema)),
	away: flag,
})

/** What was done with a standard text: what it was called and said from then on. */
export type StandardTextEntry = ReturnType<typeof entryRow>

export type StandardTextView = {
	readonly text: StandardText
	/** Some of what was done, the latest first, and how much there is in all. */
	readonly history: { readonly entries: readonly StandardTextEntry[]; readonly total: number }
	/** Of the coalition: texts of its own are written in it. */
	readonly language: Language
}

type Stretch = { readonly size: number; readonly from: number }

/** One of them, also one that was taken away. Null: there is none. */
export function standardTextViewQuery(
	slug: string,
	textId: string,
	{ size, from }: Stretch,
	now: Instant,
): Query<StandardTextView | null> {
	const own = `event.${ON_STANDARD_TEXTS} AND event.payload ->> '$.textId' = ? AND event.coalition_id = ${COALITION_BY_SLUG}`
	const count = `(SELECT COUNT(*) FROM event WHERE ${own})`
	const args = [textId, slug]
	return mapQuery(
		allOf({
			coalition: coalitionQuery(slug, now),
			text: keptTextQuery(slug, textId),
			entries: rows(
				`SELECT act.at, person.name AS person, event.type, event.payload ->> '$.name' AS name, event.payload -> '$.blocks' AS blocks,
					COALESCE(event.payload ->> '$.away', 0) AS away
				FROM event JOIN act ON act.id = event.act_id LEFT JOIN person ON person.id = act.person_id
				WHERE ${own} ORDER BY event.position DESC
				LIMIT ${size} OFFSET min(${from}, max(0, (${count} - 1) / ${size} * ${size}))`,
				[...args, ...args],
				entryRow,
			),
			total: firstValue(`SELECT ${count}`, args, z.number()),
		}),
		({ coalition, text, entries, total }) =>
			coalition && text && { text, history: { entries, total: total ?? 0 }, language: coalition.language },
	)
}

export type StandardInsertsView = StatementView & { readonly texts: readonly ListedText[] }

/** A text with the standard texts that can be put into it. */
export function standardInsertsQuery(
	slug: string,
	statementId: string,
	now: Instant,
): Query<StandardInsertsView | null> {
	return mapQuery(
		allOf({ view: statementViewQuery(slug, statementId, now), texts: inUseQuery(slug) }),
		({ view, texts }) => view && { ...view, texts: texts.filter(({ use }) => use === 'insert') },
	)
}

/** What a new standard text is made from: the text of a statement; null: nothing. */
export type StandardFrom = { readonly title: string; readonly blocks: readonly BlockVersion[] } | null

const withheldRow = row({ blockId: z.string() })

/** Without such a statement it is made from nothing. What is withheld of a published one is not to be used again. */
export const standardFromQuery = (slug: string, statementId: string | null): Query<{ readonly from: StandardFrom }> =>
	mapQuery(
		allOf({
			draft: draftQuery(slug, statementId ?? ''),
			withheld: rows('SELECT block_id FROM redaction WHERE statement_id = ?', [statementId], withheldRow),
		}),
		({ draft, withheld }) => {
			const isShown = (block: BlockVersion) => withheld.every(({ blockId }) => blockId !== block.blockId)
			return { from: draft && { title: draft.statement.title, blocks: draft.blocks.filter(isShown) } }
		},
	)

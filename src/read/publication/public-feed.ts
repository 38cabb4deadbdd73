import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstValue, row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { type AddedEntry, latestAddedQuery } from './added.ts'
import { type PublicCoalition, publicCoalitionQuery } from './public-coalition.ts'
import { CHANGED_AT, WITHHELD } from './public-search.ts'
import { shownTopics, topicsOf } from './topics.ts'

export type FeedData = {
	readonly coalition: PublicCoalition
	/** When the coalition was created. */
	readonly since: Instant
	readonly entries: readonly FeedEntry[]
	/** What was added to statements, the latest first. */
	readonly added: readonly AddedEntry[]
}

/** How many statements a feed holds. */
export const FEED_LENGTH = 30

const entryRow = row({
	label: z.string(),
	title: z.string(),
	language: z.string(),
	year: z.number(),
	number: z.number(),
	recordHash: z.string(),
	publishedAt: z.number(),
	changedAt: z.number(),
	/** The first paragraph that may be shown, as inline Markdown; null when there is none. */
	lede: z.string().nullable(),
	topics: shownTopics,
})

export type FeedEntry = ReturnType<typeof entryRow>

/** The latest published statements of a coalition, newest first. */
export function feedQuery(slug: string): Query<FeedData | null> {
	return mapQuery(
		allOf({
			coalition: publicCoalitionQuery(slug),
			since: firstValue(`SELECT created_at FROM coalition WHERE id = ${COALITION_BY_SLUG}`, [slug], z.number()),
			entries: rows(
				`SELECT label, title, year, number, record_hash, published_at,
					${CHANGED_AT} AS changed_at, json_extract(text_bytes, '$.language') AS language,
					(SELECT json_extract(publication.text_bytes, '$.blocks[' || min(key) || '].text') FROM (
						SELECT block.key FROM json_each(publication.text_bytes, '$.blocks') AS block
							WHERE json_extract(block.value, '$.kind') = 'paragraph'
						EXCEPT SELECT key FROM ${WITHHELD})) AS lede, ${topicsOf('publication.statement_id')} AS topics
				FROM publication WHERE coalition_id = ${COALITION_BY_SLUG} ORDER BY year DESC, number DESC LIMIT ?`,
				[slug, FEED_LENGTH],
				entryRow,
			),
			added: latestAddedQuery(slug, FEED_LENGTH),
		}),
		({ coalition, since, ...found }) => (coalition && since !== null ? { coalition, since, ...found } : null),
	)
}

import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { logoColumn } from '#db/coalition/load-coalition.ts'
import { COALITION_BY_SLUG, CURRENT_SLUG, isMember } from '#db/members/load-actor.ts'
import { firstRow, flag, row, rows } from '#db/rows.ts'
import { sortKey } from '#db/search-text.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'
import { ADDED } from './added.ts'
import { byYear, olderEntriesQuery } from './older-lists.ts'
import { type PublicEntry, publicEntry } from './public-search.ts'

const publicCoalitionRow = row({
	/** The slug in force, which may not be the one in the URL. */
	slug: z.string(),
	name: z.string(),
	language: z.enum(LANGUAGES),
	demo: flag,
	listed: flag,
	accent: z.string().nullable(),
	logo: logoColumn,
	english: flag,
})

/** What anyone may know of a coalition. */
export type PublicCoalition = ReturnType<typeof publicCoalitionRow>

/** The coalition that has, or once had, the slug. */
export function publicCoalitionQuery(slug: string): Query<PublicCoalition | null> {
	return firstRow(
		`SELECT name, language, demo, listed, accent, logo, english,
			${CURRENT_SLUG} AS slug
		FROM coalition WHERE id = ${COALITION_BY_SLUG}`,
		[slug],
		publicCoalitionRow,
	)
}

export type CoalitionPageData = {
	readonly coalition: PublicCoalition
	/** Present members in the coalition's own order. */
	readonly associations: readonly ReturnType<typeof associationRow>[]
	/** Newest first: the latest ones, or all of the year asked for. */
	readonly statements: readonly PublicEntry[]
	/** Every year that has statements, newest first. */
	readonly years: readonly ReturnType<typeof yearRow>[]
}

/** How many statements a coalition's page shows before it asks for a year. */
const LATEST = 40

const associationRow = row({ name: z.string(), area: z.string() })

const yearRow = row({ year: z.number(), count: z.number() })

/** A coalition's public page. `year`: only statements of that year, or null. */
export function coalitionPageQuery(slug: string, year: number | null, now: Instant): Query<CoalitionPageData | null> {
	return mapQuery(
		allOf({
			coalition: publicCoalitionQuery(slug),
			associations: rows(
				`SELECT name, area FROM association WHERE coalition_id = ${COALITION_BY_SLUG} AND ${isMember('association')}
				ORDER BY ordinal, id`,
				[slug, now],
				associationRow,
			),
			statements: rows(
				`SELECT label, title, year, number, published_at, json_extract(text_bytes, '$.language') AS language, ${ADDED}
				FROM publication WHERE coalition_id = ${COALITION_BY_SLUG} AND year = COALESCE(?, year)
				ORDER BY year DESC, number DESC LIMIT ?`,
				[slug, year, year === null ? LATEST : -1],
				publicEntry,
			),
			older: olderEntriesQuery(slug, year, year === null ? LATEST : -1),
			years: rows(
				`SELECT year, COUNT(*) AS count FROM (SELECT year FROM publication WHERE coalition_id = ${COALITION_BY_SLUG}
					UNION ALL SELECT year FROM older_statement WHERE coalition_id = ${COALITION_BY_SLUG} AND removed_at IS NULL)
				GROUP BY year ORDER BY year DESC`,
				[slug, slug],
				yearRow,
			),
		}),
		({ coalition, older, statements, ...page }) =>
			coalition && { coalition, ...page, statements: byYear(statements, older, year === null ? LATEST : -1) },
	)
}

/** How many coalitions the front page shows; more are found by searching. */
export const LISTED = 50

const listedCoalitionRow = row({
	slug: z.string(),
	name: z.string(),
	language: z.enum(LANGUAGES),
	demo: flag,
	statements: z.number(),
	latestAt: z.number().nullable(),
})

/** A coalition on the front page. */
export type ListedCoalition = ReturnType<typeof listedCoalitionRow>

/** The first of the listed coalitions whose name holds `search`, by name; one more than are shown where there are more. */
export function listedCoalitionsQuery(search: string): Query<readonly ListedCoalition[]> {
	return rows(
		`SELECT ${CURRENT_SLUG} AS slug, name, language, demo,
			(SELECT COUNT(*) FROM publication WHERE coalition_id = coalition.id)
				+ (SELECT COUNT(*) FROM older_statement WHERE coalition_id = coalition.id AND removed_at IS NULL) AS statements,
			(SELECT MAX(published_at) FROM publication WHERE coalition_id = coalition.id) AS latest_at
		FROM coalition WHERE listed = 1 AND sort_name LIKE ? ESCAPE '\\' ORDER BY sort_name, id LIMIT ?`,
		[`%${sortKey(search).replace(/[\\%_]/g, '\\$&')}%`, LISTED + 1],
		listedCoalitionRow,
	)
}

import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG, CURRENT_SLUG } from '#db/members/load-actor.ts'
import { firstValue, row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { type AddedEntry, latestAddedQuery } from './added.ts'
import { type PublicCoalition, publicCoalitionQuery } from './public-coalition.ts'
import { CHANGED_AT } from './public-search.ts'

const fileRow = row({ slug: z.string(), changedAt: z.number() })

/** The listed coalitions, each with when it last published; not more than `limit`. */
export function mappedCoalitionsQuery(limit: number): Query<ReturnType<typeof fileRow>[]> {
	return rows(
		`SELECT ${CURRENT_SLUG} AS slug,
			COALESCE((SELECT MAX(published_at) FROM publication WHERE coalition_id = coalition.id), created_at) AS changed_at
		FROM coalition WHERE listed = 1 ORDER BY sort_name, id LIMIT ?`,
		[limit],
		fileRow,
	)
}

const statementRow = row({ year: z.number(), number: z.union([z.number(), z.string()]), changedAt: z.number() })

export type MappedStatements = {
	readonly coalition: PublicCoalition
	readonly since: Instant
	/** Those published here, newest first, and then those from before. */
	readonly statements: readonly ReturnType<typeof statementRow>[]
	/** What was added to them, the latest first, as many at most. */
	readonly added: readonly AddedEntry[]
}

/** Where a coalition's statements are, not more than `limit` of them. Null: no such coalition. */
export function mappedStatementsQuery(slug: string, limit: number): Query<MappedStatements | null> {
	return mapQuery(
		allOf({
			coalition: publicCoalitionQuery(slug),
			since: firstValue(`SELECT created_at FROM coalition WHERE id = ${COALITION_BY_SLUG}`, [slug], z.number()),
			statements: rows(
				`SELECT year, number, ${CHANGED_AT} AS changed_at FROM publication
				WHERE coalition_id = ${COALITION_BY_SLUG} ORDER BY year DESC, number DESC LIMIT ?`,
				[slug, limit],
				statementRow,
			),
			added: latestAddedQuery(slug, limit),
			older: rows(
				`SELECT year, place AS number, changed_at FROM older_statement
				WHERE coalition_id = ${COALITION_BY_SLUG} AND removed_at IS NULL ORDER BY year DESC, ordinal DESC LIMIT ?`,
				[slug, limit],
				statementRow,
			),
		}),
		({ coalition, since, statements, older, ...found }) =>
			coalition && since !== null
				? { coalition, since, ...found, statements: [...statements, ...older].slice(0, limit) }
				: null,
	)
}

import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { flag, row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'

/** A coalition, as the operator sees it: how large, not who. */
export type CoalitionRow = {
	readonly slug: string
	readonly name: string
	readonly seriesPrefix: string
	readonly listed: boolean
	readonly demo: boolean
	readonly createdAt: Instant
	readonly associations: number
	readonly published: number
	/** The chair has an address to be invited at. */
	readonly chairHasMail: boolean
	/** Somebody is in office as chair. */
	readonly hasChair: boolean
}

const CHAIR = `FROM seat WHERE coalition_id = coalition.id AND role = 'chair' AND ended_at IS NULL
	AND from_at <= ? AND (until_at IS NULL OR ? < until_at)`

/** Every coalition by name, with the `host` they are found at. */
export function coalitionsQuery(
	now: Instant,
	host: string,
): Query<{ readonly coalitions: readonly CoalitionRow[]; readonly host: string }> {
	return mapQuery(rowsQuery(now), (coalitions) => ({ coalitions, host }))
}

const coalitionRow = row({
	slug: z.string(),
	name: z.string(),
	seriesPrefix: z.string(),
	listed: flag,
	demo: flag,
	createdAt: z.number(),
	associations: z.number(),
	published: z.number(),
	hasChair: flag,
	chairHasMail: flag,
})

function rowsQuery(now: Instant): Query<CoalitionRow[]> {
	return rows(
		`SELECT slug.slug, name, series_prefix, listed, demo, coalition.created_at,
			(SELECT COUNT(*) FROM association WHERE coalition_id = coalition.id AND left_at IS NULL) AS associations,
			(SELECT COUNT(*) FROM publication WHERE coalition_id = coalition.id) AS published,
			EXISTS (SELECT 1 ${CHAIR}) AS has_chair,
			EXISTS (SELECT 1 ${CHAIR} AND person_id IN (SELECT person_id FROM address)) AS chair_has_mail
		FROM coalition JOIN slug ON slug.coalition_id = coalition.id AND slug.current = 1
		ORDER BY name, slug.slug`,
		[now, now, now, now],
		coalitionRow,
	)
}

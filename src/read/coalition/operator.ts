import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { isMember, seatedNow } from '#db/members/load-actor.ts'
import { flag, row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'

const CHAIR = `FROM seat WHERE coalition_id = coalition.id AND role = 'chair'
	AND ${seatedNow('seat')}`

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
	/** Somebody is in office as chair. */
	hasChair: flag,
	/** The chair has an address to be invited at. */
	chairHasMail: flag,
})

/** A coalition, as the operator sees it: how large, not who. */
export type CoalitionRow = ReturnType<typeof coalitionRow>

function rowsQuery(now: Instant): Query<CoalitionRow[]> {
	return rows(
		`SELECT slug.slug, name, series_prefix, listed, demo, coalition.created_at,
			(SELECT COUNT(*) FROM association WHERE coalition_id = coalition.id AND ${isMember('association')}) AS associations,
			(SELECT COUNT(*) FROM publication WHERE coalition_id = coalition.id) AS published,
			EXISTS (SELECT 1 ${CHAIR}) AS has_chair,
			EXISTS (SELECT 1 ${CHAIR} AND person_id IN (SELECT person_id FROM address)) AS chair_has_mail
		FROM coalition JOIN slug ON slug.coalition_id = coalition.id AND slug.current = 1
		ORDER BY name, slug.slug`,
		[now, now, now, now, now],
		coalitionRow,
	)
}

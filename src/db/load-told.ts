import * as z from 'zod'
import type { Instant } from '#domain/kernel/id.ts'
import { type Bounded, countedSince } from '#domain/kernel/telling.ts'
import type { Told } from '#domain/kernel/tells-within.ts'
import { allOf, mapQuery, type Query } from './client.ts'
import { COALITION_BY_SLUG } from './members/load-actor.ts'
import { firstValue, row, rows } from './rows.ts'

const NOTHING: Query<Told> = { statements: [], parse: () => ({ opened: false, acts: [] }) }

const actsRow = row({ notice: z.string(), count: z.number(), first: z.number() })

/** How often the coalition was told of each of these within a day. Asks nothing where there are none. */
export function toldQuery(slug: string, notices: readonly Bounded[], now: Instant): Query<Told> {
	if (notices.length === 0) return NOTHING
	return mapQuery(
		allOf({
			opened: firstValue(
				`SELECT 1 FROM event WHERE coalition_id = ${COALITION_BY_SLUG}
					AND type IN ('consultationOpened', 'ballotOpened', 'meetingDecisionEntered', 'consensusListOpened') LIMIT 1`,
				[slug],
				z.number(),
			),
			acts: rows(
				`SELECT kind AS notice, COUNT(DISTINCT act_id) AS count, MIN(created_at) AS first FROM outbox
					WHERE coalition_id = ${COALITION_BY_SLUG} AND kind IN (${notices.map(() => '?').join(', ')}) AND created_at > ?
					GROUP BY kind`,
				[slug, ...notices, countedSince(now)],
				actsRow,
			),
		}),
		({ opened, acts }) => ({ opened: opened !== null, acts }),
	)
}

import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { type ActorRef, COALITION_BY_SLUG, isMember, NOBODY, personExpression } from '#db/members/load-actor.ts'
import { id, row, rows } from '#db/rows.ts'
import { type LoadedStance, stanceRow } from '#db/statement/load-statement.ts'
import { STANCES } from '#domain/deciding/stance.ts'
import type { BlockId, Instant } from '#domain/kernel/id.ts'
import { type StatementView, statementViewQuery } from './deciding.ts'

export type StancesPageView = StatementView & {
	/** Of the associations in the part, and of those the viewer has a seat in. */
	readonly stances: readonly LoadedStance[]
	/** How many of the present associations have answered what about each block. */
	readonly totals: readonly StanceTotal[]
}

/** Which associations, in the coalition's order: all where there are no more than `whole`, otherwise `size` from `from`. */
export type StancesPart = { readonly whole: number; readonly size: number; readonly from: number }

const totalRow = row({ blockId: id<BlockId>(), stance: z.enum(STANCES), count: z.number() })

export type StanceTotal = ReturnType<typeof totalRow>

const PRESENT = `FROM association WHERE coalition_id = ${COALITION_BY_SLUG} AND ${isMember('association')}`

/** What a part of the associations think, and what all of them come to: of many, not every stance is read. */
export function stancesPageQuery(
	slug: string,
	statementId: string,
	{ whole, size, from }: StancesPart,
	who: ActorRef | null,
	now: Instant,
): Query<StancesPageView | null> {
	const person = personExpression(who ?? NOBODY, now)
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			stances: rows(
				`SELECT association_id, block_id, version_id, stance, reason, at FROM stance
					WHERE statement_id = ? AND association_id IN (
						SELECT id FROM (SELECT id ${PRESENT} ORDER BY ordinal, id LIMIT ? OFFSET (
							SELECT CASE WHEN count(*) <= ? THEN 0 ELSE min(?, (count(*) - 1) / ? * ?) END ${PRESENT}))
						UNION SELECT association_id FROM seat WHERE person_id = ${person.sql})`,
				[statementId, slug, now, whole, whole, from, size, size, slug, now, ...person.args],
				stanceRow,
			),
			totals: rows(
				`SELECT block_id, stance, count(*) AS count FROM stance
					WHERE statement_id = ? AND association_id IN (SELECT id ${PRESENT}) GROUP BY block_id, stance`,
				[statementId, slug, now],
				totalRow,
			),
		}),
		({ view, stances, totals }) => view && { ...view, stances, totals },
	)
}

import * as z from 'zod'
import { ASKED } from '#db/amendment/load-asked.ts'
import { ADOPTED_BY } from '#db/amendment/load-listed.ts'
import { MERGED } from '#db/amendment/merged.ts'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { Condition } from '#db/guards.ts'
import { firstValue, id, row, rows } from '#db/rows.ts'
import { LOOKED_AT } from '#domain/amendment/to-merge.ts'
import type { ActId } from '#domain/kernel/id.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'
import { type AmendmentRow, amendmentsQuery, besideQuery } from './amendments.ts'
import { type Named, namedQuery, namedRow } from './named.ts'

/** Which part of the open ones is read, the last where there are not so many, and which amendments are chosen wherever they stand; null: those that are adopted. */
export type Merged = { readonly size: number; readonly from: number; readonly chosen: readonly string[] | null }

const earlierRow = row({ actId: id<ActId>(), at: z.number(), number: z.number() })

export type MergingView = StatementView & {
	/** What is adopted and was not merged, a part of what is open, and what is chosen and can be; by number. Nothing that associations are asked about. */
	readonly amendments: readonly AmendmentRow[]
	/** How many are open, and not asked about. */
	readonly open: number
	/** Those that associations are asked about. */
	readonly asked: readonly Named[]
	/** Those that were chosen, whatever became of them. */
	readonly named: readonly Named[]
	/** Open ones that touch what the chosen touch, whichever part they are in. */
	readonly beside: readonly AmendmentRow[]
	/** What was merged, by the act that did it, the last act first. */
	readonly earlier: readonly ReturnType<typeof earlierRow>[]
}

const OF_STATEMENT = 'SELECT amendment.id FROM amendment WHERE amendment.statement_id = ?'
const IS_OPEN = `amendment.state = 'open' AND ${ASKED} IS NULL`
const IS_ADOPTED = `amendment.state IN ('adopted', 'adoptedWithChanges') AND ${MERGED} IS NULL`
const TOGETHER = `(amendment.state = 'adopted' AND (amendment.decided_in IS NOT NULL OR ${ADOPTED_BY} IS NOT NULL))`

/** What is adopted and was not merged. Of what associations adopted all is, for the text is not decided on without it. */
const adoptedIn = (statementId: string): Condition => ({
	sql: `${OF_STATEMENT} AND ${IS_ADOPTED} AND ${TOGETHER}
		UNION ALL SELECT id FROM (${OF_STATEMENT} AND ${IS_ADOPTED} AND NOT ${TOGETHER} ORDER BY state, number LIMIT ${LOOKED_AT})`,
	args: [statementId, statementId],
})

/** How many are open, and not asked about. */
const OPEN = `SELECT COUNT(*) FROM amendment WHERE amendment.statement_id = ? AND ${IS_OPEN}`

/** What there is to merge into a text; null when the coalition has no such statement. */
export function mergingViewQuery(
	slug: string,
	statementId: string,
	{ size, from, chosen }: Merged,
	now: number,
): Query<MergingView | null> {
	const adopted = adoptedIn(statementId)
	const named = { sql: 'SELECT value FROM json_each(?)', args: [JSON.stringify(chosen ?? [])] }
	const read = {
		sql: `(amendment.id IN (${adopted.sql})
			OR amendment.id IN (${OF_STATEMENT} AND ${IS_OPEN} ORDER BY number LIMIT CAST(? AS INTEGER)
				OFFSET MIN(CAST(? AS INTEGER), MAX(0, (${OPEN}) - 1) / CAST(? AS INTEGER) * CAST(? AS INTEGER)))
			OR (amendment.id IN (${named.sql}) AND (${IS_OPEN} OR ${IS_ADOPTED})))`,
		args: [...adopted.args, statementId, size, from, statementId, size, size, ...named.args],
	}
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			amendments: amendmentsQuery(statementId, read),
			open: firstValue(OPEN, [statementId], z.number()),
			asked: rows(
				`SELECT amendment.id, number, association.name AS association
					FROM amendment JOIN association ON association.id = amendment.association_id
					WHERE amendment.statement_id = ? AND amendment.state = 'open' AND ${ASKED} IS NOT NULL ORDER BY number`,
				[statementId],
				namedRow,
			),
			named: namedQuery(statementId, chosen ?? []),
			beside: besideQuery(statementId, chosen === null ? adopted : named),
			earlier: rows(
				`SELECT merged ->> '$.actId' AS act_id, merged ->> '$.at' AS at, number FROM (SELECT number, ${MERGED} AS merged
					FROM amendment WHERE amendment.statement_id = ? AND state NOT IN ('open', 'prepared')) WHERE merged IS NOT NULL
					ORDER BY at DESC, act_id, number`,
				[statementId],
				earlierRow,
			),
		}),
		({ view, open, beside, ...rest }) => view && { ...view, ...rest, open: open ?? 0, beside: beside.compared },
	)
}

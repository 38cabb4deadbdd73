import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { Condition } from '#db/guards.ts'
import type { ActorRef } from '#db/members/load-actor.ts'
import { id, row, rows } from '#db/rows.ts'
import { AMENDMENT_STATES } from '#domain/amendment/state.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'
import { type AmendmentRow, amendmentFields, type Beside, besideQuery, COLUMNS, JOINS, shownTo } from './amendments.ts'

/** Amendments, of which no more is said than which. */
export type Among = {
	/** Only those; undefined for all that have been put forward, null for what waits in one's own association. */
	readonly state?: 'open' | 'decided' | null | undefined
	readonly by?: string | undefined
	/** The part is wanted in which the first stands that touches this block. */
	readonly block?: string | undefined
	/** How many are read, and from which on. */
	readonly size: number
	readonly from: number
}

/** Where in the text an amendment stands: the place of its first block in the order of all, as a number that only compares. */
const PLACE = `COALESCE(
	(SELECT MIN(NULLIF(instr(block_order, touched.value), 0)) FROM json_each(touches) AS touched),
	(SELECT MIN(NULLIF(instr(block_order, saw.value ->> '$.blockId'), 0)) FROM json_each(seen) AS saw),
	iif(seen = '[]', length(block_order), NULL))`

/** The numbers of a part of the list, in the order of the text: at a block those that reach farthest first, last those whose place is gone. */
function partOfList(statementId: string, shown: Condition, { state, by, block, size, from }: Among): Condition {
	const states = {
		open: "amendment.state = 'open'",
		decided: "amendment.state NOT IN ('open', 'prepared')",
		waiting: "amendment.state = 'prepared'",
		all: "amendment.state <> 'prepared'",
	}[state === null ? 'waiting' : (state ?? 'all')]
	return {
		sql: `WITH listed AS MATERIALIZED (SELECT amendment.id, number, reach, ${PLACE} AS place,
				EXISTS (SELECT 1 FROM json_each(touches) AS touched WHERE touched.value = ?) AS is_wanted
				FROM amendment JOIN amendment_version ON amendment_version.id = amendment.version_id
				JOIN statement ON statement.id = amendment.statement_id
				WHERE amendment.statement_id = ? AND ${states} AND ? IN ('', amendment.association_id) AND ${shown.sql}),
			ranked AS (SELECT id, is_wanted,
				ROW_NUMBER() OVER (ORDER BY place IS NULL, place, reach DESC, number) - 1 AS rank FROM listed),
			part AS (SELECT MIN(MAX(0, (SELECT COUNT(*) FROM ranked) - 1),
				COALESCE((SELECT MIN(rank) FROM ranked WHERE is_wanted), CAST(? AS INTEGER))) / CAST(? AS INTEGER) AS number)
			SELECT ranked.id, rank FROM ranked, part WHERE rank >= part.number * ? AND rank < (part.number + 1) * ?`,
		args: [block ?? '-', statementId, by ?? '', ...shown.args, from, size, size, size],
	}
}

const listedRow = row({ rank: z.number(), ...amendmentFields })

const countRow = row({
	associationId: id<AssociationId>(),
	association: z.string(),
	state: z.enum(AMENDMENT_STATES),
	count: z.number(),
})

export type AmendmentsView = StatementView & {
	/** A part of those that were asked for, in the order of the text. */
	readonly listed: readonly AmendmentRow[]
	/** How many of them stand before the part. */
	readonly before: number
	/** What waits in one's own associations, the first of them. */
	readonly waiting: readonly AmendmentRow[]
	/** Of whom and in which state all there are to see are. */
	readonly counts: readonly ReturnType<typeof countRow>[]
	/** The other open ones that touch what any in the part touches. */
	readonly beside: Beside
}

/** A part of the amendments to a statement; null when the coalition has no such statement. */
export function amendmentsViewQuery(
	slug: string,
	statementId: string,
	among: Among,
	ref: ActorRef | null,
	now: Instant,
): Query<AmendmentsView | null> {
	const shown = shownTo(ref, now)
	const part = partOfList(statementId, shown, among)
	const first = { state: null, from: 0, size: among.state === null ? 0 : among.size }
	const listed = (list: Condition) =>
		rows(
			`SELECT rank, ${COLUMNS} FROM (${list.sql}) AS list JOIN amendment ON amendment.id = list.id ${JOINS} ORDER BY rank`,
			[...list.args],
			listedRow,
		)
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			part: listed(part),
			waiting: listed(partOfList(statementId, shown, { ...first, size: Math.max(1, first.size) })),
			counts: rows(
				`SELECT amendment.association_id, association.name AS association, state, COUNT(*) AS count
					FROM amendment JOIN association ON association.id = amendment.association_id
					WHERE amendment.statement_id = ? AND ${shown.sql} GROUP BY amendment.association_id, state
					ORDER BY association.ordinal, amendment.association_id, state`,
				[statementId, ...shown.args],
				countRow,
			),
			beside: besideQuery(statementId, { sql: `SELECT id FROM (${part.sql})`, args: part.args }),
		}),
		({ view, part: listed, ...rest }) =>
			view && {
				...view,
				listed: listed.map(({ rank: _rank, ...each }) => each),
				before: listed[0]?.rank ?? 0,
				...rest,
			},
	)
}

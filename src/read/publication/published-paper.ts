import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { logoColumn } from '#db/coalition/load-coalition.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, id, row } from '#db/rows.ts'
import type { Logo } from '#domain/coalition/coalition.ts'
import type { Hex } from '#domain/coalition/colour.ts'
import type { CoalitionId, StatementId } from '#domain/kernel/id.ts'
import type { PublicCoalition } from './public-coalition.ts'
import { type AnswersPart, NUMBERED, type PublishedStatement, statementPageQuery } from './public-statement.ts'

/** A published statement with how the coalition's letters looked when it was published. */
export type PublishedPaper = {
	/** With every association's answer. */
	readonly statement: PublishedStatement
	readonly coalitionId: CoalitionId
	readonly statementId: StatementId
	/** Null: Samsvar's own. */
	readonly accent: Hex | null
	readonly logo: Logo | null
}

/** More answers than a record has. */
const EVERY: AnswersPart = { from: 0, size: 1_000_000 }

const lookRow = row({
	coalitionId: id<CoalitionId>(),
	statementId: id<StatementId>(),
	accent: z.string().nullable(),
	logo: logoColumn,
})

/** What a statement's files are made from. Null: no such coalition. `paper`: null when it has published nothing under the number. */
export function publishedPaperQuery(
	slug: string,
	year: number,
	number: number,
): Query<{ readonly coalition: PublicCoalition; readonly paper: PublishedPaper | null } | null> {
	return mapQuery(
		allOf({
			page: statementPageQuery(slug, year, number, EVERY),
			look: firstRow(`SELECT coalition_id, statement_id, accent, logo ${NUMBERED}`, [slug, year, number], lookRow),
		}),
		({ page, look }) =>
			page && { coalition: page.coalition, paper: page.statement && look && { statement: page.statement, ...look } },
	)
}

const numberRow = row({ year: z.number(), number: z.number() })

/** Under which number a statement of the coalition is published; null where it is not. */
export function numberOfQuery(slug: string, statementId: string): Query<ReturnType<typeof numberRow> | null> {
	return firstRow(
		`SELECT year, number FROM publication WHERE statement_id = ? AND coalition_id = ${COALITION_BY_SLUG}`,
		[statementId, slug],
		numberRow,
	)
}

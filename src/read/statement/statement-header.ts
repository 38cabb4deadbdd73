import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { firstRow, id, row } from '#db/rows.ts'
import { type LoadedStatement, statementFactsQuery } from '#db/statement/load-statement.ts'
import type { InquiryId } from '#domain/kernel/id.ts'
import type { Situation } from '#domain/planning/situation.ts'
import type { Stage } from '#domain/statement/statement.ts'
import { situationFields, situationOf } from '#read/planning/situation.ts'

/** What every page of a statement's workspace shows at its top. */
export type StatementHeader = LoadedStatement & {
	readonly inquiry: ReturnType<typeof inquiryRow> | null
	readonly published: ReturnType<typeof publishedRow> | null
	/** How many comments there are, each with what was said about it. */
	readonly threads: number
	/** How many amendments have been put forward and not withdrawn. */
	readonly amendments: number
	readonly situation: Situation
}

/** While it is as it was left when the reason was given: it was taken back to be written on, or withdrawn. */
const GIVEN: readonly Stage[] = ['drafting', 'withdrawn']

const inquiryRow = row({
	id: id<InquiryId>(),
	title: z.string(),
	sender: z.string(),
	references: z.string(),
	dueOn: z.string().nullable(),
})

const publishedRow = row({ year: z.number(), number: z.number(), label: z.string() })

const situationRow = row(situationFields, ({ threads, amendments, ...situation }) => ({
	threads,
	amendments,
	situation,
}))

/** The header of a statement of the coalition; null when there is no such statement. */
export function statementHeaderQuery(slug: string, statementId: string): Query<StatementHeader | null> {
	return mapQuery(
		allOf({
			facts: statementFactsQuery(slug, statementId),
			inquiry: firstRow(
				`SELECT id, title, sender, reference_numbers AS "references", due_on FROM inquiry
					WHERE id = (SELECT inquiry_id FROM statement WHERE id = ?)`,
				[statementId],
				inquiryRow,
			),
			published: firstRow(
				'SELECT year, number, label FROM publication WHERE statement_id = ?',
				[statementId],
				publishedRow,
			),
			found: firstRow(`SELECT ${situationOf()} FROM statement WHERE id = ?`, [statementId], situationRow),
		}),
		({ facts, found, ...rest }) =>
			facts && found
				? { ...facts, ...rest, ...found, reason: GIVEN.includes(facts.statement.stage) ? facts.reason : null }
				: null,
	)
}

import * as z from 'zod'
import type { Query } from '#db/client.ts'
import type { Condition } from '#db/guards.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { id, row, rows } from '#db/rows.ts'
import type { CoalitionId, InquiryId, Instant, StatementId, SwedishDate } from '#domain/kernel/id.ts'
import type { Situation } from '#domain/planning/tasks.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { SITUATION, situationFields } from './situation.ts'

/** A statement that still asks something of somebody: not withdrawn, and if published, not yet marked as sent. */
export type OpenStatement = {
	readonly statement: Pick<Statement, 'id' | 'coalitionId' | 'title' | 'stage'>
	readonly inquiry: { readonly id: InquiryId; readonly title: string; readonly dueOn: SwedishDate | null } | null
	readonly situation: Situation
	readonly changedAt: Instant
}

const openRow = row(
	{
		id: id<StatementId>(),
		coalitionId: id<CoalitionId>(),
		title: z.string(),
		changedAt: z.number(),
		inquiryId: id<InquiryId>().nullable(),
		inquiryTitle: z.string().nullable(),
		dueOn: z.string().nullable(),
		...situationFields,
	},
	({
		id,
		coalitionId,
		title,
		changedAt,
		inquiryId,
		inquiryTitle,
		dueOn,
		threads: _count,
		...situation
	}): OpenStatement => ({
		statement: { id, coalitionId, title, stage: situation.stage },
		inquiry: inquiryId === null || inquiryTitle === null ? null : { id: inquiryId, title: inquiryTitle, dueOn },
		situation,
		changedAt,
	}),
)

/** The coalition's open statements with all that decides who must do what, latest changed first. One statement of SQL. */
export function openStatementsQuery(slug: string): Query<OpenStatement[]> {
	return openStatementsIn({ sql: `= ${COALITION_BY_SLUG}`, args: [slug] })
}

/** The same for several coalitions: `coalitions` is what follows the id of the coalition, `IN (…)`. */
export function openStatementsIn(coalitions: Condition): Query<OpenStatement[]> {
	return rows(
		`SELECT statement.id, statement.coalition_id, statement.title, changed_at,
			inquiry.id AS inquiry_id, inquiry.title AS inquiry_title, inquiry.due_on, ${SITUATION}
		FROM statement
		LEFT JOIN inquiry ON inquiry.id = statement.inquiry_id
		WHERE statement.coalition_id ${coalitions.sql} AND stage <> 'withdrawn'
			AND (stage <> 'published' OR NOT EXISTS (SELECT 1 FROM dispatch WHERE statement_id = statement.id))
		ORDER BY changed_at DESC, statement.id`,
		[...coalitions.args],
		openRow,
	)
}

import * as z from 'zod'
import type { Query } from '#db/client.ts'
import type { Condition } from '#db/guards.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { id, row, rows } from '#db/rows.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import type { CoalitionId, InquiryId, Instant, StatementId, SwedishDate } from '#domain/kernel/id.ts'
import type { Situation } from '#domain/planning/situation.ts'
import { ADDENDUM_LAPSES_MS } from '#domain/publication/addendum.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { situationFields, situationOf } from './situation.ts'

/** A statement that still asks something of somebody: not withdrawn, and if published, not yet marked as sent or to be followed up by now. */
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

/** The coalition's open statements with what comes next in each, latest changed first: asked about no association. One statement of SQL. */
export function openStatementsQuery(slug: string, now: Instant): Query<OpenStatement[]> {
	return openStatementsIn({ sql: `= ${COALITION_BY_SLUG}`, args: [slug] }, { sql: 'SELECT NULL', args: [] }, now)
}

/**
 * The same for several coalitions, with all that decides who must do what. `coalitions` is what follows the id of the coalition,
 * `IN (…)`; `associations` selects those that are asked about.
 */
export function openStatementsIn(coalitions: Condition, associations: Condition, now: Instant): Query<OpenStatement[]> {
	return rows(
		`WITH asked (id) AS (${associations.sql})
		SELECT statement.id, statement.coalition_id, statement.title, changed_at,
			inquiry.id AS inquiry_id, inquiry.title AS inquiry_title, inquiry.due_on,
			${situationOf('association_id IN (SELECT id FROM asked)')}
		FROM statement
		LEFT JOIN inquiry ON inquiry.id = statement.inquiry_id
		WHERE statement.coalition_id ${coalitions.sql} AND stage <> 'withdrawn'
			AND (stage <> 'published' OR NOT EXISTS (SELECT 1 FROM dispatch WHERE statement_id = statement.id)
				OR EXISTS (SELECT 1 FROM expected_outcome WHERE statement_id = statement.id AND expected_on <= ?)
				OR EXISTS (SELECT 1 FROM addendum WHERE addendum.statement_id = statement.id AND taken_back_at IS NULL
					AND ordinal IS NULL AND addendum.closes_at > ?))
		ORDER BY changed_at DESC, statement.id`,
		[...associations.args, ...coalitions.args, swedishDate(now), now - ADDENDUM_LAPSES_MS],
		openRow,
	)
}

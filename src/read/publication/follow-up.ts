import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { documentsQuery } from '#db/publication/load-outcomes.ts'
import { firstRow, json, row, rows } from '#db/rows.ts'
import type { DocumentOutcomes } from '#domain/publication/outcome.ts'
import { type StatementHeader, statementHeaderQuery } from '#read/statement/statement-header.ts'

const positionRow = row({ number: z.number(), text: z.string(), subPoints: json(z.array(z.string())) })
const expectedRow = row({ on: z.string(), what: z.string() })

/** A statement with what is known of what came of its positions. */
export type FollowUpView = {
	readonly header: StatementHeader
	/** As they were published; none of those that are withheld. */
	readonly positions: readonly ReturnType<typeof positionRow>[]
	/** By the day of each, and of one day in the order in which they were recorded. */
	readonly documents: readonly DocumentOutcomes[]
	readonly expected: ReturnType<typeof expectedRow> | null
}

/** The positions of what is published or was brought in, as far as they can be read. */
export function positionsQuery(source: string): Query<FollowUpView['positions']> {
	return rows(
		'SELECT number, text, sub_points FROM adopted_position WHERE statement_id = ? ORDER BY number',
		[source],
		positionRow,
	)
}

export function followUpViewQuery(slug: string, statementId: string): Query<FollowUpView | null> {
	return mapQuery(
		allOf({
			header: statementHeaderQuery(slug, statementId),
			positions: positionsQuery(statementId),
			documents: documentsQuery(statementId),
			expected: firstRow(
				'SELECT expected_on AS "on", what FROM expected_outcome WHERE statement_id = ?',
				[statementId],
				expectedRow,
			),
		}),
		({ header, ...found }) => header && { header, ...found },
	)
}

/** The same where one of its documents is read again; null: no such document. */
export function correctionViewQuery(slug: string, statementId: string, documentId: string): Query<FollowUpView | null> {
	return mapQuery(followUpViewQuery(slug, statementId), (view) =>
		view?.documents.some((each) => each.documentId === documentId) ? view : null,
	)
}

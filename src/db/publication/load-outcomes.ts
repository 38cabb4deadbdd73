import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { firstRow, firstValue, id, json, row, rows, values } from '#db/rows.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import type { DecisionDocumentId } from '#domain/kernel/id.ts'
import type { DocumentOutcomes, FollowedStatement } from '#domain/publication/outcome.ts'
import { documentKindSchema, recordedOutcomeSchema } from '#schema/outcome.ts'
import { electorateQuery } from './load-publication.ts'

/** A statement of the coalition, as far as it is followed up. */
export function followedQuery(slug: string, statementId: string): Query<FollowedStatement | null> {
	return mapQuery(
		allOf({
			statement: statementQuery(slug, statementId),
			numbers: values('SELECT number FROM adopted_position WHERE statement_id = ?', [statementId], z.number()),
			electorate: electorateQuery(statementId),
			expectedOn: firstValue(
				'SELECT expected_on FROM expected_outcome WHERE statement_id = ?',
				[statementId],
				z.string(),
			),
		}),
		({ statement, ...followed }) => statement && { statement, ...followed },
	)
}

/** The outcomes of a row of `decision_document`, as an SQL expression that gives JSON. */
const OUTCOMES_OF_DOCUMENT = `(SELECT json_group_array(json_object('number', number, 'outcome', outcome, 'page', page, 'note', note))
	FROM (SELECT * FROM position_outcome WHERE document_id = decision_document.id ORDER BY number))`

/** A row of `decision_document` with its outcomes as `outcomes`. */
const documentRow = row(
	{
		id: id<DecisionDocumentId>(),
		kind: documentKindSchema,
		title: z.string(),
		url: z.string(),
		datedOn: z.string(),
		outcomes: json(z.array(recordedOutcomeSchema)),
	},
	({ id: documentId, outcomes, ...document }): DocumentOutcomes => ({ documentId, document, outcomes }),
)

const DOCUMENTS = `SELECT id, kind, title, url, dated_on, ${OUTCOMES_OF_DOCUMENT} AS outcomes FROM decision_document`

/** What all documents tell of a statement's positions, by the day of each, and of one day in the order in which they were recorded. */
export function documentsQuery(source: string): Query<DocumentOutcomes[]> {
	return rows(`${DOCUMENTS} WHERE statement_id = ? ORDER BY dated_on, recorded_at, id`, [source], documentRow)
}

/** What a document was last recorded to tell of the statement's positions; null: no such document. */
export function documentQuery(statementId: string, documentId: string): Query<DocumentOutcomes | null> {
	return firstRow(`${DOCUMENTS} WHERE id = ? AND statement_id = ?`, [documentId, statementId], documentRow)
}

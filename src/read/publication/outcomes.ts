import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { id, row, rows } from '#db/rows.ts'
import type { DecisionDocumentId } from '#domain/kernel/id.ts'
import { type CitedOutcome, latestOutcome } from '#domain/publication/outcome.ts'
import { documentKindSchema, positionOutcomeSchema } from '#schema/outcome.ts'

/** What a document tells of a position, with the document. */
export type OutcomeFound = CitedOutcome & { readonly documentId: DecisionDocumentId }

const outcomeRow = row(
	{
		documentId: id<DecisionDocumentId>(),
		number: z.number(),
		outcome: positionOutcomeSchema,
		page: z.string(),
		note: z.string(),
		kind: documentKindSchema,
		title: z.string(),
		url: z.string(),
		datedOn: z.string(),
	},
	({ kind, title, url, datedOn, ...outcome }): OutcomeFound => ({
		...outcome,
		document: { kind, title, url, datedOn },
	}),
)

/** In the order of the documents' days, and of one day in that in which they were recorded. What is withheld is left out. */
const OUTCOMES = `SELECT document_id, position_outcome.number, outcome, page, note, kind, decision_document.title, url, dated_on
	FROM position_outcome JOIN decision_document ON decision_document.id = document_id
	JOIN adopted_position ON adopted_position.statement_id = position_outcome.statement_id
		AND adopted_position.number = position_outcome.number`
const IN_ORDER = 'ORDER BY dated_on, recorded_at, document_id, position_outcome.number'

/** All that is recorded of the positions of a statement. */
export function outcomesOfQuery(statementId: string): Query<OutcomeFound[]> {
	return rows(`${OUTCOMES} WHERE position_outcome.statement_id = ? ${IN_ORDER}`, [statementId], outcomeRow)
}

/** The same of what stands under a number of a coalition, or at another place of a year: published here, or brought in. */
export function outcomesUnderQuery(slug: string, year: number, place: number | string): Query<OutcomeFound[]> {
	return rows(
		`${OUTCOMES} WHERE position_outcome.statement_id IN (SELECT statement_id FROM publication
			WHERE coalition_id = ${COALITION_BY_SLUG} AND year = ? AND publication.number = ?
			UNION ALL SELECT id FROM older_statement WHERE coalition_id = ${COALITION_BY_SLUG} AND year = ? AND place = ?)
			${IN_ORDER}`,
		[slug, year, place, slug, year, String(place)],
		outcomeRow,
	)
}

/** What is known last of each position of a statement that something is known of, by number. */
export function latestOfEach<Outcome extends CitedOutcome>(outcomes: readonly Outcome[]): Outcome[] {
	return [...Map.groupBy(outcomes, ({ number }) => number)]
		.sort(([one], [other]) => one - other)
		.flatMap(([, each]) => latestOutcome(each) ?? [])
}

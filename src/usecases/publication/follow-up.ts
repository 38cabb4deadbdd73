import { documentQuery, followedQuery } from '#db/publication/load-outcomes.ts'
import type { DecisionDocumentId, StatementId, SwedishDate } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/publication/acts.ts'
import type { DocumentOutcomes } from '#domain/publication/outcome.ts'
import * as rules from '#domain/publication/outcomes.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

type Read = Omit<DocumentOutcomes, 'documentId'> & { readonly statementId: StatementId }

/** Records what a document tells of a published statement's positions. */
export function recordOutcomes(deps: Deps, order: Order<Read>): Outcome<{ readonly documentId: DecisionDocumentId }> {
	const { statementId, ...read } = order.command
	return perform(deps, {
		act: acts.recordOutcomes,
		order,
		needs: { followed: followedQuery(order.coalition, statementId) },
		streams: () => ownStreams(statementId),
		decide: (actor, { followed }, context) => rules.recordOutcomes(actor, followed, read, context),
	})
}

/** Records anew what one of its documents tells. */
export function correctOutcomes(
	deps: Deps,
	order: Order<Read & { readonly documentId: DecisionDocumentId }>,
): Outcome<null> {
	const { statementId, documentId, ...read } = order.command
	return perform(deps, {
		act: acts.correctOutcomes,
		order,
		needs: {
			followed: followedQuery(order.coalition, statementId),
			before: documentQuery(statementId, documentId),
		},
		streams: () => ownStreams(statementId),
		decide: (actor, { followed, before }, context) => rules.correctOutcomes(actor, followed, before, read, context),
	})
}

/** Says when the next outcome is expected, or that none is. */
export function expectOutcome(
	deps: Deps,
	order: Order<{ readonly statementId: StatementId; readonly on: SwedishDate | null; readonly what: string }>,
): Outcome<null> {
	const { statementId, on, what } = order.command
	return perform(deps, {
		act: acts.expectOutcome,
		order,
		needs: { followed: followedQuery(order.coalition, statementId) },
		streams: () => [streams.outcomes(statementId)],
		decide: (actor, { followed }, context) => rules.expectOutcome(actor, followed, { on, what }, context),
	})
}

/** On what is withheld of the text, too: of that nothing is recorded. */
const ownStreams = (statementId: StatementId) => [streams.statement(statementId), streams.outcomes(statementId)]

import { draftQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/deciding/acts.ts'
import { recordStances as decide, type RecordStance } from '#domain/deciding/consultation.ts'
import type { AssociationId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type RecordStancesCommand = {
	readonly statementId: StatementId
	readonly associationId: AssociationId
	readonly stances: readonly Omit<RecordStance, 'associationId'>[]
}

/** Records what an association thinks of one or more positions. */
export function recordStances(deps: Deps, order: Order<RecordStancesCommand>): Outcome<null> {
	const { statementId, associationId, stances } = order.command
	return perform(deps, {
		act: acts.recordStances,
		order,
		latestCounts: true,
		needs: { draft: draftQuery(order.coalition, statementId) },
		streams: () => [streams.stance(statementId, associationId)],
		decide: (actor, { draft }, context) =>
			decide(actor, draft.statement, draft.blocks, associationId, stances, context),
	})
}

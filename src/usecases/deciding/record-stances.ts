import { standingThreadsQuery } from '#db/comment/load-comments.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import { makeComment } from '#domain/comment/comment.ts'
import { acts } from '#domain/deciding/acts.ts'
import { recordStances as decide, type RecordStance } from '#domain/deciding/consultation.ts'
import type { AssociationId, StatementId } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type RecordStancesCommand = {
	readonly statementId: StatementId
	readonly associationId: AssociationId
	readonly stances: readonly Omit<RecordStance, 'associationId'>[]
	/** What else the association has to say of the text, as a comment on all of it. */
	readonly comment?: string
}

/** Records what an association thinks of one or more positions, and what else it says, together or not at all. */
export function recordStances(deps: Deps, order: Order<RecordStancesCommand>): Outcome<null> {
	const { statementId, associationId, stances, comment = '' } = order.command
	return perform(deps, {
		act: acts.recordStances,
		order,
		latestCounts: true,
		needs: { draft: draftQuery(order.coalition, statementId) },
		load: () => ({ threads: standingThreadsQuery(statementId, associationId) }),
		streams: () => [streams.stance(statementId, associationId)],
		decide: (actor, { draft: { statement, blocks }, threads }, context) => {
			const taken = decide(actor, statement, blocks, associationId, stances, context)
			if (!taken.ok || comment.trim() === '') return taken
			const said = makeComment(actor, statement, threads, null, { associationId, text: comment }, context)
			if (!said.ok) return said
			const { events, guards, notifications } = said.value
			return ok({
				value: null,
				events: [...taken.value.events, ...events],
				guards: [...taken.value.guards, ...guards],
				notifications: notifications ?? [],
			})
		},
	})
}

import { threadQuery } from '#db/comment/load-comments.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/comment/acts.ts'
import { hideComment as decide, type HideComment } from '#domain/comment/hiding.ts'
import type { CommentId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type HideCommand = HideComment & { readonly statementId: StatementId; readonly threadId: CommentId }

/** Hides what somebody said, or shows it again. */
export function hideComment(deps: Deps, order: Order<HideCommand>): Outcome<null> {
	const { statementId, threadId } = order.command
	return perform(deps, {
		act: acts.hideComment,
		order,
		needs: { statement: statementQuery(order.coalition, statementId), thread: threadQuery(statementId, threadId) },
		// On who agrees with it, too: they are told.
		streams: () => [streams.comment(threadId), streams.agreements(threadId)],
		decide: (actor, { statement, thread }, context) => decide(actor, statement, thread, order.command, context),
	})
}

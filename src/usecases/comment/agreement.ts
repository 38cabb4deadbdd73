import { threadQuery } from '#db/comment/load-comments.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/comment/acts.ts'
import { type Agree, agreeWithComment as decide } from '#domain/comment/agreement.ts'
import type { CommentId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type AgreeCommand = Agree & { readonly statementId: StatementId; readonly threadId: CommentId }

/** Says that an association agrees with a comment, or takes that back. */
export function agreeWithComment(deps: Deps, order: Order<AgreeCommand>): Outcome<null> {
	const { statementId, threadId } = order.command
	return perform(deps, {
		act: acts.agreeWithComment,
		order,
		latestCounts: true,
		needs: { statement: statementQuery(order.coalition, statementId), thread: threadQuery(statementId, threadId) },
		// On what was said, too: it may be reworded at the same moment.
		streams: () => [streams.comment(threadId), streams.agreements(threadId)],
		decide: (actor, { statement, thread }, context) => decide(actor, statement, thread, order.command, context),
	})
}

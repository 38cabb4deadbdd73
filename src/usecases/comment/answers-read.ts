import { answersReadQuery } from '#db/comment/load-comments.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/comment/acts.ts'
import { readAnswers as decide } from '#domain/comment/answer.ts'
import type { AssociationId, Instant, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type ReadAnswersCommand = {
	readonly statementId: StatementId
	readonly associationId: AssociationId
	/** When the latest answer was given that was shown: later ones are still new. */
	readonly upTo: Instant
}

/** Notes that an association has read the answers to its comments. */
export function readAnswers(deps: Deps, order: Order<ReadAnswersCommand>): Outcome<null> {
	const { statementId, associationId } = order.command
	return perform(deps, {
		act: acts.readAnswers,
		order,
		needs: { statement: statementQuery(order.coalition, statementId) },
		load: () => ({ readUpTo: answersReadQuery(statementId, associationId) }),
		streams: () => [streams.answersRead(statementId, associationId)],
		decide: (actor, { statement, readUpTo }, context) => decide(actor, statement, readUpTo, order.command, context),
	})
}

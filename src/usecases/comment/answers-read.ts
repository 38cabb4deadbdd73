import { allOf } from '#db/client.ts'
import { answersReadQuery } from '#db/comment/load-comments.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/comment/acts.ts'
import { readAnswers as decide } from '#domain/comment/answer.ts'
import type { AssociationId, Instant, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
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
		load: () =>
			allOf({
				statement: statementQuery(order.coalition, statementId),
				readUpTo: answersReadQuery(statementId, associationId),
				streams: streamsQuery(streamNames.of(streams.answersRead(statementId, associationId))),
			}),
		decide: (actor, { statement, readUpTo }, context) =>
			statement ? decide(actor, statement, readUpTo, order.command, context) : refuse({ code: 'notFound' }),
	})
}

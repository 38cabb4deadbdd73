import { allOf } from '#db/client.ts'
import { ballotQuery, turnedOutQuery } from '#db/deciding/load-ballot.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/deciding/acts.ts'
import { type CastPaper, castPaper as decide } from '#domain/deciding/voting.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type CastPaperCommand = CastPaper & { readonly statementId: StatementId }

/** Casts an association's paper in a secret ballot. The choice is kept out of everything the act leaves behind. */
export function castPaper(deps: Deps, order: Order<CastPaperCommand>): Outcome<null> {
	const { statementId, associationId, textHash } = order.command
	return perform(deps, {
		act: acts.castPaper,
		order,
		payload: { statementId, associationId, textHash },
		load: () =>
			allOf({
				statement: statementQuery(order.coalition, statementId),
				ballot: ballotQuery(order.coalition, statementId, associationId),
				turnedOut: turnedOutQuery(statementId, associationId),
				streams: streamsQuery(streamNames.vote(statementId, associationId)),
			}),
		decide: (actor, { statement, ballot, turnedOut }, context) => {
			if (!statement) return refuse({ code: 'notFound' })
			if (!ballot) return refuse({ code: 'wrongStage', stage: statement.stage, allowed: ['deciding'] })
			return decide(actor, ballot, turnedOut, order.command, context)
		},
	})
}

import { allOf } from '#db/client.ts'
import { ballotQuery, voteQuery } from '#db/deciding/load-ballot.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/deciding/acts.ts'
import type { Choice } from '#domain/deciding/ballot.ts'
import { type CastVote, castVote as decide } from '#domain/deciding/voting.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type CastVoteCommand = CastVote & { readonly statementId: StatementId }

/** Casts or changes an association's vote in the statement's open ballot. */
export function castVote(
	deps: Deps,
	order: Order<CastVoteCommand>,
): Outcome<{ readonly choice: Choice; readonly signs: boolean }> {
	const { statementId, associationId } = order.command
	return perform(deps, {
		act: acts.castVote,
		order,
		latestCounts: true,
		load: () =>
			allOf({
				statement: statementQuery(order.coalition, statementId),
				ballot: ballotQuery(order.coalition, statementId, associationId),
				own: voteQuery(statementId, associationId),
				streams: streamsQuery(streamNames.vote(statementId, associationId)),
			}),
		decide: (actor, { statement, ballot, own }, context) => {
			if (!statement) return refuse({ code: 'notFound' })
			if (!ballot) return refuse({ code: 'wrongStage', stage: statement.stage, allowed: ['deciding'] })
			return decide(actor, ballot, own, order.command, context)
		},
	})
}

import { allOf } from '#db/client.ts'
import { ballotQuery, voteQuery } from '#db/deciding/load-ballot.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { acts } from '#domain/deciding/acts.ts'
import type { Choice } from '#domain/deciding/ballot.ts'
import { type CastVote, castVote as decide } from '#domain/deciding/voting.ts'
import type { BallotId, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type CastVoteCommand = CastVote & { readonly statementId: StatementId; readonly ballotId: BallotId }

/** Casts or changes an association's vote in an open ballot. */
export function castVote(
	deps: Deps,
	order: Order<CastVoteCommand>,
): Outcome<{ readonly choice: Choice; readonly signs: boolean }> {
	const { ballotId, associationId } = order.command
	return perform(deps, {
		act: acts.castVote,
		order,
		latestCounts: true,
		load: () =>
			allOf({
				ballot: ballotQuery(order.coalition, order.command, associationId),
				own: voteQuery(ballotId, associationId),
				streams: streamsQuery(streamNames.of(streams.vote(ballotId, associationId))),
			}),
		decide: (actor, { ballot, own }, context) =>
			ballot ? decide(actor, ballot, own, order.command, context) : refuse({ code: 'notFound' }),
	})
}

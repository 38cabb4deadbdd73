import { ballotQuery, voteQuery } from '#db/deciding/load-ballot.ts'
import { acts } from '#domain/deciding/acts.ts'
import type { Choice } from '#domain/deciding/ballot.ts'
import { type CastVote, castVote as decide } from '#domain/deciding/voting.ts'
import type { BallotId, StatementId } from '#domain/kernel/id.ts'
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
		needs: { ballot: ballotQuery(order.coalition, order.command, associationId) },
		load: () => ({ own: voteQuery(ballotId, associationId) }),
		streams: () => [streams.vote(ballotId, associationId)],
		decide: (actor, { ballot, own }, context) => decide(actor, ballot, own, order.command, context),
	})
}

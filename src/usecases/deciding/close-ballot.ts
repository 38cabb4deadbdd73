import { amendmentsPutQuery, streamsOfAmendmentsPut } from '#db/amendment/load-amendments.ts'
import { ballotQuery, papersQuery, turnoutCountQuery, turnoutQuery, votesQuery } from '#db/deciding/load-ballot.ts'
import { seatsQuery } from '#db/members/load-actor.ts'
import { acts } from '#domain/deciding/acts.ts'
import { closeBallot as close, decideBallot } from '#domain/deciding/closing.ts'
import type { BallotId, StatementId } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type CloseBallotCommand = { readonly statementId: StatementId; readonly ballotId: BallotId }

/**
 * Closes the ballot and counts it. Two acts: the first fences the votes, the second counts what the fence froze, once.
 * Whatever stops between them, whoever comes next finishes it.
 */
export async function closeBallot(deps: Deps, order: Order<CloseBallotCommand>): Outcome<null> {
	const { ballotId } = order.command
	const closed = await perform(deps, {
		act: acts.closeBallot,
		order,
		needs: { ballot: ballotQuery(order.coalition, order.command, 'none') },
		load: () => ({ turnout: turnoutCountQuery(ballotId) }),
		streams: () => [streams.ballot(ballotId)],
		decide: (actor, { ballot, turnout }, { now }) => close(actor, ballot, turnout, now),
	})
	if (!closed.ok) return closed
	const counted = await countBallot(deps, order)
	return counted.ok ? ok({ ...closed.value, value: null }) : counted
}

function countBallot(deps: Deps, order: Order<CloseBallotCommand>): Outcome<null> {
	const { ballotId } = order.command
	return perform(deps, {
		act: acts.countBallot,
		order: { ...order, key: { ...order.key, value: `${order.key.value}/count` } },
		needs: { ballot: ballotQuery(order.coalition, order.command) },
		load: () => ({
			votes: votesQuery(order.command),
			papers: papersQuery(ballotId),
			turnout: turnoutQuery(ballotId),
			seats: seatsQuery(order.coalition),
			amendments: amendmentsPutQuery(ballotId),
		}),
		// What becomes of an amendment that it is about is told to that.
		streams: () => [streams.ballot(ballotId), streamsOfAmendmentsPut(ballotId)],
		decide: (_actor, { ballot, ...cast }, context) => decideBallot(ballot, cast, context),
	})
}

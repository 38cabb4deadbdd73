import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { ballotQuery } from '#db/deciding/load-ballot.ts'
import { positionQuery } from '#db/load-log.ts'
import { seatsQuery } from '#db/members/load-actor.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/deciding/acts.ts'
import type { OpenBallot } from '#domain/deciding/opening.ts'
import { holdBallotAgain as hold } from '#domain/deciding/without-quorum.ts'
import type { BallotId, Instant, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/** `ballotId`: the one that had no quorum. */
export type HoldBallotAgainCommand = OpenBallot & { readonly statementId: StatementId; readonly ballotId: BallotId }

/** Holds a ballot that too few voted in again, and gives the new one. */
export function holdBallotAgain(
	deps: Deps,
	order: Order<HoldBallotAgainCommand>,
): Outcome<{ readonly ballotId: BallotId }> {
	const { statementId, ballotId } = order.command
	return perform(deps, {
		act: acts.holdBallotAgain,
		order,
		needs: (now: Instant) => ({
			draft: draftQuery(order.coalition, statementId),
			ballot: ballotQuery(order.coalition, order.command),
			coalition: coalitionQuery(order.coalition, now),
		}),
		load: () => ({ seats: seatsQuery(order.coalition), position: positionQuery }),
		streams: () => [streams.ballot(ballotId)],
		decide: (actor, { draft, ...held }, context) => hold(actor, { ...draft, ...held }, order.command, context),
	})
}

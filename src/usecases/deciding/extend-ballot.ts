import { ballotQuery } from '#db/deciding/load-ballot.ts'
import { positionQuery } from '#db/load-log.ts'
import { seatsQuery } from '#db/members/load-actor.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/deciding/acts.ts'
import { type ExtendBallot, extendBallot as extend } from '#domain/deciding/without-quorum.ts'
import type { BallotId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type ExtendBallotCommand = ExtendBallot & { readonly statementId: StatementId; readonly ballotId: BallotId }

/** Lets a ballot that too few voted in go on until another time. */
export function extendBallot(deps: Deps, order: Order<ExtendBallotCommand>): Outcome<null> {
	const { statementId, ballotId } = order.command
	return perform(deps, {
		act: acts.extendBallot,
		order,
		needs: {
			statement: statementQuery(order.coalition, statementId),
			ballot: ballotQuery(order.coalition, order.command),
		},
		load: () => ({ seats: seatsQuery(order.coalition), position: positionQuery }),
		streams: () => [streams.ballot(ballotId)],
		decide: (actor, held, context) => extend(actor, held, order.command, context),
	})
}

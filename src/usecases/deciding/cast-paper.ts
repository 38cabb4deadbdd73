import { allOf } from '#db/client.ts'
import { ballotQuery, turnoutQuery } from '#db/deciding/load-ballot.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { acts } from '#domain/deciding/acts.ts'
import { type CastPaper, castPaper as decide } from '#domain/deciding/voting.ts'
import type { BallotId, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type CastPaperCommand = CastPaper & { readonly statementId: StatementId; readonly ballotId: BallotId }

/** Casts an association's paper in a secret ballot. The choice is kept out of everything the act leaves behind. */
export function castPaper(deps: Deps, order: Order<CastPaperCommand>): Outcome<null> {
	const { choice: _kept, ...payload } = order.command
	const { ballotId, associationId } = payload
	return perform(deps, {
		act: acts.castPaper,
		order,
		payload,
		load: () =>
			allOf({
				ballot: ballotQuery(order.coalition, payload, associationId),
				turnout: turnoutQuery(ballotId, associationId),
				streams: streamsQuery(streamNames.of(streams.vote(ballotId, associationId))),
			}),
		decide: (actor, { ballot, turnout }, context) => {
			if (!ballot) return refuse({ code: 'notFound' })
			return decide(actor, ballot, turnout.length > 0, order.command, context)
		},
	})
}

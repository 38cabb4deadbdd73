import { ballotQuery, turnoutQuery } from '#db/deciding/load-ballot.ts'
import { acts } from '#domain/deciding/acts.ts'
import { type CastPaper, castPaper as decide } from '#domain/deciding/voting.ts'
import type { BallotId, StatementId } from '#domain/kernel/id.ts'
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
		needs: { ballot: ballotQuery(order.coalition, payload, associationId) },
		load: () => ({ turnout: turnoutQuery(ballotId, associationId) }),
		streams: () => [streams.vote(ballotId, associationId)],
		decide: (actor, { ballot, turnout }, context) => decide(actor, ballot, turnout.length > 0, order.command, context),
	})
}

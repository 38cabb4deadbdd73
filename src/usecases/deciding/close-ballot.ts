import { allOf } from '#db/client.ts'
import { ballotQuery, papersQuery, votesQuery } from '#db/deciding/load-ballot.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/deciding/acts.ts'
import { closeBallot as close, decideBallot } from '#domain/deciding/closing.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/**
 * Closes the ballot and counts it. Two acts: the first fences the votes, the second counts what the fence froze, once.
 * Whatever stops between them, whoever comes next finishes it.
 */
export async function closeBallot(deps: Deps, order: Order<{ readonly statementId: StatementId }>): Outcome<null> {
	const { statementId } = order.command
	const closed = await perform(deps, {
		act: acts.closeBallot,
		order,
		load: () =>
			allOf({
				statement: statementQuery(order.coalition, statementId),
				ballot: ballotQuery(order.coalition, statementId, 'none'),
				streams: streamsQuery(streamNames.ballot(statementId)),
			}),
		decide: (actor, { statement, ballot }, { now }) => {
			if (!statement) return refuse({ code: 'notFound' })
			if (!ballot) return refuse({ code: 'wrongStage', stage: statement.stage, allowed: ['deciding'] })
			return close(actor, ballot, now)
		},
	})
	if (!closed.ok) return closed
	const counted = await countBallot(deps, order)
	return counted.ok ? ok({ ...closed.value, value: null }) : counted
}

function countBallot(deps: Deps, order: Order<{ readonly statementId: StatementId }>): Outcome<null> {
	const { statementId } = order.command
	return perform(deps, {
		act: acts.countBallot,
		order: { ...order, key: { ...order.key, value: `${order.key.value}/count` } },
		load: () =>
			allOf({
				statement: statementQuery(order.coalition, statementId),
				ballot: ballotQuery(order.coalition, statementId),
				votes: votesQuery(statementId),
				papers: papersQuery(statementId),
				streams: streamsQuery(streamNames.ballot(statementId)),
			}),
		decide: (_actor, { statement, ballot, votes, papers }) => {
			if (!statement) return refuse({ code: 'notFound' })
			if (!ballot) return refuse({ code: 'wrongStage', stage: statement.stage, allowed: ['deciding'] })
			return decideBallot(ballot, votes, papers)
		},
	})
}

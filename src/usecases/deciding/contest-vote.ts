import { contestQuery, enteredDecisionQuery } from '#db/deciding/load-contests.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/deciding/acts.ts'
import {
	type ContestMeetingVote,
	contestMeetingVote as contest,
	takeBackContest as takeBack,
} from '#domain/deciding/contesting.ts'
import type { AssociationId, BallotId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

type OfDecision = { readonly statementId: StatementId; readonly ballotId: BallotId }

export type ContestMeetingVoteCommand = OfDecision & ContestMeetingVote

/** Says for an association that the vote entered for it from a meeting's minutes is not right. */
export function contestMeetingVote(deps: Deps, order: Order<ContestMeetingVoteCommand>): Outcome<null> {
	return perform(deps, {
		act: acts.contestMeetingVote,
		...enteredVote(order),
		decide: (actor, entered, context) => contest(actor, entered, order.command, context),
	})
}

export type TakeBackContestCommand = OfDecision & { readonly associationId: AssociationId }

/** Takes that back. */
export function takeBackContest(deps: Deps, order: Order<TakeBackContestCommand>): Outcome<null> {
	return perform(deps, {
		act: acts.takeBackContest,
		...enteredVote(order),
		decide: (actor, entered, context) => takeBack(actor, entered, order.command.associationId, context),
	})
}

function enteredVote<Command extends TakeBackContestCommand>(order: Order<Command>) {
	const { statementId, ballotId, associationId } = order.command
	return {
		order,
		latestCounts: true,
		needs: {
			statement: statementQuery(order.coalition, statementId),
			ballot: enteredDecisionQuery(order.coalition, order.command, associationId),
		},
		load: () => ({ current: contestQuery(ballotId, associationId) }),
		streams: () => [streams.contest(ballotId, associationId)],
	}
}

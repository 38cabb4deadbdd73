import { consensusListQuery } from '#db/amendment/load-consensus.ts'
import { standingListQuery } from '#db/amendment/load-listed.ts'
import { adoptedQuery, mergeableQuery } from '#db/amendment/load-merging.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { positionQuery } from '#db/load-log.ts'
import { seatsQuery } from '#db/members/load-actor.ts'
import { draftQuery, statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/amendment/acts.ts'
import { type AnswerConsensusList, answerConsensusList as answer } from '#domain/amendment/consensus-answering.ts'
import {
	cancelConsensusList as cancel,
	type OpenConsensusList,
	openConsensusList as open,
} from '#domain/amendment/consensus-opening.ts'
import type { ConsensusListId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

type OnStatement<Command> = Order<Command & { readonly statementId: StatementId }>
type OnList<Command> = OnStatement<Command & { readonly listId: ConsensusListId }>

/** Asks all associations about amendments in one question. */
export function openConsensusList(
	deps: Deps,
	order: OnStatement<OpenConsensusList>,
): Outcome<{ readonly listId: ConsensusListId }> {
	const { statementId, chosen } = order.command
	const ids = chosen.map(({ amendmentId }) => amendmentId)
	return perform(deps, {
		act: acts.openConsensusList,
		order,
		needs: (now) => ({
			draft: draftQuery(order.coalition, statementId),
			coalition: coalitionQuery(order.coalition, now),
		}),
		load: () => ({
			amendments: mergeableQuery(statementId, ids),
			adopted: adoptedQuery(statementId),
			standing: standingListQuery(statementId),
			seats: seatsQuery(order.coalition),
			position: positionQuery,
		}),
		// What becomes of any of them meanwhile counts, and of the text.
		streams: () => [
			streams.consensusLists(statementId),
			streams.statement(statementId),
			...ids.map((id) => streams.amendment(id)),
		],
		decide: (actor, { draft, ...known }, context) => open(actor, draft, known, order.command, context),
	})
}

/** Says what an association objects to. */
export function answerConsensusList(deps: Deps, order: OnList<AnswerConsensusList>): Outcome<null> {
	const { listId, associationId } = order.command
	return perform(deps, {
		act: acts.answerConsensusList,
		order,
		latestCounts: true,
		needs: { list: consensusListQuery(order.coalition, order.command.statementId, listId) },
		streams: () => [streams.consensusAnswer(listId, associationId)],
		decide: (actor, { list }, context) => answer(actor, list, order.command, context),
	})
}

/** Ends a list before its time. */
export function cancelConsensusList(deps: Deps, order: OnList<{ readonly reason: string }>): Outcome<null> {
	const { statementId, listId, reason } = order.command
	return perform(deps, {
		act: acts.cancelConsensusList,
		order,
		needs: {
			statement: statementQuery(order.coalition, statementId),
			list: consensusListQuery(order.coalition, statementId, listId),
		},
		streams: () => [streams.consensusLists(statementId)],
		decide: (actor, { statement, list }, context) => cancel(actor, statement, list, reason, context),
	})
}

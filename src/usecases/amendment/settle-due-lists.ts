import { consensusListQuery, type DueList } from '#db/amendment/load-consensus.ts'
import { adoptedQuery, listedMergeableQuery } from '#db/amendment/load-merging.ts'
import { earlierObjectionsQuery } from '#db/amendment/load-objections.ts'
import { positionQuery } from '#db/load-log.ts'
import { seatsQuery } from '#db/members/load-actor.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/amendment/acts.ts'
import { settleConsensusList as settle } from '#domain/amendment/consensus-settling.ts'
import type { ConsensusListId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { eachInTurn } from '#usecases/each-in-turn.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

type SettleConsensusListCommand = { readonly statementId: StatementId; readonly listId: ConsensusListId }

/** Settles a list whose time is up. */
export function settleConsensusList(deps: Deps, order: Order<SettleConsensusListCommand>): Outcome<null> {
	const { statementId, listId } = order.command
	return perform(deps, {
		act: acts.settleConsensusList,
		order,
		needs: {
			draft: draftQuery(order.coalition, statementId),
			list: consensusListQuery(order.coalition, statementId, listId),
		},
		load: () => ({
			amendments: listedMergeableQuery(statementId, listId),
			adopted: adoptedQuery(statementId),
			earlier: earlierObjectionsQuery(statementId, listId),
			seats: seatsQuery(order.coalition),
			position: positionQuery,
		}),
		streams: () => [
			streams.consensusLists(statementId),
			{ all: `SELECT 'amendment:' || amendment_id FROM consensus_item WHERE list_id = ?`, args: [listId] },
		],
		decide: (_actor, { draft, list, ...known }, context) => settle(draft, list, known, context),
	})
}

/** Settles the lists whose time is up. Nobody's act: a list is over at its hour whether or not this runs. Gives how many there were. */
export async function settleDueLists(deps: Deps, due: readonly DueList[]): Promise<number> {
	await eachInTurn(due, ({ listId, statementId, coalition }) =>
		settleConsensusList(deps, {
			actor: { by: 'clock' },
			coalition,
			key: { value: `settle:${listId}`, kind: 'strict' },
			command: { statementId, listId },
		}),
	)
	return due.length
}

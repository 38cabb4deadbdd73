import { topicsQuery } from '#db/coalition/load-topics.ts'
import { streamNames } from '#db/load-log.ts'
import { coalitionIdQuery } from '#db/members/load-actor.ts'
import { sortedPositionsQuery } from '#db/position/load-sorting.ts'
import { acts } from '#domain/position/acts.ts'
import { sortPositions as decide, type PositionRef, SORTED_AT_ONCE, type Sorting } from '#domain/position/sorting.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/** Says of positions in the bank whom they are about and at which level; those that are not named stay as they are. */
export function sortPositions(
	deps: Deps,
	order: Order<{ readonly positions: readonly (PositionRef & Sorting)[] }>,
): Outcome<null> {
	const { positions } = order.command
	// What is too much to be sorted at once is not looked for either.
	const named = positions.slice(0, SORTED_AT_ONCE)
	return perform(deps, {
		act: acts.sortPositions,
		order,
		needs: {
			coalition: coalitionIdQuery(order.coalition),
			topics: topicsQuery(order.coalition),
			bank: sortedPositionsQuery(order.coalition, named),
		},
		// A group that is put away meanwhile is looked at anew.
		streams: () => [streamNames.topics(order.coalition), streamNames.positionSorting(order.coalition)],
		decide: (actor, { coalition, topics, bank }, context) => decide(actor, coalition, topics, bank, positions, context),
		latestCounts: true,
	})
}

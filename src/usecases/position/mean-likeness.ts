import { meantQuery } from '#db/position/load-meant.ts'
import { adoptedPositionQuery } from '#db/position/load-position.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/position/acts.ts'
import { meanLikeness as decide, type Meant } from '#domain/position/likeness-meant.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/** Says that a position of a text is meant to be like an adopted one, or that its likeness is to be told again. */
export function meanLikeness(deps: Deps, order: Order<Meant & { readonly statementId: StatementId }>): Outcome<null> {
	const { statementId, blockId, adoptedIn, number } = order.command
	return perform(deps, {
		act: acts.meanLikeness,
		order,
		needs: {
			draft: draftQuery(order.coalition, statementId),
			adopted: adoptedPositionQuery(order.coalition, { statementId: adoptedIn as StatementId, number }),
		},
		load: () => ({ meant: meantQuery(order.command) }),
		streams: () => [streams.likeness(blockId)],
		decide: (actor, { draft, meant }, context) => decide(actor, draft, meant, order.command, context),
		latestCounts: true,
	})
}

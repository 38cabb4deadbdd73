import { adoptedPositionQuery } from '#db/position/load-position.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { BlockId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/position/acts.ts'
import { afterPositions } from '#domain/position/adopted-position.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { editDocument as decide } from '#domain/statement/document.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type InsertPositionCommand = {
	/** The text it is put into. */
	readonly statementId: StatementId
	/** The published statement it is taken from, and its number there. */
	readonly source: StatementId
	readonly number: number
	/** The block it goes after; null for first. Left out: after the positions there are. */
	readonly after?: BlockId | null
}

/** Puts a position from the bank, with its sub-points, into a text being written, and keeps where it came from. */
export function insertPosition(
	deps: Deps,
	order: Order<InsertPositionCommand>,
): Outcome<{ readonly version: BlockVersion | null }> {
	const { statementId, source, number, after } = order.command
	return perform(deps, {
		act: acts.insertPosition,
		order,
		needs: {
			draft: draftQuery(order.coalition, statementId),
			position: adoptedPositionQuery(order.coalition, { statementId: source, number }),
		},
		streams: () => [streams.document(statementId)],
		decide: (actor, { draft, position }, context) => {
			const place = after === undefined ? afterPositions(draft.blocks) : after
			return decide(actor, draft, { do: 'insert', position, after: place }, context)
		},
	})
}

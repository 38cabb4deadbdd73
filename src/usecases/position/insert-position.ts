import { allOf } from '#db/client.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { adoptedPositionQuery } from '#db/position/load-position.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { BlockId, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
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
		load: () =>
			allOf({
				draft: draftQuery(order.coalition, statementId),
				position: adoptedPositionQuery(order.coalition, { statementId: source, number }),
				streams: streamsQuery(streamNames.of(streams.document(statementId))),
			}),
		decide: (actor, { draft, position }, context) => {
			if (!draft || !position) return refuse({ code: 'notFound' })
			const place = after === undefined ? afterPositions(draft.blocks) : after
			return decide(actor, draft, { do: 'insert', position, after: place }, context)
		},
	})
}

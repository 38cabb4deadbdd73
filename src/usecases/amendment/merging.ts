import { mergeableQuery, mergingQuery, streamsOfMerging } from '#db/amendment/load-merging.ts'
import { overtakenQuery, streamsOfOvertaken } from '#db/amendment/load-overtaken.ts'
import { positionQuery } from '#db/load-log.ts'
import { sidesQuery } from '#db/statement/load-history.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import { judgedQuery, olderQuery, versionsQuery } from '#db/statement/load-text.ts'
import { acts } from '#domain/amendment/acts.ts'
import { mergeAmendments as decide, type MergeAmendments, type MergedAs } from '#domain/amendment/merge-amendments.ts'
import { undoMerging as decideUndoing } from '#domain/amendment/unmerge.ts'
import type { ActId, BlockVersionId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/** `seen`: the text as it was on the page, by its versions. */
export type MergeAmendmentsCommand = Omit<MergeAmendments, 'seen'> & {
	readonly statementId: StatementId
	readonly seen: readonly BlockVersionId[]
}

/** Puts amendments into the text, in one act. */
export function mergeAmendments(deps: Deps, order: Order<MergeAmendmentsCommand>): Outcome<readonly MergedAs[]> {
	const { statementId, seen, chosen } = order.command
	const ids = chosen.map(({ amendmentId }) => amendmentId)
	return perform(deps, {
		act: acts.mergeAmendments,
		order,
		needs: { draft: draftQuery(order.coalition, statementId) },
		load: () => ({
			versions: versionsQuery(statementId, seen),
			older: olderQuery(statementId, seen),
			amendments: mergeableQuery(statementId, ids),
			overtaken: overtakenQuery(statementId, ids),
			judged: judgedQuery(statementId),
		}),
		// What becomes of any of them meanwhile counts.
		streams: () => [
			streams.document(statementId),
			streams.consensusLists(statementId),
			...ids.map(streams.amendment),
			streamsOfOvertaken(statementId, ids),
		],
		decide: (actor, { draft, versions, ...known }, context) => {
			const command = { ...order.command, seen: versions.length < seen.length ? null : versions }
			return decide(actor, draft, known, command, context)
		},
	})
}

/** Takes out of the text again what an act merged. */
export function undoMerging(
	deps: Deps,
	order: Order<{ readonly statementId: StatementId; readonly merging: ActId }>,
): Outcome<null> {
	const { statementId, merging } = order.command
	return perform(deps, {
		act: acts.undoMerging,
		order,
		needs: { draft: draftQuery(order.coalition, statementId), merging: mergingQuery(statementId, merging) },
		load: () => ({
			sides: sidesQuery(statementId, merging),
			judged: judgedQuery(statementId),
			position: positionQuery,
		}),
		streams: () => [streams.document(statementId), streamsOfMerging(statementId, merging)],
		decide: (actor, { draft, ...known }, context) => decideUndoing(actor, draft, known, context),
	})
}

import { commentedBlocksQuery, givenCommentsQuery, standingThreadsQuery } from '#db/comment/load-comments.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/comment/acts.ts'
import { makeComments as decideComments } from '#domain/comment/several.ts'
import type { AssociationId, BlockVersionId, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'
import { read } from './comment.ts'

export type MakeCommentsCommand = {
	readonly statementId: StatementId
	readonly associationId: AssociationId | null
	/** `versionId`: of the block that was read; null for the whole text. */
	readonly comments: readonly { readonly versionId: BlockVersionId | null; readonly text: string }[]
}

/** Gives several comments at once, under one key. */
export function makeComments(deps: Deps, order: Order<MakeCommentsCommand>): Outcome<{ readonly made: number }> {
	const { statementId, associationId, comments } = order.command
	const versions = comments.map(({ versionId }) => versionId)
	return perform(deps, {
		act: acts.makeComments,
		order,
		needs: { statement: statementQuery(order.coalition, statementId) },
		load: () => ({
			blocks: commentedBlocksQuery(statementId, versions),
			threads: standingThreadsQuery(statementId, associationId),
			given: givenCommentsQuery(statementId, associationId),
		}),
		// Each thread's own stream begins with its first comment.
		streams: () => [],
		decide: (actor, { statement, blocks, threads, given }, context) => {
			const said = comments.map(({ text }, index) => {
				const block = blocks[index]
				return { on: block ? read(block) : null, text }
			})
			const decided = decideComments(actor, statement, threads, given, { associationId, comments: said }, context)
			const gone = versions.some((id, index) => id !== null && !blocks[index])
			// Who they are comes first, so that what is asked for tells a stranger nothing.
			return decided.ok && gone ? refuse({ code: 'blockGone' }) : decided
		},
	})
}

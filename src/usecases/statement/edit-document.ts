import { draftQuery } from '#db/statement/load-statement.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/statement/acts.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { type DocumentEdit, editDocument as decide } from '#domain/statement/document.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type EditDocumentCommand = { readonly statementId: StatementId; readonly edit: DocumentEdit }

/** Writes in a document: a block at a time, or the whole text at once, with its title. */
export function editDocument(
	deps: Deps,
	order: Order<EditDocumentCommand>,
): Outcome<{ readonly version: BlockVersion | null }> {
	const { statementId, edit } = order.command
	return perform(deps, {
		act: acts.editDocument,
		order,
		latestCounts: true,
		needs: { draft: draftQuery(order.coalition, statementId) },
		streams: () => [
			streams.document(statementId),
			...('blockId' in edit ? [streams.block(edit.blockId)] : []),
			...('title' in edit ? [streams.statement(statementId)] : []),
		],
		decide: (actor, { draft }, context) => decide(actor, draft, edit, context),
	})
}

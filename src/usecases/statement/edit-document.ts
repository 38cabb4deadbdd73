import { allOf } from '#db/client.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
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
		load: () =>
			allOf({
				draft: draftQuery(order.coalition, statementId),
				streams: streamsQuery(
					streamNames.of(streams.document(statementId)),
					...('blockId' in edit ? [streamNames.of(streams.block(edit.blockId))] : []),
					...('title' in edit ? [streamNames.of(streams.statement(statementId))] : []),
				),
			}),
		decide: (actor, { draft }, context) => (draft ? decide(actor, draft, edit, context) : refuse({ code: 'notFound' })),
	})
}

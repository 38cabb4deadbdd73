import type { Query } from '#db/client.ts'
import { sidesQuery } from '#db/statement/load-history.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import { judgedQuery, versionsQuery } from '#db/statement/load-text.ts'
import type { BlockVersionId, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/statement/acts.ts'
import { type DocumentEdit, editDocument as decide, type Edited } from '#domain/statement/document.ts'
import type { Sides } from '#domain/statement/text-history.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/** As `DocumentEdit`, where what was seen is named by its versions. */
export type EditDocumentCommand = { readonly statementId: StatementId; readonly edit: DocumentEdit<BlockVersionId> }

const nothing: Query<never[]> = { statements: [], parse: () => [] }

const none: Query<null> = { statements: [], parse: () => null }

/** The text on both sides of the change that is taken back, or that made the text that is wanted again. */
function namedQuery(statementId: StatementId, edit: EditDocumentCommand['edit']): Query<Sides | null> {
	if (edit.do === 'takeBack') return sidesQuery(statementId, edit.change)
	return edit.do === 'restore' || edit.do === 'restoreBlock' ? sidesQuery(statementId, edit.to) : none
}

/** Writes in a document: a part at a time, or the whole text at once, with its title; or takes back what was written. */
export function editDocument(deps: Deps, order: Order<EditDocumentCommand>): Outcome<Edited> {
	const { statementId, edit } = order.command
	const seen = edit.do === 'write' ? (edit.seen ?? null) : null
	return perform(deps, {
		act: acts.editDocument,
		order,
		latestCounts: true,
		needs: { draft: draftQuery(order.coalition, statementId) },
		load: () => ({
			judged: judgedQuery(statementId),
			versions: seen === null ? nothing : versionsQuery(statementId, seen),
			named: namedQuery(statementId, edit),
		}),
		streams: () => [
			streams.document(statementId),
			...('blockId' in edit ? [streams.block(edit.blockId)] : []),
			...('title' in edit ? [streams.statement(statementId)] : []),
		],
		decide: (actor, { draft, judged, versions, named }, context) => {
			if (seen !== null && versions.length < seen.length) return refuse({ code: 'notFound' })
			const known = edit.do === 'write' ? { ...edit, seen: seen === null ? undefined : versions } : edit
			return decide(actor, draft, known, context, { judged, named })
		},
	})
}

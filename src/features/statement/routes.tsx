import { ACTS } from '#domain/acts.ts'
import type { BlockId, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { COALITION_ROLES, MEMBERS, WRITERS } from '#domain/members/seats.ts'
import type { DocumentEdit } from '#domain/statement/document.ts'
import { action, type Sent } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { textViewQuery } from '#read/comment/comments.ts'
import { statementViewQuery } from '#read/deciding/deciding.ts'
import { blockViewQuery, historyQuery, newStatementQuery } from '#read/statement/drafting.ts'
import { href, type Params, routes } from '#routes'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { changeTitle } from '#usecases/statement/move-statement.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { BlockPage, NewBlockPage, RemovalPage } from './block-page.tsx'
import {
	addBlockForm,
	editBlockForm,
	joinForm,
	moveForm,
	newStatementForm,
	pasteForm,
	removalForm,
	splitForm,
	titleForm,
} from './forms.ts'
import { HistoryPage } from './history-page.tsx'
import { NewStatementPage } from './new-statement-page.tsx'
import { PastePage } from './paste-page.tsx'
import { pastedText } from './pasted-text.ts'
import { splitAt } from './split-at.ts'
import { templateIn } from './templates.ts'
import { TextPage } from './text-page.tsx'
import { TitlePage } from './title-page.tsx'

type StatementParams = Params<'/:coalition/statements/:statement'>
type BlockParams = Params<'/:coalition/statements/:statement/blocks/:block'>

const idOf = ({ statement }: StatementParams) => statement as StatementId
const blockIdOf = ({ block }: BlockParams) => block as BlockId
const at = ({ coalition, statement }: StatementParams) => ({ coalition, statement })

type SentEdit = Pick<Sent<typeof routes.blocks, unknown>, 'context' | 'params' | 'order'>

/** Makes one edit in the document. */
const edited = ({ context, params, order }: SentEdit, edit: DocumentEdit) =>
	editDocument(context.deps, order({ statementId: idOf(params), edit }))

/** Back to the text, at the block. */
const atBlock = (params: StatementParams, block: string | null, done: string) =>
	href(routes.statement, at(params), { done, block: block ?? undefined }) + (block === null ? '' : `#b-${block}`)

/** Pages to write on a text, or on one block of it. */
const writing = {
	access: WRITERS,
	load: ({ params, now }: Context<StatementParams>) => statementViewQuery(params.coalition, params.statement, now),
} as const
const writingBlock = {
	access: WRITERS,
	load: ({ params, now }: Context<BlockParams>) =>
		blockViewQuery(params.coalition, params.statement, params.block, now),
} as const

const newStatementPage = page({
	path: routes.newStatement,
	access: COALITION_ROLES,
	load: ({ params, url, now }) => newStatementQuery(params.coalition, url.searchParams.get('inquiry'), now),
	view: NewStatementPage,
})

const textPage = page({
	path: routes.statement,
	access: MEMBERS,
	load: ({ params, now }) => textViewQuery(params.coalition, params.statement, now),
	view: TextPage,
})

const titlePage = page({ ...writing, path: routes.statementTitle, view: TitlePage })

const pastePage = page({
	...writing,
	path: routes.pasteText,
	view: (view) => {
		const { typed, errors } = view.form
		const text = typed?.text?.[0]?.trim() ?? ''
		const pasted = text === '' || Object.keys(errors).length > 0 ? null : pastedText(text, [])
		return <PastePage {...view} pasted={pasted} />
	},
})

const newBlockPage = page({ ...writing, path: routes.blocks, view: NewBlockPage })

const blockPage = page({ ...writingBlock, path: routes.block, view: BlockPage })

const removalPage = page({ ...writingBlock, path: routes.blockRemovals, view: RemovalPage })

const historyPage = page({
	path: routes.history,
	access: MEMBERS,
	load: ({ params, now }) => historyQuery(params.coalition, params.statement, now),
	view: HistoryPage,
})

export const draftingRoutes: readonly Route[] = [
	newStatementPage,
	action({
		path: routes.statements,
		does: ACTS.startStatement,
		page: newStatementPage,
		form: newStatementForm,
		act: ({ context, input, order }) => {
			const { inquiry, template, ...command } = input
			const from = template === 'empty' ? {} : { template: templateIn(template, command.language) }
			return startStatement(context.deps, order({ ...command, ...from, track: 'full', inquiryId: inquiry }))
		},
		done: ({ statementId }, { params, input }) =>
			input.template === 'empty'
				? href(routes.pasteText, { coalition: params.coalition, statement: statementId })
				: href(routes.statement, { coalition: params.coalition, statement: statementId }, { done: 'started' }),
	}),
	textPage,
	titlePage,
	action({
		path: routes.statementTitle,
		does: ACTS.changeTitle,
		page: titlePage,
		form: titleForm,
		act: ({ context, params, input, order }) =>
			changeTitle(context.deps, order({ statementId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.statement, at(params), { done: 'title' }),
	}),
	pastePage,
	action({
		path: routes.pasteText,
		does: ACTS.editDocument,
		page: pastePage,
		form: pasteForm,
		confirmed: (input) => input.confirmed !== undefined,
		act: (sent) => {
			const { title, blocks } = pastedText(sent.input.text, sent.input['take[]'])
			const titled = title !== null && sent.input.takeTitle !== undefined ? { title } : {}
			return edited(sent, { do: 'write', blocks, ...titled })
		},
		done: (_value, { params }) => href(routes.statement, at(params), { done: 'pasted' }),
	}),
	newBlockPage,
	action({
		path: routes.blocks,
		does: ACTS.editDocument,
		page: newBlockPage,
		form: addBlockForm,
		act: (sent) => edited(sent, { do: 'add', ...sent.input }),
		done: ({ version }, { params }) => atBlock(params, version?.blockId ?? null, 'added'),
	}),
	blockPage,
	action({
		path: routes.block,
		does: ACTS.editDocument,
		page: blockPage,
		form: editBlockForm,
		act: (sent) => edited(sent, { do: 'edit', blockId: blockIdOf(sent.params), ...sent.input }),
		done: (_value, { params }) => atBlock(params, params.block, 'saved'),
	}),
	action({
		path: routes.blockMoves,
		does: ACTS.editDocument,
		page: textPage,
		form: moveForm,
		act: (sent) => edited(sent, { do: 'move', blockId: blockIdOf(sent.params), ...sent.input }),
		done: (_value, { params }) => atBlock(params, params.block, 'moved'),
	}),
	action({
		path: routes.blockSplits,
		does: ACTS.editDocument,
		page: blockPage,
		form: splitForm,
		act: (sent) => {
			const { text, original, basedOn } = sent.input
			const cut = splitAt(original, text)
			if (cut === null) return Promise.resolve(refuse({ code: 'cannotSplit' }))
			return edited(sent, { do: 'split', blockId: blockIdOf(sent.params), basedOn, at: cut })
		},
		done: (_value, { params }) => atBlock(params, params.block, 'split'),
	}),
	action({
		path: routes.blockJoins,
		does: ACTS.editDocument,
		page: blockPage,
		form: joinForm,
		act: (sent) => edited(sent, { do: 'join', blockId: blockIdOf(sent.params), ...sent.input }),
		done: ({ version }, { params }) => atBlock(params, version?.blockId ?? null, 'joined'),
	}),
	removalPage,
	action({
		path: routes.blockRemovals,
		does: ACTS.editDocument,
		page: removalPage,
		form: removalForm,
		act: (sent) => edited(sent, { do: 'remove', blockId: blockIdOf(sent.params) }),
		done: (_value, { params }) => href(routes.statement, at(params), { done: 'removed' }),
	}),
	historyPage,
]

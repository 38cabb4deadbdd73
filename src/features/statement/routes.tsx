import { ACTS } from '#domain/acts.ts'
import type { BlockId, BlockVersionId, StatementId } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import { COALITION_ROLES, MEMBERS, WRITERS } from '#domain/members/seats.ts'
import { rewriting } from '#domain/statement/acts.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { partsOf, stretchOf } from '#domain/statement/parts.ts'
import { typedText } from '#export/typed-text.ts'
import { action, type Sent } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { blocksFromTyped, positionsFromTyped } from '#markup/typed-text.ts'
import { savedTextQuery } from '#read/position/likenesses.ts'
import { historyQuery, newStatementQuery } from '#read/statement/drafting.ts'
import { changeViewQuery, removalQuery, type WritingView, writingQuery } from '#read/statement/writing.ts'
import { href, type Params, routes } from '#routes'
import type { Typed } from '#ui/form-state.ts'
import type { PageView } from '#ui/page-view.ts'
import { partIn } from '#ui/part.ts'
import { type EditDocumentCommand, editDocument } from '#usecases/statement/edit-document.ts'
import { changeTitle } from '#usecases/statement/move-statement.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { WROTE } from './after-act.tsx'
import { TextChangePage, TextThenPage } from './change-page.tsx'
import {
	addForm,
	answersIn,
	fromWordIn,
	hasComments,
	moveForm,
	newStatementForm,
	pasteForm,
	removalForm,
	restorationForm,
	seenIn,
	takingBackForm,
	titleForm,
	writingForm,
} from './forms.ts'
import { HistoryPage, ON_A_PAGE } from './history-page.tsx'
import { NewBlockPage } from './new-block-page.tsx'
import { NewStatementPage } from './new-statement-page.tsx'
import { PastePage } from './paste-page.tsx'
import { pastedText } from './pasted-text.ts'
import { RemovalPage } from './removal-page.tsx'
import { startingFrom } from './templates.ts'
import { TextPage } from './text-page.tsx'
import { TitlePage } from './title-page.tsx'
import { UPLOAD_LIMIT, withWordFile } from './word-file.ts'
import { WritingPage } from './writing-page.tsx'

type StatementParams = Params<'/:coalition/statements/:statement'>
type BlockParams = Params<typeof routes.blockRemovals>
type ChangeParams = Params<typeof routes.textChange>

const idOf = ({ statement }: StatementParams) => statement as StatementId
const blockIdOf = ({ block }: BlockParams) => block as BlockId
const at = ({ coalition, statement }: StatementParams) => ({ coalition, statement })

type SentEdit = Pick<Sent<typeof routes.blocks, unknown>, 'context' | 'params' | 'order'>

/** Makes one edit in the document. */
const edited = ({ context, params, order }: SentEdit, edit: EditDocumentCommand['edit']) =>
	editDocument(context.deps, order({ statementId: idOf(params), edit }))

/** Back to the text, at the block. */
const atBlock = (params: StatementParams, block: string | null, done: string) =>
	href(routes.statement, at(params), { done, block: block ?? undefined }) + (block === null ? '' : `#b-${block}`)

/** Pages to write on a text: with what a form was made from, where one was sent. */
const writing = {
	access: WRITERS,
	load: ({ params, now }: Context<StatementParams>, sent: Typed | null) =>
		writingQuery(params.coalition, params.statement, sent && seenIn(sent.seen?.[0] ?? ''), now),
} as const

const onChange = {
	access: MEMBERS,
	load: ({ params, url, now }: Context<ChangeParams>) =>
		changeViewQuery(params.coalition, params.statement, params.change, url.searchParams.get('with') ?? '', now),
} as const

/** What is written in: what the form was made from, or the part or section that is asked for, or all of the text. */
function stretchIn({ data, query }: PageView<WritingView>): readonly BlockVersion[] {
	const [part, section] = [query.get('part'), query.get('section')]
	if (data.seen !== null) return data.seen
	if (part !== null) return stretchOf(data.blocks, part, 'part')
	return section === null ? data.blocks : stretchOf(data.blocks, section, 'section')
}

/** How many positions stand before the block. */
function positionsBefore(blocks: readonly BlockVersion[], first: BlockVersion | undefined): number {
	const at = blocks.findIndex(({ blockId }) => blockId === first?.blockId)
	return blocks.slice(0, Math.max(0, at)).filter(({ content }) => content.kind === 'position').length
}

const newStatementPage = page({
	path: routes.newStatement,
	access: COALITION_ROLES,
	load: ({ params, url, now }) => newStatementQuery(params.coalition, url.searchParams.get('inquiry'), now),
	view: NewStatementPage,
})

const textPage = page({
	path: routes.statement,
	access: MEMBERS,
	load: ({ params, url, now }) =>
		savedTextQuery(params.coalition, params.statement, WROTE.has(url.searchParams.get('done') ?? ''), now),
	view: TextPage,
})

const titlePage = page({ ...writing, path: routes.statementTitle, view: TitlePage })

const pastePage = page({
	...writing,
	path: routes.pasteText,
	view: (view) => {
		const { typed, errors } = view.form
		const text = typed?.text?.[0]?.trim() ?? ''
		const pasted =
			text === '' || 'text' in errors ? null : pastedText(text, typed?.['take[]'] ?? [], fromWordIn(typed?.word?.[0]))
		return <PastePage {...view} pasted={pasted} />
	},
})

const writingPage = page({
	...writing,
	path: routes.writing,
	view: (view) => {
		const { data, form, viewer } = view
		const stretch = stretchIn(view)
		const { statement } = data.header
		const isPart = view.query.has('part') || partsOf(stretch).length < 2
		const contents = stretch.map(({ content }) => content)
		return (
			<WritingPage
				{...view}
				stretch={stretch}
				shown={typedText(contents, positionsBefore(data.blocks, stretch[0]))}
				typed={form.typed?.show === undefined || form.rejection ? null : blocksFromTyped(form.typed.text?.[0] ?? '')}
				may={isPart || offers(rewriting(statement.stage), viewer, statement)}
			/>
		)
	},
})

const newBlockPage = page({
	...writing,
	path: routes.blocks,
	view: NewBlockPage,
})

const removalPage = page({
	access: WRITERS,
	path: routes.blockRemovals,
	load: ({ params, now }) => removalQuery(params.coalition, params.statement, params.block, now),
	view: (view) => <RemovalPage {...view} part={stretchOf(view.data.blocks, view.params.block, 'part')} />,
})

const textChangePage = page({ ...onChange, path: routes.textChange, view: TextChangePage })

const textThenPage = page({ ...onChange, path: routes.textThen, view: TextThenPage })

const historyPage = page({
	path: routes.history,
	access: MEMBERS,
	load: ({ params, url, now }) =>
		historyQuery(params.coalition, params.statement, partIn(url.searchParams, ON_A_PAGE), now),
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
			const from = startingFrom(template, command.language)
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
		filesWithin: UPLOAD_LIMIT,
		read: withWordFile,
		// What came with a file is shown once more when its text stands: then its comments have something to be said of.
		confirmed: (input, query) => input.confirmed !== undefined && query.get('done') === null,
		act: (sent) => {
			const { title, blocks } = pastedText(sent.input.text, sent.input['take[]'], sent.input.word)
			const titled = title !== null && sent.input.takeTitle !== undefined ? { title } : {}
			return edited(sent, { do: 'write', seen: sent.input.seen, blocks, ...titled, ...answersIn(sent.input) })
		},
		done: (_value, { params, input }) =>
			href(hasComments(input.word) ? routes.pasteText : routes.statement, at(params), { done: 'pasted' }),
		sendsOn: (input) => hasComments(input.word),
	}),
	writingPage,
	action({
		path: routes.writing,
		does: ACTS.editDocument,
		page: writingPage,
		form: writingForm,
		confirmed: (input) => input.show === undefined,
		act: (sent) => {
			const { seen, text } = sent.input
			return edited(sent, { do: 'write', seen, blocks: blocksFromTyped(text), ...answersIn(sent.input) })
		},
		done: ({ version }, { params }) => atBlock(params, version?.blockId ?? null, 'written'),
	}),
	newBlockPage,
	action({
		path: routes.blocks,
		does: ACTS.editDocument,
		page: newBlockPage,
		form: addForm,
		act: (sent) => {
			const { as, text, after } = sent.input
			const blocks = as === 'positions' ? positionsFromTyped(text) : blocksFromTyped(text)
			return edited(sent, { do: 'add', blocks, after })
		},
		done: ({ version }, { params, input }) =>
			input.next === undefined
				? atBlock(params, version?.blockId ?? null, 'added')
				: href(routes.blocks, at(params), { after: version?.blockId, done: 'added' }),
	}),
	action({
		path: routes.blockMoves,
		does: ACTS.editDocument,
		page: textPage,
		form: moveForm,
		act: (sent) => edited(sent, { do: 'move', blockId: blockIdOf(sent.params), ...sent.input }),
		done: (_value, { params }) => atBlock(params, params.block, 'moved'),
	}),
	removalPage,
	action({
		path: routes.blockRemovals,
		does: ACTS.editDocument,
		page: removalPage,
		form: removalForm,
		act: (sent) =>
			edited(sent, { do: 'write', seen: sent.input.seen, blocks: [], letGo: sent.input.letGo !== undefined }),
		done: (_value, { params }) => href(routes.statement, at(params), { done: 'removed' }),
	}),
	historyPage,
	textChangePage,
	action({
		path: routes.takingsBack,
		does: ACTS.editDocument,
		page: textChangePage,
		form: takingBackForm,
		act: (sent) => edited(sent, { do: 'takeBack', change: sent.params.change, ...answersIn(sent.input) }),
		done: (_value, { params }) => href(routes.statement, at(params), { done: 'takenBack' }),
	}),
	textThenPage,
	action({
		path: routes.restorations,
		does: ACTS.editDocument,
		page: textThenPage,
		form: restorationForm,
		act: (sent) => {
			const { block, basedOn, ...answered } = sent.input
			const to = sent.params.change
			if (block === '') return edited(sent, { do: 'restore', to, ...answersIn(answered) })
			const stood = basedOn === '' ? null : (basedOn as BlockVersionId)
			return edited(sent, { do: 'restoreBlock', to, blockId: block as BlockId, basedOn: stood })
		},
		done: (_value, { params, input }) =>
			input.block === ''
				? href(routes.statement, at(params), { done: 'restored' })
				: atBlock(params, input.block, 'blockRestored'),
	}),
]

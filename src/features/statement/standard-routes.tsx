import { ACTS } from '#domain/acts.ts'
import type { BlockId, StandardTextId, StatementId } from '#domain/kernel/id.ts'
import { COALITION_ROLES, MEMBERS, WRITERS } from '#domain/members/seats.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { stretchOf } from '#domain/statement/parts.ts'
import { STANDARD_NAME } from '#domain/statement/standard-text.ts'
import { typedText } from '#export/typed-text.ts'
import { action } from '#http/action.ts'
import { alsoForScript } from '#http/also-for-script.ts'
import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { inlineText } from '#markup/inline.ts'
import { blocksFromTyped } from '#markup/typed-text.ts'
import {
	type StandardFrom,
	standardFromQuery,
	standardInsertsQuery,
	standardTextsViewQuery,
	standardTextViewQuery,
} from '#read/statement/standard-texts.ts'
import { href, type Params, routes } from '#routes'
import { partIn } from '#ui/part.ts'
import { changeStandardText, insertStandardText, keepStandardText } from '#usecases/statement/standard-texts.ts'
import { NewStandardTextPage } from './new-standard-text-page.tsx'
import { newStandardTextForm, standardInsertForm, standardTextForm, standardUseForm } from './standard-forms.ts'
import { StandardInsertsPage } from './standard-inserts-page.tsx'
import { StandardTextPage } from './standard-text-page.tsx'
import { StandardTextsPage } from './standard-texts-page.tsx'

/** Entries of a history on a page: each has a whole text behind a fold. */
const ENTRIES = 10

type TextParams = Params<typeof routes.standardText>

// An id in a path is looked for among the coalition's own.
const idOf = ({ text }: TextParams) => text as StandardTextId

const listPage = page({
	path: routes.standardTexts,
	access: MEMBERS,
	load: ({ params }) => standardTextsViewQuery(params.coalition),
	view: StandardTextsPage,
})

const newPage = page({
	path: routes.newStandardText,
	access: COALITION_ROLES,
	load: ({ params, url }) => standardFromQuery(params.coalition, url.searchParams.get('from')),
	view: (view) => <NewStandardTextPage {...view} from={madeFrom(view.data.from, view.query)} />,
})

const viewQuery = ({ params, url, now }: Context<TextParams>) =>
	standardTextViewQuery(params.coalition, params.text, partIn(url.searchParams, ENTRIES), now)

const textPage = page({
	path: routes.standardText,
	access: MEMBERS,
	load: viewQuery,
	view: (view) => <StandardTextPage {...view} shown={typedText(view.data.text.blocks)} size={ENTRIES} />,
})

const insertsPage = page({
	path: routes.standardInserts,
	access: WRITERS,
	load: ({ params, now }) => standardInsertsQuery(params.coalition, params.statement, now),
	view: StandardInsertsPage,
})

/**
 * What a part of a text gives; or all of it, without its positions: those come from the bank, where it is known who stands behind them.
 */
function madeFrom(from: StandardFrom, query: URLSearchParams) {
	if (from === null) return null
	const part = query.get('part')
	const stretch = part === null ? from.blocks : stretchOf(from.blocks, part, 'part')
	const contents = stretch.map(({ content }) => content)
	const wanted = part === null ? contents.filter(({ kind }) => kind !== 'position' && kind !== 'subPoint') : contents
	if (wanted.length === 0) return null
	const first = part === null ? from.title : inlineText(textsOf(wanted[0] ?? { kind: 'paragraph', text: '' })[0] ?? '')
	return {
		id: part ?? query.get('from') ?? '',
		name: first.length > STANDARD_NAME ? first.slice(0, STANDARD_NAME).replace(/\s\S*$/, '') : first,
		text: typedText(wanted),
		use: part === null ? ('start' as const) : ('insert' as const),
		without: wanted.length < contents.length,
	}
}

export const standardRoutes: readonly Route[] = [
	// The script of the editor puts one in where the cursor is.
	alsoForScript(listPage, {
		path: routes.standardTexts,
		access: WRITERS,
		load: ({ params }) => standardTextsViewQuery(params.coalition),
		told: ({ texts }) => ({
			texts: texts
				.filter(({ use }) => use === 'insert')
				.map(({ id, name, begins }) => ({ id, name, begins: inlineText(begins ?? '') })),
		}),
	}),
	action({
		path: routes.standardTexts,
		does: ACTS.keepStandardText,
		page: newPage,
		form: newStandardTextForm,
		act: ({ context, input: { text, ...input }, order }) =>
			keepStandardText(context.deps, order({ ...input, blocks: blocksFromTyped(text) })),
		done: ({ textId }, { params }) => href(routes.standardText, { ...params, text: textId }, { done: 'kept' }),
	}),
	newPage,
	alsoForScript(textPage, {
		path: routes.standardText,
		access: WRITERS,
		load: viewQuery,
		told: ({ text }) => ({ blocks: text.away ? [] : text.blocks }),
	}),
	action({
		path: routes.standardText,
		does: ACTS.changeStandardText,
		page: textPage,
		form: standardTextForm,
		act: ({ context, params, input: { text, ...input }, order }) =>
			changeStandardText(context.deps, order({ textId: idOf(params), ...input, blocks: blocksFromTyped(text) })),
		done: (_value, { params }) => href(routes.standardText, params, { done: 'changed' }),
	}),
	action({
		path: routes.standardTextUse,
		does: ACTS.changeStandardText,
		page: textPage,
		form: standardUseForm,
		act: ({ context, params, input, order }) =>
			changeStandardText(context.deps, order({ textId: idOf(params), ...input })),
		done: (_value, { params: { coalition, text }, input: { away } }) =>
			href(routes.standardText, { coalition, text }, { done: away ? 'away' : 'back' }),
	}),
	insertsPage,
	action({
		path: routes.standardInserts,
		does: ACTS.editDocument,
		page: insertsPage,
		form: standardInsertForm,
		act: ({ context, params, input: { text, after }, order }) =>
			insertStandardText(
				context.deps,
				order({
					statementId: params.statement as StatementId,
					textId: text as StandardTextId,
					...(after === '' ? {} : { after: after as BlockId }),
				}),
			),
		done: ({ version }, { params }) =>
			href(routes.statement, params, { done: 'added', block: version?.blockId }) +
			(version === null ? '' : `#b-${version.blockId}`),
	}),
]

import { ACTS } from '#domain/acts.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { offers } from '#domain/members/authority.ts'
import { WRITERS } from '#domain/members/seats.ts'
import { rewriting } from '#domain/statement/acts.ts'
import { fieldsOf, orderFor } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { readForm } from '#http/form-body.ts'
import { rejectionOf } from '#http/input-fault.ts'
import { page, refuseEntry } from '#http/page.tsx'
import { refusalHeaders, refusalStatus } from '#http/refusal-status.ts'
import { errorResponse, languageFor } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { positionBankQuery } from '#read/position/positions.ts'
import { searchTerm } from '#read/publication/public-search.ts'
import { writingQuery } from '#read/statement/writing.ts'
import { nothing, type PageQuery, readPage } from '#read/viewer.ts'
import { type Params, routes } from '#routes'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { unlessBusy } from '#usecases/unless-busy.ts'
import { savingForm } from './editor-forms.ts'
import { EditorPage } from './editor-page.tsx'
import { answersIn } from './forms.ts'

type StatementParams = Params<typeof routes.editor>

const editorPage = page({
	path: routes.editor,
	access: WRITERS,
	load: ({ params, now }) => writingQuery(params.coalition, params.statement, null, now),
	view: (view) => {
		const { statement } = view.data.header
		return <EditorPage {...view} may={offers(rewriting(statement.stage), view.viewer, statement)} />
	},
})

function json(body: unknown, status = 200, headers: HeadersInit = {}): Response {
	const response = new Response(JSON.stringify(body), { status, headers })
	response.headers.set('content-type', 'application/json; charset=utf-8')
	response.headers.set('cache-control', 'private, no-store')
	return response
}

/** A refusal with its sentence, for the script of the editor: with the parts that others changed, or would lose. */
async function refused(context: Context<StatementParams>, rejection: Rejection): Promise<Response> {
	const { deps, actor, now, params } = context
	const { viewer } = await readPage(deps.db, actor, params.coalition, now, nothing)
	const body = {
		code: rejection.code,
		sentence: refusalSentence(languageFor(context, viewer), rejection),
		...(rejection.code === 'partsChanged' && { parts: rejection.parts }),
		...(rejection.code === 'losesPlace' && { blocks: rejection.blocks }),
	}
	return json(body, refusalStatus(rejection), refusalHeaders(rejection))
}

/** Saves what was written in the editor. It answers what each block became. */
async function save(context: Context<StatementParams>): Promise<Response> {
	const sent = await readForm(context, { access: WRITERS })
	if (!sent.ok) return refused(context, sent.reason)
	const { typed } = sent.value
	const parsed = savingForm.safeParse(fieldsOf(typed), { reportInput: true })
	const [issue] = parsed.error?.issues ?? []
	if (!parsed.success) return refused(context, issue ? rejectionOf(issue) : { code: 'invalid', field: 'written' })
	const { seen, written, ...answers } = parsed.data
	const edit = {
		do: 'write',
		seen,
		blocks: written.map(({ content }) => content),
		names: written.map(({ name }) => name),
		...answersIn(answers),
	} as const
	const order = orderFor(context, typed)({ statementId: context.params.statement as StatementId, edit })
	const result = await unlessBusy(() => editDocument(context.deps, order))
	if (!result.ok) return refused(context, result.reason)
	return json({ ...result.value.value.written, at: result.value.at })
}

/** What the script asks for while somebody writes, for those who may write. */
const asked = <Data,>(
	path: typeof routes.editorText | typeof routes.editorPositions,
	load: (context: Context<StatementParams>) => PageQuery<Data | null>,
	told: (data: Data) => unknown,
): Route =>
	route('GET', path, WRITERS, async (context) => {
		const { deps, actor, now, params } = context
		const { viewer, data } = await readPage(deps.db, actor, params.coalition, now, load(context))
		const refusal = await refuseEntry(context, viewer, WRITERS, null, [])
		if (refusal) return refusal
		return data === null ? errorResponse(context, viewer, 404) : json(told(data))
	})

export const editorRoutes: readonly Route[] = [
	editorPage,
	route('POST', routes.editor, ACTS.editDocument.by, save),
	asked(
		routes.editorText,
		({ params, now }) => writingQuery(params.coalition, params.statement, null, now),
		({ blocks, judgements }) => ({ blocks, judgements }),
	),
	asked(
		routes.editorPositions,
		({ params, url, now }) => positionBankQuery(params.coalition, searchTerm(url.searchParams), now),
		({ positions, more }) => ({
			more,
			positions: positions.map(({ statementId, number, text, subPoints, label, title }) => {
				return { statementId, number, text, subPoints, label, title }
			}),
		}),
	),
]

import type * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { offers } from '#domain/members/authority.ts'
import { MEMBERS, WRITERS } from '#domain/members/seats.ts'
import { rewriting } from '#domain/statement/acts.ts'
import { TYPABLE } from '#domain/statement/statement.ts'
import { action, fieldsOf, orderFor, type Sent } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { isScript, json, refusedToScript } from '#http/for-script.ts'
import { readForm } from '#http/form-body.ts'
import { rejectionOf } from '#http/input-fault.ts'
import { page, refuseEntry } from '#http/page.tsx'
import { errorResponse } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { bankView } from '#read/position/bank-view.ts'
import { insertViewQuery } from '#read/statement/drafting.ts'
import { type WritingView, writingQuery } from '#read/statement/writing.ts'
import { type PageQuery, readPage } from '#read/viewer.ts'
import { href, type Params, routes } from '#routes'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { unlessBusy } from '#usecases/unless-busy.ts'
import { savingForm } from './editor-forms.ts'
import { EditorPage } from './editor-page.tsx'
import { answersIn } from './forms.ts'
import { judgedBy } from './judged-by.ts'

type StatementParams = Params<typeof routes.editor>

type Opened = { readonly writing: WritingView; readonly hasRooms: boolean }

function editorQuery({ deps, params, now }: Context<StatementParams>): PageQuery<Opened | null> {
	const { statements, parse } = writingQuery(params.coalition, params.statement, null, now)
	const hasRooms = deps.rooms !== undefined
	return {
		statements,
		parse: (results) => {
			const writing = parse(results)
			return writing && { writing, hasRooms }
		},
	}
}

const editorPage = page({
	path: routes.editor,
	access: WRITERS,
	load: editorQuery,
	view: ({ data: { writing, hasRooms }, ...view }) => {
		const { statement } = writing.header
		const may = offers(rewriting(statement.stage), view.viewer, statement)
		const together = hasRooms && TYPABLE.includes(statement.stage)
		return <EditorPage {...view} data={writing} may={may} together={together} judged={judgedBy(writing.judgements)} />
	},
})

/** A refusal for the script of the editor: with the parts that others changed, or would lose. */
const refused = (context: Context, reason: Rejection): Promise<Response> =>
	refusedToScript(context, WRITERS, reason, (rejection) => ({
		...(rejection.code === 'partsChanged' && { parts: rejection.parts }),
		...(rejection.code === 'losesPlace' && { blocks: rejection.blocks }),
	}))

type Saving = Pick<Sent<typeof routes.editor, z.output<typeof savingForm>>, 'context' | 'params' | 'order' | 'input'>

/** Saves the stretch that was written. */
function saved({ context, params, order, input: { seen, written, ...answers } }: Saving) {
	const [blocks, names] = [written.map(({ content }) => content), written.map(({ name }) => name)]
	const edit = { do: 'write', seen, blocks, names, ...answersIn(answers) } as const
	return editDocument(context.deps, order({ statementId: params.statement as StatementId, edit }))
}

const byForm = action({
	path: routes.editor,
	does: ACTS.editDocument,
	page: editorPage,
	form: savingForm,
	act: saved,
	done: (_value, { params }) => href(routes.statement, params, { done: 'written' }),
})

/** The same for the script, which is answered what each block became. */
async function byScript(context: Context): Promise<Response> {
	const sent = await readForm(context, byForm)
	if (!sent.ok) return refused(context, sent.reason)
	const { typed } = sent.value
	const parsed = savingForm.safeParse(fieldsOf(typed), { reportInput: true })
	const [issue] = parsed.error?.issues ?? []
	if (!parsed.success) return refused(context, issue ? rejectionOf(issue) : { code: 'invalid', field: 'written' })
	const own = context as Context<StatementParams>
	const saving = { context: own, params: own.params, order: orderFor(context, typed), input: parsed.data }
	const result = await unlessBusy(() => saved(saving))
	return result.ok ? json({ ...result.value.value.written, at: result.value.at }) : refused(context, result.reason)
}

const save: Route = { ...byForm, handle: (context) => (isScript(context) ? byScript(context) : byForm.handle(context)) }

/** What the script asks for while somebody writes, for all who may read it: some of them propose what it is to say. */
const asked = <Data,>(
	path: typeof routes.editorText | typeof routes.editorPositions,
	load: (context: Context<StatementParams>) => PageQuery<Data | null>,
	told: (data: Data) => unknown,
): Route =>
	route('GET', path, MEMBERS, async (context) => {
		const { deps, actor, now, params } = context
		const { viewer, data } = await readPage(deps.db, actor, params.coalition, now, load(context))
		const refusal = await refuseEntry(context, viewer, MEMBERS, null, [])
		if (refusal) return refusal
		return data === null ? errorResponse(context, viewer, 404) : json(told(data))
	})

export const editorRoutes: readonly Route[] = [
	editorPage,
	save,
	asked(
		routes.editorText,
		({ params, now }) => writingQuery(params.coalition, params.statement, null, now),
		({ blocks, judgements, header }) => {
			const isTyped = TYPABLE.includes(header.statement.stage)
			return { blocks, judged: judgedBy(judgements), isTyped }
		},
	),
	asked(
		routes.editorPositions,
		({ params, url, now }) => insertViewQuery(params.coalition, params.statement, bankView(url.searchParams), now),
		({ bank: { positions, more, topics, groups, levels } }) => ({
			...{ more, topics, groups, levels },
			positions: positions.map(({ statementId, number, text, subPoints, label, title }) => {
				return { statementId, number, text, subPoints, label, title }
			}),
		}),
	),
]

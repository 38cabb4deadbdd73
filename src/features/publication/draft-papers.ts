import type { Rejection } from '#domain/kernel/rejection.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import type { PackFileKind } from '#domain/publication/pack.ts'
import { draftFile } from '#export/letter/draft-file.ts'
import type { Context } from '#http/context.ts'
import { isKept, keptPaper } from '#http/kept-papers.ts'
import { refuseEntry } from '#http/page.tsx'
import { refusalHeaders } from '#http/refusal-status.ts'
import { errorResponse, languageFor, seeOther } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { statementViewQuery } from '#read/deciding/deciding.ts'
import { readPage, type Viewer } from '#read/viewer.ts'
import { href, routes } from '#routes'
import { sha256 } from '#usecases/hashing.ts'
import { takeDraftTurn } from '#usecases/statement/draft-turn.ts'
import { toldOf } from './told.ts'

/** A text that members work on, to be read on paper, or by somebody without a seat; of a published one its own file. */
const draft = (path: typeof routes.draftPdf | typeof routes.draftDocx, kind: PackFileKind): Route =>
	route('GET', path, MEMBERS, async (context) => {
		const { deps, actor, now, params } = context
		const query = statementViewQuery(params.coalition, params.statement, now)
		const { viewer, data } = await readPage(deps.db, actor, params.coalition, now, query)
		const refused = await refuseEntry(context, viewer, MEMBERS, null, [])
		if (refused) return refused
		if (data === null) return errorResponse(context, viewer, 404)
		const { published } = data.header
		if (published) {
			const { year, number } = published
			const to = kind === 'pdf' ? routes.publishedPdf : routes.publishedDocx
			return seeOther(href(to, { coalition: params.coalition, year: String(year), file: `${number}.${kind}` }))
		}
		const { name, madeFrom, make } = await draftFile(kind, data, deps.files)
		const { type, headers } = toldOf(kind, name)
		const key = await sha256(madeFrom)
		if (!isKept(key)) {
			const turn = await takeDraftTurn(deps, viewer.person?.id ?? '')
			if (!turn.ok) return tooOften(context, viewer, turn.reason)
		}
		return new Response(await keptPaper(key, make), {
			headers: { ...headers, 'content-type': type, 'cache-control': 'private, no-store' },
		})
	})

/** The sentence that says when it goes again, and the same to programs. */
async function tooOften(context: Context, viewer: Viewer, reason: Rejection): Promise<Response> {
	const response = await errorResponse(context, viewer, 429, refusalSentence(languageFor(context, viewer), reason))
	for (const [name, value] of Object.entries(refusalHeaders(reason))) response.headers.set(name, value)
	return response
}

export const draftRoutes: readonly Route[] = [draft(routes.draftPdf, 'pdf'), draft(routes.draftDocx, 'docx')]

import * as z from 'zod'
import type { Role } from '#domain/members/seats.ts'
import { COALITION_ROLES, MEMBERS } from '#domain/members/seats.ts'
import { MEDIA_TYPE_OF, type PackFileKind } from '#domain/publication/pack.ts'
import { draftFile } from '#export/letter/draft-file.ts'
import { answerPack } from '#export/letter/pack.ts'
import { publishedPack } from '#export/letter/published-file.ts'
import type { Context } from '#http/context.ts'
import { fileDisposition } from '#http/disposition.ts'
import { isKept, keptPaper } from '#http/kept-papers.ts'
import { statementViewQuery } from '#read/deciding/deciding.ts'
import { numberOfQuery, publishedPaperQuery } from '#read/publication/published-paper.ts'
import { sendingViewQuery } from '#read/publication/sending.ts'
import type { PageQuery } from '#read/viewer.ts'
import { href, type Params, routes } from '#routes'
import { sha256 } from '#usecases/hashing.ts'
import { takeDraftTurn } from '#usecases/statement/draft-turn.ts'
import { type Asked, type Endpoint, enter } from './endpoint.ts'
import { paths } from './paths.ts'
import { refused } from './problem.ts'

type OfStatement = (typeof paths)['draftPdf' | 'draftDocx' | 'pack']

type Filing<Path extends OfStatement, Data> = {
	readonly path: Path
	readonly tag: string
	readonly summary: string
	readonly access: readonly Role[]
	/** The media type of the file. */
	readonly type: string
	/** Where another address is answered, what that has. */
	readonly elsewhere?: string
	readonly load: (context: Context<Params<Path>>) => PageQuery<Data | null>
	readonly answer: (data: Data, asked: Asked<Path>) => Promise<Response>
}

/** Defines a GET that answers a file, not JSON. */
function filing<Path extends OfStatement, Data>(definition: Filing<Path, Data>): Endpoint {
	const { path, tag, summary, access, type, elsewhere, load, answer } = definition
	const scope = 'read'
	const file = { type, ...(elsewhere !== undefined && { elsewhere }) }
	return {
		method: 'GET',
		path,
		access,
		about: { tag, summary, scope, search: null, input: null, texts: [], output: z.never(), file },
		handle: async (context) => {
			const own = context as Context<Params<Path>>
			const letIn = await enter(context, access, scope, load(own))
			if ('refusal' in letIn) return letIn.refusal
			const { entry, data } = letIn
			if (data === null) return refused(context.request, { code: 'notFound' })
			return answer(data, { deps: context.deps, context, params: own.params, entry })
		},
	}
}

const told = (type: string, name: string) => ({
	headers: {
		'content-type': type,
		'content-disposition': fileDisposition('attachment', name),
		'cache-control': 'private, no-store',
	},
})

const draft = (path: (typeof paths)['draftPdf' | 'draftDocx'], kind: PackFileKind): Endpoint =>
	filing({
		path,
		tag: 'Text',
		summary: `The text as a ${kind === 'pdf' ? 'PDF' : 'Word file'}, marked as a draft; thirty an hour, where it changed`,
		access: MEMBERS,
		type: MEDIA_TYPE_OF[kind],
		elsewhere: 'It is published: its own file',
		load: ({ params, now }) => statementViewQuery(params.coalition, params.statement, now),
		answer: async (data, { deps, context, params, entry }) => {
			const { published } = data.header
			if (published) {
				const to = kind === 'pdf' ? routes.publishedPdf : routes.publishedDocx
				const at = { coalition: params.coalition, year: String(published.year), file: `${published.number}.${kind}` }
				const location = deps.origin + href(to, at)
				return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })
			}
			const { name, madeFrom, make } = await draftFile(kind, data, deps.files)
			const key = await sha256(madeFrom)
			if (!isKept(key)) {
				const turn = await takeDraftTurn(deps, entry.personId)
				if (!turn.ok) return refused(context.request, turn.reason)
			}
			return new Response(await keptPaper(key, make), told(MEDIA_TYPE_OF[kind], name))
		},
	})

export const paperEndpoints: readonly Endpoint[] = [
	draft(paths.draftPdf, 'pdf'),
	draft(paths.draftDocx, 'docx'),
	filing({
		path: paths.pack,
		tag: 'Sign-off and publication',
		summary:
			'The published files and the proposed covering letter in one archive, for whoever sends them in another way',
		access: COALITION_ROLES,
		type: 'application/zip',
		load: ({ params, now }) => sendingViewQuery(params.coalition, params.statement, now, {}),
		answer: async ({ asked, named, header }, { deps, context, params }) => {
			const [numbered] = await deps.db.read(numberOfQuery(params.coalition, params.statement))
			const { year = 0, number = 0 } = numbered ?? {}
			const [found] = await deps.db.read(publishedPaperQuery(params.coalition, year, number))
			if (!found?.paper) return refused(context.request, { code: 'notFound' })
			const at = { coalition: found.coalition.slug, year: String(year), number: String(number) }
			const address = deps.origin + href(routes.published, at)
			const files = await publishedPack(found.paper, { address, files: deps.files })
			const { label } = found.paper.statement.record
			const { name, bytes } = answerPack({ asked, named, statement: header.statement, label, address, files })
			return new Response(bytes, told('application/zip', name))
		},
	}),
]

import { type PackFileKind, packFileName } from '#domain/publication/pack.ts'
import { madeFrom, publishedFile } from '#export/letter/published-file.ts'
import type { Context } from '#http/context.ts'
import { keptPaper } from '#http/kept-papers.ts'
import { publishedPaperQuery } from '#read/publication/published-paper.ts'
import { href, type Params, routes } from '#routes'
import { statementHref } from './public-frame.tsx'
import { file, frameOf, noStatement, numberOf, ofCoalition } from './serve.ts'
import { toldOf } from './told.ts'

const ROUTES = { pdf: routes.publishedPdf, docx: routes.publishedDocx } as const satisfies Record<PackFileKind, string>

/** A published statement as a file to read, print and send. */
export function paper(context: Context<Params<typeof routes.publishedPdf>>, kind: PackFileKind): Promise<Response> {
	const { coalition: slug, year, file: name } = context.params
	const number = name.slice(0, name.indexOf('.'))
	const asked = () => publishedPaperQuery(slug, Number(year), numberOf(number))
	return ofCoalition(context, href(ROUTES[kind], context.params), asked, async ({ coalition, paper }) => {
		if (paper === null) return noStatement(frameOf(context, coalition, false), coalition, year, number)
		const { record, text } = paper.statement
		const { origin, files } = context.deps
		const address = origin + statementHref({ prefixed: false }, coalition.slug, record)
		const key = madeFrom(kind, paper, address)
		const body = await keptPaper(key, async () => (await publishedFile(kind, paper, { address, files })).bytes)
		const { type, headers } = toldOf(kind, packFileName(record.coalition, record.label, kind))
		const rendered = file(type, text.language, coalition.listed, body)
		return { ...rendered, headers: { ...rendered.headers, ...headers } }
	})
}

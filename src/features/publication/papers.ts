import { publishedLetter } from '#export/letter/published-letter.ts'
import type { Context } from '#http/context.ts'
import { publishedPaperQuery } from '#read/publication/published-paper.ts'
import { href, type Params, routes } from '#routes'
import { shownBlocks } from './files.ts'
import { keptPaper } from './kept-papers.ts'
import { letterLogo, madeAs, type PaperKind, toldOf } from './making.ts'
import { statementHref } from './public-frame.tsx'
import { file, frameOf, noStatement, numberOf, ofCoalition } from './serve.ts'

const ROUTES = { pdf: routes.publishedPdf, docx: routes.publishedDocx } as const

/** A published statement as a file to read, print and send. */
export function paper(context: Context<Params<typeof routes.publishedPdf>>, kind: PaperKind): Promise<Response> {
	const { coalition: slug, year, file: name } = context.params
	const number = name.slice(0, name.indexOf('.'))
	const asked = () => publishedPaperQuery(slug, Number(year), numberOf(number))
	return ofCoalition(context, href(ROUTES[kind], context.params), asked, async ({ coalition, paper }) => {
		if (paper === null) return noStatement(frameOf(context, coalition, false), coalition, year, number)
		const { statement, accent, coalitionId } = paper
		const { record } = statement
		const address = context.deps.origin + statementHref({ prefixed: false }, coalition.slug, record)
		const withheld = statement.withheld.map(({ index, ground }) => [index, ground])
		const key = JSON.stringify([kind, statement.recordHash, withheld, accent, paper.logo?.sha256, address])
		const body = await keptPaper(key, async () => {
			const logo = await letterLogo(context.deps, coalitionId, paper.logo)
			return madeAs(kind, publishedLetter({ statement, accent, logo, address, blocks: shownBlocks(statement) }))
		})
		const { type, headers } = toldOf(kind, `${record.coalition}, ${record.label}`)
		const rendered = file(type, statement.text.language, coalition.listed, body)
		return { ...rendered, headers: { ...rendered.headers, ...headers } }
	})
}

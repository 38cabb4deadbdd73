import type { Logo } from '#domain/coalition/coalition.ts'
import type { CoalitionId } from '#domain/kernel/id.ts'
import type { Letter, LetterLogo } from '#export/letter/letter.ts'
import { publishedLetter } from '#export/letter/published-letter.ts'
import type { Context } from '#http/context.ts'
import { fileDisposition } from '#http/disposition.ts'
import { publishedPaperQuery } from '#read/publication/published-paper.ts'
import { href, type Params, routes } from '#routes'
import { shownBlocks } from './files.ts'
import { statementHref } from './public-frame.tsx'
import { file, frameOf, noStatement, numberOf, ofCoalition } from './serve.ts'

/**
 * The files that people are sent: made anew from the record each time, always the same bytes. The libraries of each take longer to
 * load than most pages to answer.
 */
const PAPERS = {
	pdf: {
		route: routes.publishedPdf,
		type: 'application/pdf',
		make: async (letter: Letter) => (await import('#export/pdf/pdf.ts')).pdfOf(letter),
	},
	docx: {
		route: routes.publishedDocx,
		type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		make: async (letter: Letter) => (await import('#export/docx/docx.ts')).docxOf(letter),
	},
} as const

/** A published statement as a file to read, print and send. */
export function paper(
	context: Context<Params<typeof routes.publishedPdf>>,
	kind: keyof typeof PAPERS,
): Promise<Response> {
	const { route, type, make } = PAPERS[kind]
	const { coalition: slug, year, file: name } = context.params
	const number = name.slice(0, name.indexOf('.'))
	const asked = () => publishedPaperQuery(slug, Number(year), numberOf(number))
	return ofCoalition(context, href(route, context.params), asked, async ({ coalition, paper }) => {
		if (paper === null) return noStatement(frameOf(context, coalition, false), coalition, year, number)
		const { statement, accent, coalitionId } = paper
		const { record } = statement
		const address = context.deps.origin + statementHref({ prefixed: false }, coalition.slug, record)
		const logo = await logoOf(context, coalitionId, paper.logo)
		const body = await make(publishedLetter({ statement, accent, logo, address, blocks: shownBlocks(statement) }))
		const rendered = file(type, statement.text.language, coalition.listed, body)
		const named = fileDisposition(
			kind === 'pdf' ? 'inline' : 'attachment',
			`${record.coalition}, ${record.label}.${kind}`,
		)
		return { ...rendered, headers: { ...rendered.headers, 'content-disposition': named } }
	})
}

/** The logo's bytes; null where there is none, or none that a document can hold. */
async function logoOf({ deps }: Context, coalitionId: CoalitionId, logo: Logo | null): Promise<LetterLogo | null> {
	if (logo === null || logo.type === 'webp') return null
	const { sha256, type, width, height, alt } = logo
	const kept = await deps.files?.get({ coalitionId, sha256 })
	return kept ? { type, width, height, alt, bytes: new Uint8Array(await new Response(kept.body).arrayBuffer()) } : null
}

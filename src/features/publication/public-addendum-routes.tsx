import { addendumNamed, addendumSegment } from '#domain/publication/addendum-segment.ts'
import type { PackFileKind } from '#domain/publication/pack.ts'
import {
	addendumFile,
	addendumFileName,
	addendumMarkdown,
	shownAddendum,
	withTextNotices,
} from '#export/letter/addendum-letter.ts'
import { addendumRecordFile, checkCommands } from '#export/record.ts'
import type { Context } from '#http/context.ts'
import { keptPaper } from '#http/kept-papers.ts'
import type { Rendered } from '#http/public-cache.ts'
import { catalogue } from '#i18n/index.ts'
import { type AddendumPlace, addendumPageQuery, type PublishedAddendum } from '#read/publication/public-addendum.ts'
import type { PublicCoalition } from '#read/publication/public-coalition.ts'
import { href, type Params, routes } from '#routes'
import { PublicAddendumPage } from './public-addendum-page.tsx'
import { addendumHref, type PublicFrame } from './public-frame.tsx'
import { file, frameOf, html, notThere, numberOf, ofCoalition } from './serve.ts'
import { toldOf } from './told.ts'

type At = { readonly year: string; readonly number: string }

/** Nothing is under the number 0. */
function placeOf({ year, number }: At, segment: string): AddendumPlace {
	const named = addendumNamed(segment) ?? { kind: 'correction', ordinal: 0 }
	return { year: Number(year), number: numberOf(number), ...named }
}

function none(frame: PublicFrame, coalition: PublicCoalition, { year, number }: At) {
	const message = catalogue(frame.lang).publicPages.notFound.statement(year, number)
	return notThere({ frame, coalition, message, year: null })
}

/** A correction or withdrawal, for everybody to read. */
export function addendum(
	context: Context<Params<typeof routes.publishedAddendum>>,
	english: boolean,
): Promise<Response> {
	const { params, url } = context
	const path = href(english ? routes.publishedAddendumEnglish : routes.publishedAddendum, params)
	const query = () => addendumPageQuery(params.coalition, placeOf(params, params.entry))
	return ofCoalition(context, url.search === '' ? path : null, query, async ({ coalition, addendum: stored }) => {
		const frame = frameOf(context, coalition, english)
		if (stored === null) return none(frame, coalition, params)
		const found = withTextNotices(stored)
		const { kind, ordinal } = found.record
		const at = { coalition: coalition.slug, year: params.year, number: params.number }
		const json = href(routes.publishedAddendumFile, { ...at, file: `${addendumSegment(kind, ordinal)}.json` })
		const { record: command } = checkCommands(frame.origin + json, { sealed: true })
		const data = { coalition, addendum: found }
		return html(
			frame.lang,
			<PublicAddendumPage
				frame={frame}
				data={data}
				{...shownAddendum(found)}
				query={url.searchParams}
				command={command}
			/>,
		)
	})
}

type FileContext = Context<Params<typeof routes.publishedAddendumFile>>
type Written = (context: FileContext, coalition: PublicCoalition, found: PublishedAddendum) => Promise<Rendered>

const paper =
	(kind: PackFileKind): Written =>
	async ({ deps }, coalition, found) => {
		const { record, recordHash, withheld, withheldTexts, textWithheld, accent, logo } = found
		const address = deps.origin + addendumHref({ prefixed: false }, coalition.slug, record.statement, record)
		const key = JSON.stringify([kind, recordHash, withheld, withheldTexts, textWithheld, accent, logo?.sha256, address])
		const body = await keptPaper(key, () => addendumFile(kind, found, { address, logos: deps.files }))
		const { type, headers } = toldOf(kind, addendumFileName(kind, found))
		const rendered = file(type, record.language, coalition.listed, body)
		return { ...rendered, headers: { ...rendered.headers, ...headers } }
	}

const FILES: Readonly<Record<string, Written>> = {
	pdf: paper('pdf'),
	docx: paper('docx'),
	md: async (_context, { listed }, found) =>
		file('text/markdown; charset=utf-8', found.record.language, listed, addendumMarkdown(found)),
	json: async (_context, { listed }, found) =>
		file('application/json', found.record.language, listed, addendumRecordFile(found)),
}

/** The same as a file: the record in the bytes that were hashed, or its words. */
export function addendumFileOf(context: FileContext): Promise<Response> {
	const { params } = context
	const [segment = '', extension = ''] = params.file.split('.')
	const write = FILES[extension]
	const query = () => addendumPageQuery(params.coalition, placeOf(params, segment))
	return ofCoalition(
		context,
		href(routes.publishedAddendumFile, params),
		query,
		async ({ coalition, addendum: found }) =>
			found === null || !write
				? none(frameOf(context, coalition, false), coalition, params)
				: write(context, coalition, withTextNotices(found)),
	)
}

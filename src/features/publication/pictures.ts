import { shownBlocks } from '#export/letter/published-file.ts'
import type { Context } from '#http/context.ts'
import { keptPaper } from '#http/kept-papers.ts'
import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { statementPageQuery } from '#read/publication/public-statement.ts'
import { href, type Params, routes } from '#routes'
import { findPosition } from './placed-positions.tsx'
import { plainText } from './plain-text.tsx'
import { file, frameOf, noStatement, notThere, numberOf, ofCoalition } from './serve.ts'
import type { PublishedData } from './statement-page.tsx'

/** What is shown where a statement is shared: its title, and whose it is. */
export function statementPicture(context: Context<Params<typeof routes.publishedPicture>>): Promise<Response> {
	const { year, file: name } = context.params
	const number = name.slice(0, name.indexOf('.'))
	return picture(context, { path: href(routes.publishedPicture, context.params), year, number }, ({ statement }) => ({
		text: statement.text.title,
		name: null,
	}))
}

/** What is shown where a position is shared: what it says. */
export function positionPicture(context: Context<Params<typeof routes.publishedPositionPicture>>): Promise<Response> {
	const { year, number, file: name } = context.params
	const path = href(routes.publishedPositionPicture, context.params)
	return picture(context, { path, year, number }, ({ statement }) => {
		const place = name.slice(0, name.indexOf('.'))
		const found = findPosition(shownBlocks(statement), statement.withheld, place)
		return found === null ? place : { text: plainText(found.block.text), name: found.name }
	})
}

type Asked = { readonly path: string; readonly year: string; readonly number: string }

/** `of`: the text on it, and which position that is; or the place of a position that is none. */
function picture(
	context: Context<{ readonly coalition: string }>,
	{ path, year, number }: Asked,
	of: (data: PublishedData) => { readonly text: string; readonly name: string | null } | string,
): Promise<Response> {
	const query = () => statementPageQuery(context.params.coalition, Number(year), numberOf(number))
	return ofCoalition(context, path, query, async ({ coalition, statement, ...rest }) => {
		const frame = frameOf(context, coalition, false)
		if (statement === null) return noStatement(frame, coalition, year, number)
		const { record, text } = statement
		const shown = of({ coalition, statement, ...rest })
		if (typeof shown === 'string') {
			const message = catalogue(frame.lang).publicPages.notFound.position(record.label, shown)
			return notThere({ frame, coalition, message, year: null })
		}
		const t = catalogue(text.language).publicPages.cite
		const foot = [
			record.label,
			...(shown.name === null ? [] : [t.positionName(shown.name)]),
			formatDate(text.language, record.publishedOn),
		]
		const card = { accent: coalition.accent, coalition: record.coalition, text: shown.text, foot: foot.join(' · ') }
		const body = await keptPaper(JSON.stringify(card), async () => {
			const { cardOf } = await import('#export/picture/card.ts')
			return cardOf(card)
		})
		return file('image/png', text.language, coalition.listed, body)
	})
}

import { shownBlocks } from '#export/letter/published-file.ts'
import type { Context } from '#http/context.ts'
import { catalogue } from '#i18n/index.ts'
import { statementPageQuery } from '#read/publication/public-statement.ts'
import { href, type Params, routes } from '#routes'
import { citationsOf } from './citations.ts'
import { shared } from './described.ts'
import { olderPosition, unnumberedPosition } from './older-position-routes.tsx'
import { type FoundPosition, findPosition } from './placed-positions.tsx'
import { DESCRIPTION_LIMIT, excerpt } from './plain-text.tsx'
import { PositionPage } from './position-page.tsx'
import { type PublicFrame, positionHref } from './public-frame.tsx'
import { frameOf, html, notThere, numberOf, ofCoalition } from './serve.ts'
import type { PublishedData } from './statement-page.tsx'

/** One position of a statement, under an address of its own. */
export function position(
	context: Context<Params<typeof routes.publishedPosition>>,
	english: boolean,
): Promise<Response> {
	const { coalition: slug, year, number, place } = context.params
	if (number.startsWith('a')) return unnumberedPosition(context, english)
	const path = positionHref({ prefixed: english }, slug, { year: Number(year), number: Number(number) }, place)
	const query = () => statementPageQuery(slug, Number(year), numberOf(number))
	// Only what the one way to write an address leads to is kept under it.
	return ofCoalition(context, path === context.url.pathname ? path : null, query, async (data) => {
		const frame = frameOf(context, data.coalition, english)
		const { coalition, statement } = data
		if (statement === null) return olderPosition({ frame, coalition, older: data.imported }, context.params)
		const found = findPosition(shownBlocks(statement), statement.withheld, place)
		if (found === null) {
			const message = catalogue(frame.lang).publicPages.notFound.position(statement.record.label, place)
			return notThere({ frame, coalition, message, year: null })
		}
		const shown = { ...data, statement }
		return html(
			frame.lang,
			<PositionPage
				frame={frame}
				data={shown}
				found={found}
				citations={citationsOf(frame, sourceOf(shown), found)}
				described={{ shared: previewOf(frame, shown, found) }}
			/>,
		)
	})
}

function previewOf(frame: PublicFrame, data: PublishedData, { name, place, block }: FoundPosition) {
	const { record } = data.statement
	return shared(frame, data, {
		title: `${record.label}: ${catalogue(frame.lang).publicPages.cite.positionName(name)}`,
		path: positionHref(frame, data.coalition.slug, record, place),
		description: excerpt(block.text, DESCRIPTION_LIMIT),
		picture: href(routes.publishedPositionPicture, {
			...{ coalition: data.coalition.slug, year: String(record.year), number: String(record.number) },
			file: `${place}.png`,
		}),
	})
}

const sourceOf = ({ coalition, statement: { record, text } }: PublishedData) => ({
	...{ slug: coalition.slug, coalition: record.coalition, label: record.label, at: record },
	...{ title: text.title, language: text.language, date: record.publishedOn },
})

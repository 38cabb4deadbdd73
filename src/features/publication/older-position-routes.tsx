import type { Context } from '#http/context.ts'
import type { NotRendered, Rendered } from '#http/public-cache.ts'
import { publicWords } from '#i18n/public.ts'
import type { ReadOlder } from '#read/publication/older.ts'
import { olderPageQuery } from '#read/publication/older-views.ts'
import type { PublicCoalition } from '#read/publication/public-coalition.ts'
import type { Params, routes } from '#routes'
import { citationsOf } from './citations.ts'
import { OlderPositionPage } from './older-position-page.tsx'
import { shownOlder } from './older-shown.ts'
import { findPosition } from './placed-positions.tsx'
import { type PublicFrame, positionHref } from './public-frame.tsx'
import { frameOf, html, noStatement, notThere, ofCoalition } from './serve.ts'

type Asked = Params<typeof routes.publishedPosition>
type Of = { readonly frame: PublicFrame; readonly coalition: PublicCoalition; readonly older: ReadOlder | null }

/** A position of a statement from before Samsvar was used that had no number. */
export function unnumberedPosition(context: Context<Asked>, english: boolean): Promise<Response> {
	const { coalition: slug, year, number, place } = context.params
	const path = positionHref({ prefixed: english }, slug, { year: Number(year), number }, place)
	const query = () => olderPageQuery(slug, Number(year), number)
	return ofCoalition(context, path === context.url.pathname ? path : null, query, async ({ coalition, older }) =>
		olderPosition({ frame: frameOf(context, coalition, english), coalition, older }, context.params),
	)
}

/** One position of such a statement; where it was taken away, what its own page says of that. */
export async function olderPosition(
	{ frame, coalition, older }: Of,
	{ year, number, place }: Pick<Asked, 'year' | 'number' | 'place'>,
): Promise<Rendered | NotRendered> {
	if (older === null) return noStatement(frame, coalition, year, number)
	if (older.removedAt !== null) return shownOlder({ frame, coalition, older, outcomes: [] })
	const found = findPosition(older.content.blocks, [], place)
	if (found === null) {
		const message = publicWords(frame.lang).publicPages.notFound.position(older.label, place)
		return notThere({ frame, coalition, message, year: null })
	}
	const { title, language, decidedOn: date } = older.content
	const at = { year: older.year, number: older.place }
	const source = { slug: coalition.slug, coalition: coalition.name, label: older.label, at, title, language, date }
	const shown = { frame, coalition, older, found, citations: citationsOf(frame, source, found) }
	return html(frame.lang, <OlderPositionPage {...shown} />)
}

import { KNOWN_OUTCOMES } from '#domain/publication/outcome.ts'
import type { Context } from '#http/context.ts'
import { type LedgerView, ledgerQuery } from '#read/publication/ledger.ts'
import type { Params, routes } from '#routes'
import { partIn, partRead } from '#ui/part.ts'
import { LedgerPage } from './ledger-page.tsx'
import { ledgerHref } from './public-frame.tsx'
import { frameOf, html, ofCoalition } from './serve.ts'

/** What came of all that a coalition has published. */
export function ledger(context: Context<Params<typeof routes.ledger>>, english: boolean): Promise<Response> {
	const { searchParams, search } = context.url
	const { coalition: slug } = context.params
	const view = ledgerView(searchParams)
	const key = search === '' ? ledgerHref({ prefixed: english }, slug) : null
	const query = () => ledgerQuery(slug, view, partIn(searchParams))
	return ofCoalition(context, key, query, async (data) => {
		const frame = frameOf(context, data.coalition, english)
		const part = partRead(data.entries, data.total, searchParams)
		return html(frame.lang, <LedgerPage frame={frame} data={data} view={view} part={part} />)
	})
}

/** What is asked for of the ledger; whatever else stands there asks for all. */
function ledgerView(query: URLSearchParams): LedgerView {
	const year = query.get('year') ?? ''
	const outcome = query.get('outcome')
	return {
		year: /^[0-9]{4}$/.test(year) ? Number(year) : null,
		known: KNOWN_OUTCOMES.find((known) => known === outcome) ?? null,
	}
}

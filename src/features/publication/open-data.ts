import { coalitionLines, jsonLines, moreLine, olderLines, statementLines } from '#export/open-data.ts'
import type { Context } from '#http/context.ts'
import { type Before, openDataQuery } from '#read/publication/open-data.ts'
import { href, type Params, routes } from '#routes'
import { addendumHref, coalitionHref, statementHref } from './public-frame.tsx'
import { file, ofCoalition } from './serve.ts'

type Numbered = { readonly year: number; readonly number: number | string }

/** All that is public of a coalition, a line of JSON for each thing; the newest statements first, and in parts. */
export function openData(context: Context<Params<typeof routes.openData>>): Promise<Response> {
	const { params, deps, url, now } = context
	const before = beforeOf(url.searchParams)
	const named = before === null ? undefined : { before: placeOf(before) }
	const path = href(routes.openData, params, named)
	const isAsWritten = url.search === (named === undefined ? '' : `?before=${named.before}`)
	const query = () => openDataQuery(params.coalition, before, now)
	return ofCoalition(context, isAsWritten ? path : null, query, async (data) => {
		const { coalition, statements, more } = data
		const own = { prefixed: false }
		const addresses = {
			coalition: deps.origin + coalitionHref(own, coalition.slug),
			statement: (numbered: Numbered) => deps.origin + statementHref(own, coalition.slug, numbered),
			added: (numbered: Numbered, added: Parameters<typeof addendumHref>[3]) =>
				deps.origin + addendumHref(own, coalition.slug, numbered, added),
			olderFile: ({ year, place }: { readonly year: number; readonly place: string }, file: string) =>
				deps.origin + href(routes.olderFile, { coalition: coalition.slug, year: String(year), place, file }),
		}
		const next = more && href(routes.openData, params, { before: placeOf(more) })
		const body = jsonLines([
			...(before === null ? coalitionLines(data, addresses) : []),
			...statements.flatMap((statement) =>
				'older' in statement ? olderLines(statement, coalition, addresses) : statementLines(statement, addresses),
			),
			...(next ? [moreLine(deps.origin + next)] : []),
		])
		const whole = file('application/jsonl; charset=utf-8', coalition.language, coalition.listed, body)
		// Of the parts that begin at what is there are as many as statements; of others as many as anybody makes up.
		return { ...whole, passing: before !== null && !data.begins }
	})
}

/** `2022-3`, or `2022-a1` of what has no number: where in its year it stands, as in its address. */
const placeOf = ({ year, ordinal }: Before) => `${year}-${ordinal < 0 ? `a${-ordinal}` : ordinal}`

/** Statements older than that. Null where the whole is asked for from its start. */
function beforeOf(asked: URLSearchParams): Before | null {
	const [, year, unnumbered, ordinal] = /^([0-9]{4})-(a?)([1-9][0-9]{0,8})$/.exec(asked.get('before') ?? '') ?? []
	if (year === undefined) return null
	return { year: Number(year), ordinal: unnumbered === 'a' ? -Number(ordinal) : Number(ordinal) }
}

import { coalitionLines, jsonLines, moreLine, statementLines } from '#export/open-data.ts'
import type { Context } from '#http/context.ts'
import { type Before, openDataQuery } from '#read/publication/open-data.ts'
import { href, type Params, routes } from '#routes'
import { addendumHref, coalitionHref, statementHref } from './public-frame.tsx'
import { file, ofCoalition } from './serve.ts'

/** All that is public of a coalition, a line of JSON for each thing; the newest statements first, and in parts. */
export function openData(context: Context<Params<typeof routes.openData>>): Promise<Response> {
	const { params, deps, url, now } = context
	const before = beforeOf(url.searchParams)
	const named = before === null ? undefined : { before: `${before.year}-${before.number}` }
	const path = href(routes.openData, params, named)
	const isAsWritten = url.search === (named === undefined ? '' : `?before=${named.before}`)
	const query = () => openDataQuery(params.coalition, before, now)
	return ofCoalition(context, isAsWritten ? path : null, query, async (data) => {
		const { coalition, statements, more } = data
		const own = { prefixed: false }
		const addresses = {
			coalition: deps.origin + coalitionHref(own, coalition.slug),
			statement: (numbered: Before) => deps.origin + statementHref(own, coalition.slug, numbered),
			added: (numbered: Before, added: Parameters<typeof addendumHref>[3]) =>
				deps.origin + addendumHref(own, coalition.slug, numbered, added),
		}
		const next = more && href(routes.openData, params, { before: `${more.year}-${more.number}` })
		const body = jsonLines([
			...(before === null ? coalitionLines(data, addresses) : []),
			...statements.flatMap((statement) => statementLines(statement, addresses)),
			...(next ? [moreLine(deps.origin + next)] : []),
		])
		const whole = file('application/jsonl; charset=utf-8', coalition.language, coalition.listed, body)
		// Of the parts that begin at what is there are as many as statements; of others as many as anybody makes up.
		return { ...whole, passing: before !== null && !data.begins }
	})
}

/** `2022-3`: statements older than that. Null where the whole is asked for from its start. */
function beforeOf(asked: URLSearchParams): Before | null {
	const [, year, number] = /^([0-9]{4})-([1-9][0-9]{0,8})$/.exec(asked.get('before') ?? '') ?? []
	return year === undefined ? null : { year: Number(year), number: Number(number) }
}

import { type MappedPage, SITEMAP_LIMIT, sitemap, sitemapIndex } from '#export/sitemap.ts'
import type { Context } from '#http/context.ts'
import { publicResponse, type Rendered } from '#http/public-cache.ts'
import { mappedCoalitionsQuery, mappedStatementsQuery } from '#read/publication/sitemap.ts'
import { href, type Params, routes } from '#routes'
import { addendumHref, coalitionHref, statementHref } from './public-frame.tsx'
import { notFound, ofCoalition } from './serve.ts'

const mapped = (body: string): Rendered => ({ body, headers: { 'content-type': 'application/xml; charset=utf-8' } })

/** Where search engines find the pages of each coalition that wants to be found. */
export function sitemapOfAll(context: Context): Promise<Response> {
	const { db, origin } = context.deps
	return publicResponse(context, routes.sitemap, async () => {
		const [coalitions] = await db.read(mappedCoalitionsQuery(SITEMAP_LIMIT))
		return mapped(
			sitemapIndex(
				coalitions.map(({ slug, changedAt }) => {
					return { address: origin + href(routes.coalitionSitemap, { coalition: slug }), changedAt }
				}),
			),
		)
	})
}

/** In two languages at most, with as many corrections and withdrawals, and the coalition's own page besides. */
const MOST_STATEMENTS = SITEMAP_LIMIT / 4 - 1

/** A coalition's page and statements, in each language they are offered in. One that is not listed has no such file. */
export function sitemapOf(context: Context<Params<typeof routes.coalitionSitemap>>): Promise<Response> {
	const { coalition: slug } = context.params
	const { origin } = context.deps
	const query = () => mappedStatementsQuery(slug, MOST_STATEMENTS)
	return ofCoalition(context, href(routes.coalitionSitemap, context.params), query, async (data) => {
		const { coalition, since, statements, added } = data
		if (!coalition.listed) return { otherwise: notFound }
		const languages =
			coalition.language !== 'en' && coalition.english ? [coalition.language, 'en'] : [coalition.language]
		const page = (changedAt: number, pathOf: (frame: { readonly prefixed: boolean }) => string): MappedPage => ({
			in: languages.map((language, index) => ({ language, address: origin + pathOf({ prefixed: index > 0 }) })),
			changedAt,
		})
		const changedAt = statements.reduce((latest, each) => Math.max(latest, each.changedAt), since)
		return mapped(
			sitemap([
				page(changedAt, (of) => coalitionHref(of, slug)),
				...statements.map((each) => page(each.changedAt, (of) => statementHref(of, slug, each))),
				...added.map((each) => page(each.publishedAt, (of) => addendumHref(of, slug, each, each))),
			]),
		)
	})
}

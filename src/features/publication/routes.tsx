import type { JSX } from 'hono/jsx/jsx-runtime'
import { shownBlocks } from '#export/letter/published-file.ts'
import { checkCommands } from '#export/record.ts'
import type { Context } from '#http/context.ts'
import { publicResponse } from '#http/public-cache.ts'
import { seeOther } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { publicWords } from '#i18n/public.ts'
import {
	coalitionPageQuery,
	LISTED,
	type ListedCoalition,
	listedCoalitionsQuery,
} from '#read/publication/public-coalition.ts'
import { searchTerm } from '#read/publication/public-search.ts'
import { type StatementPageData, statementPageQuery } from '#read/publication/public-statement.ts'
import { href, type Params, routes } from '#routes'
import icon from '#ui/icon.svg'
import { AboutPage, GuidePage, READERS } from './about-pages.tsx'
import { archiveHref } from './archive-href.tsx'
import { CoalitionPage } from './coalition-page.tsx'
import { describedStatement } from './described.ts'
import { feed, markdown, record } from './files.ts'
import { HomePage } from './home-page.tsx'
import { paper } from './papers.ts'
import { coalitionHref, type PublicFrame } from './public-frame.tsx'
import { frameOf, html, noStatement, notThere, numberOf, ofCoalition } from './serve.ts'
import { StatementPage } from './statement-page.tsx'

/** Under `/en`, where a public page is in English whatever the coalition's language. */
type English = boolean

function home(context: Context, english: English): Promise<Response> {
	const { db, origin, sourceCode } = context.deps
	const frame: PublicFrame = { lang: english ? 'en' : 'sv', prefixed: english, origin, sourceCode }
	const search = searchTerm(context.url.searchParams)
	const path = href(english ? routes.homeEnglish : routes.home)
	return publicResponse(context, search === '' ? path : null, async () => {
		const [found] = await db.read<[readonly ListedCoalition[]]>(listedCoalitionsQuery(search))
		const more = found.length > LISTED
		return html(frame.lang, <HomePage frame={frame} search={search} coalitions={found.slice(0, LISTED)} more={more} />)
	})
}

/** A page that says the same whenever it is asked for. */
function told(context: Context, english: English, draw: (frame: PublicFrame) => JSX.Element): Promise<Response> {
	const { origin, sourceCode } = context.deps
	const frame: PublicFrame = { lang: english ? 'en' : 'sv', prefixed: english, origin, sourceCode }
	return publicResponse(context, context.url.pathname, () => html(frame.lang, draw(frame)))
}

const guide = (context: Context<{ readonly reader: string }>, english: English) => {
	// The route takes no other.
	const reader = READERS.find((each) => each === context.params.reader) ?? 'reader'
	return told(context, english, (frame) => <GuidePage frame={frame} reader={reader} />)
}

function coalition(context: Context<Params<'/:coalition'>>, english: English): Promise<Response> {
	const { searchParams } = context.url
	const { coalition: slug } = context.params
	const search = searchTerm(searchParams)
	const asked = searchParams.get('year') ?? ''
	const year = /^[0-9]{4}$/.test(asked) ? Number(asked) : null
	const key = search === '' && year === null ? coalitionHref({ prefixed: english }, slug) : null
	return ofCoalition(
		context,
		key,
		() => coalitionPageQuery(slug, year, context.now),
		async (data) => {
			const frame = frameOf(context, data.coalition, english)
			// Until there was an archive, words were searched for here.
			if (search !== '') return { otherwise: () => seeOther(archiveHref(frame, data.coalition.slug, { search })) }
			if (year !== null && data.statements.length === 0) return noYear(frame, data.coalition, year, false)
			return html(frame.lang, <CoalitionPage frame={frame} data={data} year={year} />)
		},
	)
}

/** Statements are listed on the coalition's page; whoever takes the number off an address is led there. */
function year(context: Context<Params<typeof routes.publishedYear>>, english: English): Promise<Response> {
	const { coalition: slug, year: asked } = context.params
	const query = () => coalitionPageQuery(slug, Number(asked), context.now)
	return ofCoalition(context, null, query, async (data) => {
		const frame = frameOf(context, data.coalition, english)
		return noYear(frame, data.coalition, Number(asked), data.statements.length > 0)
	})
}

function noYear(frame: PublicFrame, of: Parameters<typeof frameOf>[1], asked: number, some: boolean) {
	const message = publicWords(frame.lang).publicPages.notFound.year(String(asked))
	return notThere({ frame, coalition: of, message, year: some ? asked : null })
}

function statement(context: Context<Params<typeof routes.published>>, english: English): Promise<Response> {
	const { coalition: slug, year: published, number } = context.params
	const key = href(english ? routes.publishedEnglish : routes.published, context.params)
	const query = () => statementPageQuery(slug, Number(published), numberOf(number))
	return ofCoalition(context, key, query, async (data) => {
		const frame = frameOf(context, data.coalition, english)
		const { statement: found } = data
		if (found === null) return instead(frame, data, published, number)
		const file = href(routes.publishedRecord, { coalition: slug, year: published, file: `${number}.json` })
		const [shown, blocks] = [{ ...data, statement: found }, shownBlocks(found)]
		return html(
			frame.lang,
			<StatementPage
				frame={frame}
				data={shown}
				blocks={blocks}
				described={describedStatement(frame, shown, blocks)}
				commands={checkCommands(frame.origin + file, found)}
			/>,
		)
	})
}

/** What stands under a number that nothing was published under here. What draws it is loaded when it is asked for. */
async function instead(frame: PublicFrame, data: StatementPageData, year: string, number: string) {
	const { coalition, imported: older, outcomes } = data
	if (older === null) return noStatement(frame, coalition, year, number)
	const { shownOlder } = await import('./older-shown.ts')
	return shownOlder({ frame, coalition, older, outcomes })
}

/** Members' pages say themselves that they are not to be indexed; these are only not worth a visit. */
const robots = (origin: string) =>
	[
		'User-agent: *',
		...[routes.signIn, routes.me, routes.operator, routes.api].map((path) => `Disallow: ${path}`),
		`Sitemap: ${origin}${routes.sitemap}`,
		'',
	].join('\n')

const DAY_SECONDS = 24 * 60 * 60
const longKept = (type: string, body: string): Promise<Response> => {
	const headers = { 'content-type': type, 'cache-control': `public, max-age=${DAY_SECONDS}` }
	return Promise.resolve(new Response(body, { headers }))
}

export const publicRoutes: readonly Route[] = [
	route('GET', routes.home, 'public', (context) => home(context, false)),
	route('GET', routes.homeEnglish, 'public', (context) => home(context, true)),
	route('GET', routes.about, 'public', (context) => told(context, false, (frame) => <AboutPage frame={frame} />)),
	route('GET', routes.aboutEnglish, 'public', (context) => told(context, true, (frame) => <AboutPage frame={frame} />)),
	route('GET', routes.guide, 'public', (context) => guide(context, false)),
	route('GET', routes.guideEnglish, 'public', (context) => guide(context, true)),
	route('GET', routes.icon, 'public', () => longKept('image/svg+xml', icon)),
	route('GET', routes.robots, 'public', ({ deps }) => longKept('text/plain; charset=utf-8', robots(deps.origin))),
	route('GET', routes.feed, 'public', (context) => feed(context, 'atom')),
	route('GET', routes.jsonFeed, 'public', (context) => feed(context, 'json')),
	route('GET', routes.coalitionEnglish, 'public', (context) => coalition(context, true)),
	route('GET', routes.publishedYearEnglish, 'public', (context) => year(context, true)),
	route('GET', routes.publishedEnglish, 'public', (context) => statement(context, true)),
	route('GET', routes.coalition, 'public', (context) => coalition(context, false)),
	route('GET', routes.publishedYear, 'public', (context) => year(context, false)),
	route('GET', routes.published, 'public', (context) => statement(context, false)),
	route('GET', routes.publishedMarkdown, 'public', (context) => markdown(context)),
	route('GET', routes.publishedRecord, 'public', (context) => record(context)),
	route('GET', routes.publishedPdf, 'public', (context) => paper(context, 'pdf')),
	route('GET', routes.publishedDocx, 'public', (context) => paper(context, 'docx')),
]

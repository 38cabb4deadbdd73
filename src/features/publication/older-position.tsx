import type { Context } from '#http/context.ts'
import type { NotRendered, Rendered } from '#http/public-cache.ts'
import { formatKnownDate } from '#i18n/format.ts'
import { olderWords } from '#i18n/older.ts'
import { publicWords } from '#i18n/public.ts'
import type { ReadOlder } from '#read/publication/older.ts'
import { olderPageQuery } from '#read/publication/older-views.ts'
import type { PublicCoalition } from '#read/publication/public-coalition.ts'
import type { Params, routes } from '#routes'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { OlderNotices } from './older-notices.tsx'
import { shownOlder } from './older-shown.ts'
import { type FoundPosition, findPosition } from './placed-positions.tsx'
import { DESCRIPTION_LIMIT, excerpt } from './plain-text.tsx'
import { CoalitionFrame, oembedOf, type PublicFrame, positionHref, statementHref } from './public-frame.tsx'
import { CitedAs, citationsOf, QuotedPosition } from './quoted-position.tsx'
import { frameOf, html, noStatement, notThere, ofCoalition } from './serve.ts'

type Asked = Params<typeof routes.publishedPosition>
type Of = { readonly frame: PublicFrame; readonly coalition: PublicCoalition; readonly older: ReadOlder }

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
	{ frame, coalition, older }: Omit<Of, 'older'> & { readonly older: ReadOlder | null },
	{ year, number, place }: Pick<Asked, 'year' | 'number' | 'place'>,
): Promise<Rendered | NotRendered> {
	if (older === null) return noStatement(frame, coalition, year, number)
	if (older.removedAt !== null) return shownOlder({ frame, coalition, older, outcomes: [] })
	const found = findPosition(older.content.blocks, [], place)
	if (found === null) {
		const message = publicWords(frame.lang).publicPages.notFound.position(older.label, place)
		return notThere({ frame, coalition, message, year: null })
	}
	return html(frame.lang, <OlderPositionPage frame={frame} coalition={coalition} older={older} found={found} />)
}

function OlderPositionPage({ frame, coalition, older, found }: Of & { readonly found: FoundPosition }) {
	const { lang } = frame
	const { content, label, year } = older
	const { title, language, decidedOn, standsBehind } = content
	const words = olderWords(lang).public
	const t = publicWords(lang).publicPages
	const { slug } = coalition
	const at = { year, number: older.place }
	const page = statementHref(frame, slug, at)
	const source = { slug, coalition: coalition.name, label, at, title, language, date: decidedOn }
	return (
		<CoalitionFrame
			frame={frame}
			coalition={coalition}
			path={(of) => positionHref(of, slug, at, found.place)}
			title={t.cite.positionName(found.name)}
			eyebrow={label}
			description={excerpt(found.block.text, DESCRIPTION_LIMIT)}
			alternates={[oembedOf(frame, positionHref(frame, slug, at, found.place), t.cite.positionName(found.name))]}
			where={[{ label: title, href: page }]}
		>
			<OlderNotices older={older} />
			<QuotedPosition found={found} language={language} to={(place) => positionHref(frame, slug, at, place)} />
			<p>
				<a href={`${page}#p${found.place}`}>{t.position.inText}</a>
			</p>
			<SummaryList
				rows={[
					{ label: t.position.whose, value: coalition.name },
					{ label: t.position.statement, value: <span lang={language}>{title}</span> },
					{ label: words.dated, value: formatKnownDate(lang, decidedOn) },
					...(standsBehind === ''
						? []
						: [{ label: words.standsBehind, value: <span lang={language}>{standsBehind}</span> }]),
				]}
			/>
			<CitedAs {...citationsOf(frame, source, found)} />
		</CoalitionFrame>
	)
}

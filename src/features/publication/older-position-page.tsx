import { formatKnownDate } from '#i18n/format.ts'
import { olderWords } from '#i18n/older.ts'
import { publicWords } from '#i18n/public.ts'
import type { ReadOlder } from '#read/publication/older.ts'
import type { PublicCoalition } from '#read/publication/public-coalition.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { OlderNotices } from './older-notices.tsx'
import type { FoundPosition } from './placed-positions.tsx'
import { DESCRIPTION_LIMIT, excerpt } from './plain-text.tsx'
import { CoalitionFrame, oembedOf, type PublicFrame, positionHref, statementHref } from './public-frame.tsx'
import { type Citations, CitedAs, QuotedPosition } from './quoted-position.tsx'

type OlderPositionPageProps = {
	readonly frame: PublicFrame
	readonly coalition: PublicCoalition
	readonly older: ReadOlder
	readonly found: FoundPosition
	readonly citations: Citations
}

/** One position of a statement from before Samsvar was used: what it says, where it stood, and how it is cited. */
export function OlderPositionPage({ frame, coalition, older, found, citations }: OlderPositionPageProps) {
	const { lang } = frame
	const { content, label, year } = older
	const { title, language, decidedOn, standsBehind } = content
	const words = olderWords(lang).public
	const t = publicWords(lang).publicPages
	const { slug } = coalition
	const at = { year, number: older.place }
	const page = statementHref(frame, slug, at)
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
			<CitedAs {...citations} />
		</CoalitionFrame>
	)
}

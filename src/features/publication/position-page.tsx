import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { Described } from '#ui/described.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { AddedNotice } from './added-notice.tsx'
import { Contested } from './contested.tsx'
import type { FoundPosition } from './placed-positions.tsx'
import { DESCRIPTION_LIMIT, excerpt } from './plain-text.tsx'
import { CoalitionFrame, oembedOf, type PublicFrame, positionHref, statementHref } from './public-frame.tsx'
import { type Citations, CitedAs, QuotedPosition } from './quoted-position.tsx'
import type { PublishedData } from './statement-page.tsx'

export type PositionPageProps = {
	readonly frame: PublicFrame
	readonly data: PublishedData
	readonly found: FoundPosition
	readonly citations: Citations
	readonly described: Described
}

/** One position of a published statement: what it says, whose it is, and how it is cited. */
export function PositionPage({ frame, data, found, citations, described }: PositionPageProps) {
	const { lang } = frame
	const { coalition, statement } = data
	const { record, text } = statement
	const t = catalogue(lang).publicPages
	const page = statementHref(frame, coalition.slug, record)
	const to = (place: string) => positionHref(frame, coalition.slug, record, place)
	const { name, place, block, withheld } = found
	return (
		<CoalitionFrame
			frame={frame}
			coalition={coalition}
			path={(of) => positionHref(of, coalition.slug, record, place)}
			title={t.cite.positionName(name)}
			eyebrow={record.label}
			description={excerpt(block.text, DESCRIPTION_LIMIT)}
			described={described}
			alternates={[oembedOf(frame, to(place), t.cite.positionName(name))]}
			writtenIn={text.language}
			where={[{ label: text.title, href: page, written: true }]}
		>
			<AddedNotice frame={frame} slug={coalition.slug} statement={record} added={data.added} />
			{withheld && <Notice>{t.position.withheld}</Notice>}
			{withheld && <Contested by={statement.contestedBy} />}
			<QuotedPosition found={found} language={text.language} to={to} />
			<p>
				<a href={`${page}#p${place}`}>{t.position.inText}</a>
			</p>
			<SummaryList
				rows={[
					{ label: t.position.whose, value: record.coalition },
					{ label: t.position.statement, value: <span lang={text.language}>{text.title}</span> },
					{ label: catalogue(lang).publication.publishedOn, value: formatDate(lang, record.publishedOn) },
					{ label: t.statement.standsBehind, value: <Behind data={data} frame={frame} /> },
				]}
			/>
			<CitedAs {...citations} />
		</CoalitionFrame>
	)
}

function Behind({ data, frame }: Pick<PositionPageProps, 'data' | 'frame'>) {
	const t = catalogue(frame.lang).publicPages.statement
	const { record, answers } = data.statement
	const { overview, each } = answers
	if (record.decision.track === 'light') return t.lightSummary
	const signed = overview ? overview.signed : each.filter(({ signoff }) => signoff === 'signed').length
	return t.signedBy(signed, overview ? overview.associations : each.length)
}

import type { Child } from 'hono/jsx'
import type { FileFacts } from '#domain/inquiry/file.ts'
import type { CitedOutcome } from '#domain/publication/outcome.ts'
import { formatKnownDate } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { olderWords } from '#i18n/older.ts'
import { publicWords } from '#i18n/public.ts'
import type { ReadOlder } from '#read/publication/older.ts'
import type { PublicCoalition } from '#read/publication/public-coalition.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Columns, Masthead, Sheet } from '#ui/parts/columns.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { SummaryList, type SummaryRow } from '#ui/parts/summary-list.tsx'
import { CameOf } from './came-of.tsx'
import { PositionNumbers } from './citation.tsx'
import { OlderNotices } from './older-notices.tsx'
import { placedPositions } from './placed-positions.tsx'
import { descriptionOf } from './plain-text.tsx'
import {
	CoalitionFrame,
	coalitionHref,
	ledgerHref,
	oembedOf,
	type PublicFrame,
	positionHref,
	statementHref,
} from './public-frame.tsx'
import { TopicLinks } from './topic-links.tsx'

type Props = {
	readonly frame: PublicFrame
	readonly coalition: PublicCoalition
	readonly older: ReadOlder
	readonly outcomes: readonly CitedOutcome[]
}

const numbered = ({ year, place }: ReadOlder) => ({ year, number: place })

/** A statement from before Samsvar was used: that it was brought in and by whose word, then what there is of it. */
export function OlderPage({ frame, coalition, older, outcomes }: Props) {
	const { lang } = frame
	const { content, label } = older
	const { title, language, blocks } = content
	const t = catalogue(lang)
	const words = olderWords(lang).public
	const own = (of: Pick<PublicFrame, 'prefixed'>) => statementHref(of, coalition.slug, numbered(older))
	const markdown = `${own({ prefixed: false })}.md`
	return (
		<CoalitionFrame
			frame={frame}
			coalition={coalition}
			path={own}
			title={title}
			heading="own"
			description={descriptionOf(title, blocks)}
			alternates={[
				...(blocks.length > 0 ? [{ href: markdown, type: 'text/markdown', title: words.markdown }] : []),
				oembedOf(frame, own(frame), title),
			]}
		>
			<Columns
				label={words.about}
				aside={<About older={older} to={<TopicLinks frame={frame} slug={coalition.slug} topics={older.topics} />} />}
			>
				<OlderNotices older={older} />
				<Sheet>
					<Masthead
						coalition={coalition.name}
						facts={[`${label} · ${formatKnownDate(lang, content.decidedOn)} · ${t.publicPages.coalition.imported}`]}
					/>
					<StatementText language={language} blocks={blocks} title={title} />
				</Sheet>
				{blocks.length === 0 && <p>{words.noText}</p>}
			</Columns>
			{outcomes.length > 0 && (
				<CameOf language={language} blocks={blocks} outcomes={outcomes} ledger={ledgerHref(frame, coalition.slug)} />
			)}
			<CiteOne frame={frame} coalition={coalition} older={older} />
			<Files coalition={coalition.slug} older={older} />
			{blocks.length > 0 && (
				<p>
					<a href={markdown}>{words.markdown}</a>
				</p>
			)}
			<nav class="no-print" aria-label={t.publicPages.statement.neighbours}>
				<ul class="links">
					<li>
						<a href={coalitionHref(frame, coalition.slug)}>{words.toAll(coalition.name)}</a>
					</li>
				</ul>
			</nav>
		</CoalitionFrame>
	)
}

/** Where each of its positions is by itself, with how it is cited. */
function CiteOne({ frame, coalition, older }: Omit<Props, 'outcomes'>) {
	const t = publicWords(frame.lang).publicPages.cite
	const places = placedPositions(older.content.blocks)
	if (places.length === 0) return null
	return (
		<section class="no-print">
			<h2>{t.position}</h2>
			<p>{t.positionHow}</p>
			<PositionNumbers places={places} to={(place) => positionHref(frame, coalition.slug, numbered(older), place)} />
		</section>
	)
}

type AboutProps = Pick<Props, 'older'> & {
	/** Its topics, leading to what else has them. */
	readonly to: Child
}

function About({ older: { content, label, number, corrections, topics }, to }: AboutProps) {
	const lang = useLanguage()
	const t = catalogue(lang)
	const words = olderWords(lang).public
	const { inquiry, standsBehind } = content
	const facts: SummaryRow[] = [
		{ label: t.publication.number, value: label },
		{ label: words.dated, value: formatKnownDate(lang, content.decidedOn) },
		{ label: t.publicPages.statement.kind, value: t.drafting.statementKinds[content.kind] },
		...(inquiry.title + inquiry.sender + inquiry.references === ''
			? []
			: [{ label: t.publicPages.statement.answers, value: <Answered inquiry={inquiry} of={content.language} /> }]),
		...(topics.length === 0 ? [] : [{ label: t.publicPages.statement.topics, value: to }]),
	]
	return (
		<div class="beside">
			<SummaryList look="facts" rows={facts} />
			{number === null && <p class="about">{words.noNumber}</p>}
			{standsBehind !== '' && (
				<>
					<h2>{words.standsBehind}</h2>
					<p class="as-typed" lang={content.language}>
						{standsBehind}
					</p>
				</>
			)}
			{corrections.length > 0 && (
				<>
					<h2>{words.corrected}</h2>
					<ul>
						{corrections.map(({ at, reason }) => (
							<li>{words.correctedOn(at, reason)}</li>
						))}
					</ul>
				</>
			)}
		</div>
	)
}

function Answered({ inquiry, of }: { readonly inquiry: ReadOlder['content']['inquiry']; readonly of: Language }) {
	const t = catalogue(useLanguage()).publicPages.statement
	const { title, sender, references } = inquiry
	const lines = [
		...(title === '' ? [] : [<span lang={of}>{title}</span>]),
		...(sender === '' ? [] : [t.sender(sender)]),
		...(references === '' ? [] : [t.reference(references)]),
	]
	return (
		<>
			{lines.map((line, index) => (
				<>
					{index > 0 && <br />}
					{line}
				</>
			))}
		</>
	)
}

const KINDS: Readonly<Record<FileFacts['mediaType'], string>> = {
	'application/pdf': 'PDF',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
	'text/plain': 'Text',
	'text/markdown': 'Markdown',
	'message/rfc822': 'EML',
}

function Files({ coalition, older }: { readonly coalition: string; readonly older: ReadOlder }) {
	const t = olderWords(useLanguage()).public
	const { files } = older.content
	if (files.length === 0) return null
	const at = { coalition, year: String(older.year), place: older.place }
	return (
		<section>
			<h2>{t.files}</h2>
			<ul class="files">
				{files.map(({ sha256, name, mediaType, size }) => (
					<li>
						<a href={href(routes.olderFile, { ...at, file: sha256 })} download={name}>
							{name}
						</a>{' '}
						<span class="about">{t.fileAbout(KINDS[mediaType], size)}</span>
					</li>
				))}
			</ul>
		</section>
	)
}

/** What stands at the address of one that was taken away. */
export function RemovedOlderPage({ frame, coalition, older }: Omit<Props, 'outcomes'>) {
	const t = olderWords(frame.lang).public
	const { label, importedAt, removedAt, removedReason } = older
	return (
		<CoalitionFrame
			frame={frame}
			coalition={coalition}
			path={(of) => statementHref(of, coalition.slug, numbered(older))}
			title={t.removedTitle}
			robots="noindex"
		>
			<p class="lead">{t.removed(label, importedAt, removedAt ?? importedAt)}</p>
			<p class="as-typed">{t.removedWhy(removedReason)}</p>
			<p>
				<a href={coalitionHref(frame, coalition.slug)}>{t.toAll(coalition.name)}</a>
			</p>
		</CoalitionFrame>
	)
}

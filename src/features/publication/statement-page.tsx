import type { Block } from '#domain/statement/block.ts'
import { formatDate } from '#i18n/format.ts'
import { publicWords } from '#i18n/public.ts'
import type { StatementPageData } from '#read/publication/public-statement.ts'
import { href, routes } from '#routes'
import type { Described } from '#ui/described.tsx'
import { acrossAt } from '#ui/part.ts'
import { Columns, Masthead, Sheet } from '#ui/parts/columns.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { About } from './about-statement.tsx'
import { AddedNotice } from './added-notice.tsx'
import { CameOf } from './came-of.tsx'
import { checkHref } from './check-href.tsx'
import { Citation } from './citation.tsx'
import { Contested } from './contested.tsx'
import { Decision } from './decision.tsx'
import { Dissent, hasDissent } from './dissent.tsx'
import { Genuine, type GenuineProps } from './genuine.tsx'
import { descriptionOf } from './plain-text.tsx'
import { hasStances, Positions } from './positions.tsx'
import {
	answersHref,
	CoalitionFrame,
	coalitionHref,
	ledgerHref,
	oembedOf,
	type PublicFrame,
	positionHref,
	statementHref,
} from './public-frame.tsx'
import { TopicLinks } from './topic-links.tsx'

export type PublishedData = StatementPageData & { readonly statement: NonNullable<StatementPageData['statement']> }

export type StatementPageProps = {
	readonly frame: PublicFrame
	readonly data: PublishedData
	/** The text, with a notice in the place of what is withheld. */
	readonly blocks: readonly Block[]
	/** What is said of it to programs. */
	readonly described: Described
	/** Shell commands that check the served file. */
	readonly commands: GenuineProps['commands']
}

/** A published statement: the text first, then all that it rests on. */
export function StatementPage({ frame, data, blocks, described, commands }: StatementPageProps) {
	const { lang, origin } = frame
	const { coalition, statement, outcomes, added, topics } = data
	const { record, answers, text, withheld } = statement
	const t = publicWords(lang).publicPages
	const file = (extension: string) => ({
		coalition: coalition.slug,
		year: String(record.year),
		file: `${record.number}.${extension}`,
	})
	const files = {
		markdown: href(routes.publishedMarkdown, file('md')),
		json: href(routes.publishedRecord, file('json')),
		pdf: href(routes.publishedPdf, file('pdf')),
		docx: href(routes.publishedDocx, file('docx')),
		akn: href(routes.publishedAkn, file('akn.xml')),
	}
	const own = statementHref({ prefixed: false }, coalition.slug, record)
	const to = answersHref(frame, coalition.slug, record)
	const toAnswer = (place: number) => answersHref(frame, coalition.slug, record, acrossAt(place))
	const sections = [
		...(hasStances(answers) ? [{ id: 'positions', title: t.positions.title }] : []),
		...(outcomes.length > 0 ? [{ id: 'outcomes', title: publicWords(lang).outcomes.cameOf }] : []),
		...(hasDissent(answers) ? [{ id: 'dissent', title: t.dissent.title }] : []),
		{ id: 'decision', title: t.decision.title },
		{ id: 'cite', title: t.cite.title },
		{ id: 'genuine', title: t.genuine.title },
	]
	const sorted = topics.length > 0 && <TopicLinks frame={frame} slug={coalition.slug} topics={topics} />
	return (
		<CoalitionFrame
			frame={frame}
			coalition={coalition}
			path={(of) => statementHref(of, coalition.slug, record)}
			title={text.title}
			heading="own"
			description={descriptionOf(text.title, blocks)}
			described={described}
			alternates={[
				{ href: files.pdf, type: 'application/pdf', title: t.cite.pdf },
				{ href: files.markdown, type: 'text/markdown', title: t.cite.markdown },
				{ href: files.json, type: 'application/json', title: t.cite.json },
				oembedOf(frame, statementHref(frame, coalition.slug, record), record.label),
			]}
		>
			<Columns
				label={t.statement.about}
				aside={<About statement={statement} to={to} topics={sorted} sections={sections} />}
			>
				<AddedNotice frame={frame} slug={coalition.slug} statement={record} added={added} />
				{withheld.length > 0 && <Notice>{t.statement.withheldNotice}</Notice>}
				<Contested by={statement.contestedBy} />
				<Sheet>
					<Masthead
						coalition={record.coalition}
						facts={[`${record.label} · ${formatDate(lang, record.publishedOn)}`]}
					/>
					<StatementText language={text.language} blocks={blocks} title={text.title} />
				</Sheet>
			</Columns>
			{hasStances(answers) && <Positions language={text.language} answers={answers} blocks={blocks} to={to} />}
			{outcomes.length > 0 && (
				<CameOf
					language={text.language}
					blocks={blocks}
					outcomes={outcomes}
					ledger={ledgerHref(frame, coalition.slug)}
				/>
			)}
			{hasDissent(answers) && <Dissent language={text.language} answers={answers} toAnswer={toAnswer} />}
			<Decision language={text.language} record={record} answers={answers} to={to} />
			<Citation
				statement={statement}
				blocks={blocks}
				address={origin + own}
				toPosition={(place) => positionHref(frame, coalition.slug, record, place)}
				files={files}
			/>
			<Genuine statement={statement} commands={commands} check={checkHref(frame, own)} />
			<Neighbours frame={frame} data={data} />
		</CoalitionFrame>
	)
}

function Neighbours({ frame, data }: Pick<StatementPageProps, 'frame' | 'data'>) {
	const { coalition, older, newer } = data
	const t = publicWords(frame.lang).publicPages.statement
	const found = [
		{ label: t.newer, entry: newer },
		{ label: t.older, entry: older },
	]
	return (
		<nav class="no-print" aria-label={t.neighbours}>
			<h2>{t.neighbours}</h2>
			<ul class="links">
				{found.map(
					({ label, entry }) =>
						entry && (
							<li>
								<a href={statementHref(frame, coalition.slug, entry)}>
									{label}: {entry.label}, <span lang={entry.language}>{entry.title}</span>
								</a>
							</li>
						),
				)}
				<li>
					<a href={coalitionHref(frame, coalition.slug)}>{t.allStatements(coalition.name)}</a>
				</li>
			</ul>
		</nav>
	)
}

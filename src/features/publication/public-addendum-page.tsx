import { addendumSegment } from '#domain/publication/addendum-segment.ts'
import type { Block } from '#domain/statement/block.ts'
import { addendumWords } from '#i18n/addenda.ts'
import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { AddendumPageData, PublishedAddendum } from '#read/publication/public-addendum.ts'
import { href, routes } from '#routes'
import { type Part, partOf } from '#ui/part.ts'
import { Columns } from '#ui/parts/columns.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { InlineText } from '#ui/parts/statement-text.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { AddendumText } from './addendum-text.tsx'
import { checkHref } from './check-href.tsx'
import { Code } from './genuine.tsx'
import { DESCRIPTION_LIMIT, excerpt } from './plain-text.tsx'
import { addendumHref, CoalitionFrame, type PublicFrame, statementHref } from './public-frame.tsx'

type Props = {
	readonly frame: PublicFrame
	readonly data: AddendumPageData & { readonly addendum: PublishedAddendum }
	/** The statement's text, and what is to be read instead of a part of it, with a notice in the place of what is withheld. */
	readonly whole: readonly Block[]
	readonly blocks: readonly Block[]
	readonly query: URLSearchParams
	/** A shell command that computes the hash of the served file. */
	readonly command: string
}

/** A correction or withdrawal of a published statement: what it says, what each association answered, and how it is checked. */
export function PublicAddendumPage({ frame, data, whole, blocks, query, command }: Props) {
	const { lang } = frame
	const { coalition, addendum } = data
	const { record, recordHash, text, withheld } = addendum
	const { kind, ordinal, statement, language } = record
	const t = catalogue(lang)
	const page = statementHref(frame, coalition.slug, statement)
	const part = partOf(record.associations, query)
	const files = filesOf(coalition.slug, addendum)
	return (
		<CoalitionFrame
			frame={frame}
			coalition={coalition}
			path={(of) => addendumHref(of, coalition.slug, statement, { kind, ordinal }, part.number)}
			title={t.added.titled(kind, ordinal, statement.label)}
			part={part}
			description={excerpt(record.reason, DESCRIPTION_LIMIT)}
			alternates={files.map(({ address, type, label }) => ({ href: address, type, title: label }))}
			writtenIn={text.language}
			where={[{ label: text.title, href: page, written: true }]}
		>
			<Columns label={addendumWords(frame.lang).about} aside={<Beside frame={frame} data={data} files={files} />}>
				<p class="lead">{addendumWords(frame.lang).summary[kind]}</p>
				{(withheld.length > 0 || addendum.grounds !== null) && (
					<Notice>{t.publicPages.statement.withheldNotice}</Notice>
				)}
				<AddendumText
					language={language}
					kind={kind}
					reason={record.reason}
					whole={whole}
					stretch={record.stretch}
					blocks={blocks}
				/>
			</Columns>
			<Answers frame={frame} addendum={addendum} part={part} slug={coalition.slug} />
			<section>
				<h2>{addendumWords(frame.lang).genuine}</h2>
				<p>{addendumWords(frame.lang).genuineWhat}</p>
				<p>
					<Code>{recordHash}</Code>
				</p>
				<p class="no-print">
					<a
						href={checkHref(
							frame,
							frame.origin + addendumHref(frame, coalition.slug, addendum.record.statement, addendum.record),
						)}
					>
						{catalogue(frame.lang).publicPages.genuine.inBrowser}
					</a>
				</p>
				<p>
					<Code>{command}</Code>
				</p>
			</section>
		</CoalitionFrame>
	)
}

const TYPES = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	md: 'text/markdown',
	json: 'application/json',
} as const

function filesOf(slug: string, { record: { kind, ordinal, statement } }: PublishedAddendum) {
	const at = { coalition: slug, year: String(statement.year), number: String(statement.number) }
	const of = (extension: string) =>
		href(routes.publishedAddendumFile, { ...at, file: `${addendumSegment(kind, ordinal)}.${extension}` })
	return Object.entries(TYPES).map(([extension, type]) => {
		const label = extension === 'md' ? 'Markdown' : extension === 'docx' ? 'Word' : extension.toUpperCase()
		return { address: of(extension), type, label }
	})
}

type BesideProps = Pick<Props, 'frame' | 'data'> & { readonly files: ReturnType<typeof filesOf> }

/** What it is, what it is about, and its files. */
function Beside({ frame, data: { coalition, addendum }, files }: BesideProps) {
	const t = catalogue(frame.lang)
	const { record, text } = addendum
	return (
		<div class="beside">
			<SummaryList
				look="facts"
				rows={[
					{ label: t.publication.publishedOn, value: formatDate(frame.lang, record.publishedOn) },
					{ label: addendumWords(frame.lang).concerns, value: <span lang={text.language}>{text.title}</span> },
				]}
			/>
			<p>
				<a href={statementHref(frame, coalition.slug, record.statement)}>
					{addendumWords(frame.lang).toStatement(record.statement.label)}
				</a>
			</p>
			<h2>{addendumWords(frame.lang).files}</h2>
			<ul class="links">
				{files.map(({ address, type, label }) => (
					<li>
						<a href={address} type={type}>
							{label}
						</a>
					</li>
				))}
			</ul>
		</div>
	)
}

type AnswersProps = {
	readonly frame: PublicFrame
	readonly slug: string
	readonly addendum: PublishedAddendum
	readonly part: Part<PublishedAddendum['record']['associations'][number]>
}

function Answers({ frame, slug, addendum: { record }, part }: AnswersProps) {
	const t = addendumWords(frame.lang)
	const { kind, language, needed, urgent } = record
	const day = (at: string) => formatDate(frame.lang, Date.parse(at))
	return (
		<section>
			<h2>{t.whoAnswered}</h2>
			<p>
				{needed === null ? t.howCorrection : t.howWithdrawal(needed)}{' '}
				{t.asked(day(record.openedAt), day(record.closesAt))}
			</p>
			{urgent !== null && <p lang={language}>{t.urgent(urgent)}</p>}
			<InParts
				part={part}
				to={(number) => addendumHref(frame, slug, record.statement, record, Number(number ?? 1))}
				label={t.whoAnswered}
			>
				<Table
					caption={t.whoAnswered}
					captionHidden
					columns={[{ label: t.association }, { label: t.answer }]}
					rows={part.items.map(({ name, answer, reason }) => [
						name,
						<>
							{t.answers[kind][answer]}
							{reason !== '' && (
								<p class="hint" lang={language}>
									<InlineText text={reason} />
								</p>
							)}
						</>,
					])}
				/>
			</InParts>
		</section>
	)
}

import type { Child } from 'hono/jsx'
import { formatDate } from '#i18n/format.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import type {
	Answers,
	PublishedStatement,
	RecordedAssociation,
	RecordHead,
} from '#read/publication/public-statement.ts'
import { useLanguage } from '#ui/language.ts'
import { SummaryList, type SummaryRow } from '#ui/parts/summary-list.tsx'
import { ToAnswers } from './large.tsx'

type AboutProps = {
	readonly statement: PublishedStatement
	/** Where the answers of a large coalition are. */
	readonly to: string
	/** What the coalition sorts it under; false: nothing. */
	readonly topics: Child
	/** What follows below the text. */
	readonly sections: readonly { readonly id: string; readonly title: string }[]
}

/** Beside the text: number, date, what it answers, who stands behind it, and what more there is on the page. */
export function About({ statement: { record, answers, text }, to, topics, sections }: AboutProps) {
	const lang = useLanguage()
	const t = publicWords(lang)
	const { inquiry } = record
	const kinds: Readonly<Record<string, string>> = t.drafting.statementKinds
	const facts: SummaryRow[] = [
		{ label: t.publication.number, value: record.label },
		{ label: t.publication.publishedOn, value: formatDate(lang, record.publishedOn) },
		{ label: t.publicPages.statement.kind, value: kinds[record.kind] ?? record.kind },
	]
	const asked = inquiry ? [answered(lang, text.language, inquiry)] : []
	const sorted = topics ? [{ label: t.publicPages.statement.topics, value: topics }] : []
	return (
		<div class="beside">
			<SummaryList look="facts" rows={[...facts, ...asked, ...sorted]} />
			<h2>{t.publicPages.statement.standsBehind}</h2>
			{answers.overview ? (
				<ToAnswers record={record} overview={answers.overview} to={to} />
			) : (
				<Standing record={record} associations={answers.each} />
			)}
			<nav class="no-print" aria-labelledby="contents">
				<h2 id="contents">{t.publicPages.statement.contents}</h2>
				<ul class="links">
					{sections.map(({ id, title }) => (
						<li>
							<a href={`#${id}`}>{title}</a>
						</li>
					))}
				</ul>
			</nav>
		</div>
	)
}

function answered(lang: Language, language: Language, inquiry: NonNullable<RecordHead['inquiry']>): SummaryRow {
	const t = publicWords(lang).publicPages.statement
	const { title, sender, references } = inquiry
	const value = (
		<>
			<span lang={language}>{title}</span>
			{sender !== '' && (
				<>
					<br />
					{t.sender(sender)}
				</>
			)}
			{references !== '' && (
				<>
					<br />
					{t.reference(references)}
				</>
			)}
		</>
	)
	return { label: t.answers, value }
}

type StandingProps = { readonly record: RecordHead; readonly associations: Answers['each'] }

function Standing({ record: { decision }, associations }: StandingProps) {
	const t = publicWords(useLanguage())
	const names = (answer: RecordedAssociation['signoff']) =>
		associations.filter(({ signoff }) => signoff === answer).map(({ name }) => name)
	const [signed, declined, silent] = [names('signed'), names('declined'), names('silent')]
	const light = decision.track === 'light'
	return (
		<>
			<p>
				{light
					? t.publicPages.statement.lightSummary
					: t.publicPages.statement.signedBy(signed.length, associations.length)}
			</p>
			<Names title={light ? t.signoff.statuses.signed : null} names={signed} />
			<Names title={t.signoff.statuses.declined} names={declined} />
			<Names title={light ? t.publicPages.statement.didNotObject : t.publicPages.statement.notSigned} names={silent} />
		</>
	)
}

function Names({ title, names }: { readonly title: string | null; readonly names: readonly string[] }) {
	if (names.length === 0) return null
	return (
		<>
			{title !== null && <h3>{title}</h3>}
			<ul>
				{names.map((name) => (
					<li>{name}</li>
				))}
			</ul>
		</>
	)
}

import { yesNeeded } from '#domain/deciding/ballot.ts'
import { formatDate } from '#i18n/format.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import type { Answers, RecordHead } from '#read/publication/public-statement.ts'
import { useLanguage } from '#ui/language.ts'
import { SummaryList, type SummaryRow } from '#ui/parts/summary-list.tsx'
import { VoteBars } from '#ui/parts/vote-bars.tsx'
import { AnswersTable } from './answers-table.tsx'
import { ToAnswers } from './large.tsx'

type DecisionProps = {
	/** Of the text, and of what people wrote about it. */
	readonly language: Language
	readonly record: RecordHead
	readonly answers: Answers
	/** Where those of a large coalition are. */
	readonly to: string
}

/** How it was decided: by which way and rules, with which result, and how each association answered. */
export function Decision({ language, record, answers, to }: DecisionProps) {
	const lang = useLanguage()
	const t = publicWords(lang).publicPages.decision
	const { outcome, bylaws, track } = record.decision
	const light = track === 'light'
	return (
		<section id="decision">
			<h2>{t.title}</h2>
			<SummaryList rows={factsOf(lang, language, record)} />
			{!light && <VoteBars title={t.bars} tally={outcome} needed={yesNeeded(outcome, bylaws.majority)} />}
			{answers.overview ? (
				<ToAnswers record={record} overview={answers.overview} to={to} />
			) : (
				<AnswersTable record={record} associations={answers.each} />
			)}
		</section>
	)
}

/** A date, or an instant in ISO 8601, as a date in Sweden. */
function dateOf(lang: Language, at: string): string {
	return formatDate(lang, at.includes('T') ? Date.parse(at) : at)
}

function factsOf(lang: Language, language: Language, { decision }: RecordHead): SummaryRow[] {
	const t = publicWords(lang)
	const words = t.publicPages.decision
	const { method, track, minutes, openedAt, closedAt, bylaws, outcome, editorialChanges, urgent } = decision
	const light = track === 'light'
	const ways = { meeting: words.meeting, ballot: light ? words.light : words.ballot }
	const rules = [
		words.quorum(outcome.quorum, outcome.electorate),
		words.majorities[bylaws.majority],
		...(bylaws.secrecy === 'secret' ? [words.secret] : []),
	]
	const period = t.publicPages.statement.dateRange(dateOf(lang, openedAt), dateOf(lang, closedAt))
	return [
		{ label: words.how, value: ways[method] },
		{ label: words.when, value: period },
		...(minutes === null ? [] : [{ label: words.minutes, value: <span lang={language}>{minutes}</span> }]),
		...(urgent === null ? [] : [{ label: words.urgent, value: <span lang={language}>{words.urgentBy(urgent)}</span> }]),
		{ label: words.result, value: t.ballot.outcomes[outcome.result] },
		...(light ? [] : [{ label: words.rules, value: rules.join(' ') }]),
		...(editorialChanges.length === 0 ? [] : [{ label: words.editorial, value: editorial(lang, language, decision) }]),
	]
}

function editorial(lang: Language, language: Language, { editorialChanges }: RecordHead['decision']) {
	const t = publicWords(lang).publicPages.decision
	return (
		<>
			<ul>
				{editorialChanges.map(({ note, at }) => (
					<li lang={language}>{t.editorialAt(note, dateOf(lang, at))}</li>
				))}
			</ul>
			<p>{t.editorialWhat}</p>
		</>
	)
}

import type { CitedOutcome } from '#domain/publication/outcome.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'
import { OutcomeMark } from './outcome-mark.tsx'

type CitationProps = {
	/** Of what was written about the outcome. */
	readonly language: Language
	readonly outcome: CitedOutcome
}

/** What came of a position, and where it says so: document, page, link and date. */
function OutcomeCitation({ language, outcome: { outcome, page, note, document } }: CitationProps) {
	const t = publicWords(useLanguage()).outcomes
	const title = <cite lang={language}>{document.title}</cite>
	return (
		<>
			<OutcomeMark outcome={outcome} />
			<div class="about">
				{document.url === '' ? title : <a href={document.url}>{title}</a>}
				{page !== '' && `, ${t.onPage(page)}`}. {t.document(t.kinds[document.kind], document.datedOn)}
			</div>
			{note !== '' && <div lang={language}>{note}</div>}
		</>
	)
}

type OutcomeListProps = { readonly language: Language; readonly outcomes: readonly CitedOutcome[] }

/** Everything that is recorded of a position, in the order of the documents' days. */
export function OutcomeList({ language, outcomes }: OutcomeListProps) {
	if (outcomes.length === 0) return <OutcomeMark outcome="none" />
	return (
		<>
			{outcomes.map((outcome) => (
				<OutcomeCitation language={language} outcome={outcome} />
			))}
		</>
	)
}

import { type DocumentOutcomes, outcomesOf } from '#domain/publication/outcome.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { FollowUpView } from '#read/publication/follow-up.ts'
import { useLanguage } from '#ui/language.ts'
import { OutcomeList } from '#ui/parts/outcome-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { plainText } from './plain-text.tsx'

type SoFarProps = {
	/** Of the text. */
	readonly language: Language
	readonly positions: FollowUpView['positions']
	readonly documents: readonly DocumentOutcomes[]
	/** Where what a document tells is recorded anew; null: not by whoever reads. */
	readonly correction: ((documentId: string) => string) | null
}

/** What is recorded of each position, document by document. */
export function SoFar({ language, positions, documents, correction }: SoFarProps) {
	const t = catalogue(useLanguage()).outcomes
	const telling = documents.filter(({ outcomes }) => outcomes.length > 0)
	return (
		<section class="wide">
			<h2>{t.soFar}</h2>
			{telling.length === 0 ? (
				<p>{t.nothingYet}</p>
			) : (
				<Table
					caption={t.soFar}
					captionHidden
					columns={[{ label: t.position }, { label: t.outcome }]}
					rows={positions.map(({ number, text }) => [
						<>
							{number}. <span lang={language}>{plainText(text)}</span>
						</>,
						<OutcomeList language={language} outcomes={outcomesOf(documents, number)} />,
					])}
				/>
			)}
			{correction && telling.length > 0 && (
				<ul class="links">
					{telling.map(({ documentId, document }) => (
						<li>
							<a href={correction(documentId)}>{t.correct(document.title)}</a>
						</li>
					))}
				</ul>
			)}
		</section>
	)
}

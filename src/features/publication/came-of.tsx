import { adoptedPositions } from '#domain/position/adopted-position.ts'
import type { CitedOutcome } from '#domain/publication/outcome.ts'
import type { Block } from '#domain/statement/block.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'
import { OutcomeList } from '#ui/parts/outcome-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { plainText } from './plain-text.tsx'

type CameOfProps = {
	readonly language: Language
	readonly blocks: readonly Block[]
	readonly outcomes: readonly CitedOutcome[]
	/** Where all of the coalition's are. */
	readonly ledger: string
}

/** What came of those positions that something is known of, with where it says so. */
export function CameOf({ language, blocks, outcomes, ledger }: CameOfProps) {
	const t = publicWords(useLanguage()).outcomes
	const told = Map.groupBy(outcomes, ({ number }) => number)
	return (
		<section id="outcomes" class="wide">
			<h2>{t.cameOf}</h2>
			<p>{t.cameOfWhat}</p>
			<Table
				caption={t.cameOf}
				captionHidden
				columns={[{ label: t.position }, { label: t.outcome }]}
				rows={adoptedPositions(blocks)
					.filter(({ number }) => told.has(number))
					.map(({ number, text }) => [
						<a href={`#p${number}`} lang={language}>
							{number}. {plainText(text)}
						</a>,
						<OutcomeList language={language} outcomes={told.get(number) ?? []} />,
					])}
			/>
			<p class="no-print">
				<a href={ledger}>{t.ledger.title}</a>
			</p>
		</section>
	)
}

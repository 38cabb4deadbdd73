import { type Block, numberBlocks } from '#domain/statement/block.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { ReadRecord } from '#read/publication/public-record.ts'
import { useLanguage } from '#ui/language.ts'
import { Matrix, type MatrixRow } from '#ui/parts/matrix.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Paragraphs } from './dissent.tsx'
import { plainText } from './plain-text.tsx'

type PositionsProps = {
	readonly language: Language
	readonly record: ReadRecord
	readonly blocks: readonly Block[]
}

/** Whether any association said what it thinks of a position. */
export function hasStances({ associations }: ReadRecord): boolean {
	return associations.some(({ stances }) => stances.length > 0)
}

/** Who stands behind each position, and why. */
export function Positions({ language, record, blocks }: PositionsProps) {
	const t = catalogue(useLanguage()).publicPages.positions
	const { associations } = record
	const rows = numberBlocks(blocks).flatMap(({ block, number }): MatrixRow[] => {
		if (block.kind !== 'position') return []
		const cells = associations.map(({ stances }) => stances.find(({ position }) => position === number) ?? null)
		return [
			{
				number: String(number),
				text: <span lang={language}>{plainText(block.text)}</span>,
				href: `#p${number}`,
				cells,
			},
		]
	})
	const reasons = associations.flatMap(({ name, stances }) =>
		stances.filter(({ reason }) => reason !== '').map((stance) => ({ name, ...stance })),
	)
	return (
		<section id="positions" class="wide">
			<h2>{t.title}</h2>
			<Matrix caption={t.caption} associations={associations.map(({ name }) => name)} rows={rows} />
			{reasons.length > 0 && (
				<>
					<h3>{t.reasons}</h3>
					<SummaryList
						rows={reasons.map(({ name, position, reason }) => ({
							label: t.reason(name, position),
							value: <Paragraphs text={reason} language={language} />,
						}))}
					/>
				</>
			)}
		</section>
	)
}

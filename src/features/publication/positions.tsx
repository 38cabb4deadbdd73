import type { StanceChoice } from '#domain/deciding/stance.ts'
import { adoptedPositions } from '#domain/position/adopted-position.ts'
import type { Block } from '#domain/statement/block.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { ReadRecord, RecordedAssociation } from '#read/publication/public-record.ts'
import { useLanguage } from '#ui/language.ts'
import { Matrix, type MatrixRow } from '#ui/parts/matrix.tsx'
import { StanceTotals, totalsOf } from '#ui/parts/stance-totals.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Paragraphs } from './dissent.tsx'
import { isLarge } from './large.tsx'
import { plainText } from './plain-text.tsx'

type PositionsProps = {
	readonly language: Language
	readonly record: ReadRecord
	readonly blocks: readonly Block[]
}

/** Whether any association said what it thinks of a position. */
export function hasStances({ associations }: { readonly associations: readonly RecordedAssociation[] }): boolean {
	return associations.some(({ stances }) => stances.length > 0)
}

/** Who stands behind each position, and why; of a large coalition how many do. */
export function Positions({ language, record, blocks, answers }: PositionsProps & { readonly answers: string }) {
	const t = catalogue(useLanguage()).publicPages
	return (
		<section id="positions" class="wide">
			<h2>{t.positions.title}</h2>
			{isLarge(record) ? (
				<>
					<Totals language={language} record={record} blocks={blocks} />
					<p>
						<a href={answers}>{t.answers.each}</a>
					</p>
				</>
			) : (
				<Stances language={language} record={record} blocks={blocks} page="" />
			)}
		</section>
	)
}

type StancesProps = Pick<PositionsProps, 'language' | 'blocks'> & {
	readonly record: { readonly associations: readonly RecordedAssociation[] }
	/** The statement's page, where the positions stand; empty on that page. */
	readonly page: string
}

/** What these associations think of each position, and why. */
export function Stances({ language, record: { associations }, blocks, page }: StancesProps) {
	const t = catalogue(useLanguage()).publicPages.positions
	const byPosition = associations.map(({ stances }) => new Map(stances.map((stance) => [stance.position, stance])))
	const rows = adoptedPositions(blocks).map(({ number, text, subPoints }): MatrixRow => {
		return {
			number: String(number),
			text: <span lang={language}>{plainText(text)}</span>,
			subPoints: shown(language, subPoints),
			href: `${page}#p${number}`,
			cells: byPosition.map((taken) => taken.get(number) ?? null),
		}
	})
	const reasons = associations.flatMap(({ name, stances }) =>
		stances.filter(({ reason }) => reason !== '').map((stance) => ({ name, ...stance })),
	)
	return (
		<>
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
		</>
	)
}

function Totals({ language, record: { associations }, blocks }: PositionsProps) {
	const taken = new Map<number, Map<StanceChoice, number>>()
	for (const { stances } of associations) {
		for (const { position, stance } of stances) {
			const counts = taken.get(position) ?? new Map<StanceChoice, number>()
			taken.set(position, counts.set(stance, (counts.get(stance) ?? 0) + 1))
		}
	}
	const rows = adoptedPositions(blocks).map(({ number, text, subPoints }) => ({
		number: String(number),
		text: (
			<a href={`#p${number}`} lang={language}>
				{plainText(text)}
			</a>
		),
		subPoints: shown(language, subPoints),
		...totalsOf(
			[...(taken.get(number) ?? [])].map(([stance, count]) => ({ stance, count })),
			associations.length,
		),
	}))
	return <StanceTotals rows={rows} />
}

const shown = (language: Language, texts: readonly string[]) =>
	texts.map((text) => <span lang={language}>{plainText(text)}</span>)

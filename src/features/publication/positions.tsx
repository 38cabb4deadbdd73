import { adoptedPositions } from '#domain/position/adopted-position.ts'
import type { Overview } from '#domain/publication/overview.ts'
import type { Block } from '#domain/statement/block.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import type { Answers } from '#read/publication/public-statement.ts'
import { useLanguage } from '#ui/language.ts'
import { Matrix, type MatrixRow } from '#ui/parts/matrix.tsx'
import { StanceTotals, totalsOf } from '#ui/parts/stance-totals.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Paragraphs } from './dissent.tsx'
import { plainText } from './plain-text.tsx'

type PositionsProps = {
	readonly language: Language
	readonly answers: Answers
	readonly blocks: readonly Block[]
	/** Where the answers of a large coalition are. */
	readonly to: string
}

/** Whether any association said what it thinks of a position. */
export function hasStances({ overview, each }: Answers): boolean {
	return overview ? overview.stances.length > 0 : each.some(({ stances }) => stances.length > 0)
}

/** Who stands behind each position, and why; of a large coalition how many do. */
export function Positions({ language, answers, blocks, to }: PositionsProps) {
	const t = publicWords(useLanguage()).publicPages
	return (
		<section id="positions" class="wide">
			<h2>{t.positions.title}</h2>
			{answers.overview ? (
				<>
					<Totals language={language} overview={answers.overview} blocks={blocks} />
					<p>
						<a href={to}>{t.answers.each}</a>
					</p>
				</>
			) : (
				<Stances language={language} associations={answers.each} blocks={blocks} page="" />
			)}
		</section>
	)
}

type StancesProps = Pick<PositionsProps, 'language' | 'blocks'> & {
	readonly associations: Answers['each']
	/** The statement's page, where the positions stand; empty on that page. */
	readonly page: string
}

/** What these associations think of each position, and why. */
export function Stances({ language, associations, blocks, page }: StancesProps) {
	const t = publicWords(useLanguage()).publicPages.positions
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

type TotalsProps = Pick<PositionsProps, 'language' | 'blocks'> & { readonly overview: Overview }

function Totals({ language, overview: { associations, stances }, blocks }: TotalsProps) {
	const taken = Map.groupBy(stances, ({ position }) => position)
	const rows = adoptedPositions(blocks).map(({ number, text, subPoints }) => ({
		number: String(number),
		text: (
			<a href={`#p${number}`} lang={language}>
				{plainText(text)}
			</a>
		),
		subPoints: shown(language, subPoints),
		...totalsOf(taken.get(number) ?? [], associations),
	}))
	return <StanceTotals rows={rows} />
}

const shown = (language: Language, texts: readonly string[]) =>
	texts.map((text) => <span lang={language}>{plainText(text)}</span>)

import type { StanceChoice } from '#domain/deciding/stance.ts'
import { STANCES } from '#domain/deciding/stance.ts'
import { formatNumber } from '#i18n/format.ts'
import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'
import type { MatrixRow } from './matrix.tsx'
import { SubPoints } from './sub-points.tsx'
import { Table } from './table.tsx'

export type TotalsRow = Pick<MatrixRow, 'number' | 'text' | 'subPoints'> & {
	/** How many have answered what. */
	readonly counts: Readonly<Partial<Record<StanceChoice, number>>>
	readonly silent: number
}

/** What a matrix comes to, where it is too wide to be seen at once: how many stand behind each position. */
export function StanceTotals({ rows }: { readonly rows: readonly TotalsRow[] }) {
	const lang = useLanguage()
	const t = publicWords(lang)
	const used = STANCES.filter((stance) => rows.some(({ counts }) => (counts[stance] ?? 0) > 0))
	const numeric = true
	return (
		<Table
			caption={t.ui.matrix.totals}
			columns={[
				{ label: t.ui.matrix.position },
				...used.map((stance) => ({ label: t.stances.names[stance], numeric })),
				{ label: t.ui.matrix.noAnswer, numeric },
			]}
			rows={rows.map(({ number, text, subPoints, counts, silent }) => [
				<>
					{number}. {text}
					<SubPoints points={subPoints} />
				</>,
				...used.map((stance) => formatNumber(lang, counts[stance] ?? 0)),
				formatNumber(lang, silent),
			])}
		/>
	)
}

/** What has been counted, out of so many who were asked. */
export function totalsOf(
	counted: readonly { readonly stance: StanceChoice; readonly count: number }[],
	asked: number,
): Pick<TotalsRow, 'counts' | 'silent'> {
	const counts: Partial<Record<StanceChoice, number>> = {}
	let answered = 0
	for (const { stance, count } of counted) {
		counts[stance] = (counts[stance] ?? 0) + count
		answered += count
	}
	return { counts, silent: Math.max(0, asked - answered) }
}

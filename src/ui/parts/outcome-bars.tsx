import { type KnownOutcome, KNOWN_OUTCOMES as ORDER } from '#domain/publication/outcome.ts'
import { formatNumber } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import { Table } from './table.tsx'

type OutcomeCounts = Readonly<Record<KnownOutcome, number>>

type OutcomesOfYear = { readonly year: number; readonly counts: OutcomeCounts }

type OutcomeBarsProps = {
	/** Latest year first. */
	readonly years: readonly OutcomesOfYear[]
	/** Unique on the page. */
	readonly id?: string | undefined
}

/** The looks of votes, of which these are the authority's. What is heeded in part is filled in part. */
const LOOK: Readonly<Record<KnownOutcome, string>> = {
	heeded: 'yes',
	partly: 'silent',
	rejected: 'no',
	unanswered: 'abstain',
	none: 'silent',
}

/** Heights in pixels: of a year with its name above and its figures below, and where in it the bar begins. */
const ROW = 92
const TOP = 28
const BAR = 32

/** The least share of the bar under which a figure fits, on a phone too. The table has every one. */
const ROOM_FOR_FIGURE = 0.06

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`

export const totalOf = (counts: OutcomeCounts): number => ORDER.reduce((sum, known) => sum + counts[known], 0)

/** What came of positions, a bar for each year, and the same in a table. */
export function OutcomeBars({ years, id = 'outcome-bars' }: OutcomeBarsProps) {
	const lang = useLanguage()
	const t = catalogue(lang).outcomes
	const nameOf = (known: KnownOutcome) => (known === 'none' ? t.none : t.names[known])
	const described = years.map(({ year, counts }) =>
		t.ledger.described(
			year,
			totalOf(counts),
			ORDER.map((known) => t.ledger.part(nameOf(known), counts[known])).join(', '),
		),
	)
	const numeric = true
	return (
		<figure class="votes">
			<svg role="img" aria-labelledby={`${id}-title ${id}-desc`} width="100%" height={years.length * ROW}>
				<title id={`${id}-title`}>{t.ledger.picture}</title>
				<desc id={`${id}-desc`}>{described.join(' ')}</desc>
				{years.map((each, index) => (
					<Year {...each} top={index * ROW} />
				))}
			</svg>
			<Table
				caption={t.ledger.picture}
				captionHidden
				columns={[
					{ label: t.ledger.year },
					...ORDER.map((known) => ({ label: nameOf(known), numeric })),
					{ label: t.ledger.all, numeric },
				]}
				rows={years.map(({ year, counts }) => [
					String(year),
					...ORDER.map((known) => (
						<>
							<Swatch known={known} /> {formatNumber(lang, counts[known])}
						</>
					)),
					formatNumber(lang, totalOf(counts)),
				])}
			/>
		</figure>
	)
}

function Year({ year, counts, top }: OutcomesOfYear & { readonly top: number }) {
	const lang = useLanguage()
	const total = totalOf(counts)
	let start = 0
	const segments = ORDER.map((known) => {
		const segment = { known, count: counts[known], start }
		start += segment.count
		return segment
	}).filter(({ count }) => count > 0)
	return (
		<>
			<text x="0" y={top + 18}>
				{year}
			</text>
			{segments.map(({ known, count, start: from }) => {
				const [x, width] = [percent(from / total + 0.003), percent(count / total - 0.006)]
				return (
					<>
						<rect class={LOOK[known]} x={x} y={top + TOP} width={width} height={BAR} />
						{known === 'partly' && <rect class="yes" x={x} y={top + TOP + BAR / 2} width={width} height={BAR / 2} />}
						{count / total >= ROOM_FOR_FIGURE && (
							<text x={x} y={top + TOP + BAR + 20}>
								{formatNumber(lang, count)}
							</text>
						)}
					</>
				)
			})}
		</>
	)
}

/** What stands for it in the bars. */
function Swatch({ known }: { readonly known: KnownOutcome }) {
	return (
		<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
			<rect class={LOOK[known]} x="1" y="1" width="14" height="14" rx="2" />
			{known === 'partly' && <rect class="yes" x="1" y="8" width="14" height="7" rx="2" />}
		</svg>
	)
}

import type { Child } from 'hono/jsx'
import type { StanceChoice } from '#domain/deciding/stance.ts'
import { STANCES } from '#domain/deciding/stance.ts'
import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'
import { StanceMark } from './stance-mark.tsx'
import { SubPoints } from './sub-points.tsx'

export type MatrixCell = {
	readonly stance: StanceChoice
	/** The position's text has changed since the stance was taken. */
	readonly stale?: boolean | undefined
}

export type MatrixRow = {
	/** The position's number: “7”, “9 b”. */
	readonly number: string
	readonly text: Child
	/** With the position, in the order of their letters: what is judged is shown whole. */
	readonly subPoints?: readonly Child[] | undefined
	readonly href?: string | undefined
	/** One for each association, in their order; null where it has not answered. */
	readonly cells: readonly (MatrixCell | null)[]
}

type MatrixProps = {
	/** What the table shows: its caption, and the name of the area that scrolls. */
	readonly caption: string
	/** Their names, in the coalition's order. */
	readonly associations: readonly string[]
	readonly rows: readonly MatrixRow[]
	readonly id?: string | undefined
}

/** Most columns of symbols that an upright sheet of paper has room for. */
const UPRIGHT = 14

/** Positions down, associations across. The first column stays in sight when the table is scrolled sideways. */
export function Matrix({ caption, associations, rows, id = 'matrix' }: MatrixProps) {
	const t = publicWords(useLanguage()).ui.matrix
	return (
		<div class="matrix wide">
			{/* Not a `caption`: that would scroll away with the table. */}
			<p class="caption" id={`${id}-caption`}>
				{caption}
			</p>
			{/* Scrolls, so the keyboard must be able to reach it. */}
			<section class="scroll" tabindex={0} aria-labelledby={`${id}-caption`}>
				<table class={associations.length > UPRIGHT ? 'many' : undefined} aria-labelledby={`${id}-caption`}>
					<thead>
						<tr>
							<th scope="col">{t.position}</th>
							{associations.map((association) => (
								<th scope="col">
									<span>{association}</span>
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map(({ number, text, subPoints, href, cells }) => (
							<tr>
								<th scope="row">
									<span class="number">{number}</span>
									{href === undefined ? (
										<span class="text">{text}</span>
									) : (
										<a class="text" href={href}>
											{text}
										</a>
									)}
									<SubPoints points={subPoints} />
								</th>
								{associations.map((_, index) => (
									<td>
										<Cell cell={cells[index] ?? null} />
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</section>
			<Legend cells={rows.flatMap((row) => row.cells)} />
		</div>
	)
}

function Cell({ cell }: { readonly cell: MatrixCell | null }) {
	const t = publicWords(useLanguage()).ui.matrix
	if (cell === null) return <span class="vh">{t.noAnswer}</span>
	return (
		<>
			<StanceMark stance={cell.stance} symbolOnly />
			{cell.stale && (
				<>
					<span class="stale" aria-hidden="true">
						*
					</span>
					<span class="vh">. {t.stale}</span>
				</>
			)}
		</>
	)
}

/** Says what the symbols that occur in the table mean. */
function Legend({ cells }: { readonly cells: readonly (MatrixCell | null)[] }) {
	const t = publicWords(useLanguage()).ui.matrix
	const used = STANCES.filter((stance) => cells.some((cell) => cell?.stance === stance))
	return (
		<ul class="legend" aria-label={t.legend}>
			{used.map((stance) => (
				<li>
					<StanceMark stance={stance} />
				</li>
			))}
			{cells.includes(null) && (
				<li>
					<span class="stance none">
						<svg viewBox="0 0 20 20" aria-hidden="true">
							<rect x="1" y="1" width="18" height="18" />
						</svg>
					</span>
					{t.noAnswer}
				</li>
			)}
			{cells.some((cell) => cell?.stale) && (
				<li>
					<span class="stale" aria-hidden="true">
						*
					</span>{' '}
					{t.stale}
				</li>
			)}
		</ul>
	)
}

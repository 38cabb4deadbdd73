import { CHOICES, type Choice, type Tally } from '#domain/deciding/ballot.ts'
import { formatNumber, formatPercent } from '#i18n/format.ts'
import { type PublicMessages, publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'

type VoteBarsProps = {
	/** What was voted on: the name of the picture and the caption of the table. */
	readonly title: string
	readonly tally: Tally
	/** How many yes votes carry (`yesNeeded`), where the majority line is drawn; null when there is no line. */
	readonly needed: number | null
	/** What yes and no stand for, where these are not the words; and the picture in a sentence. */
	readonly words?: BarWords | undefined
	/** Unique on the page. */
	readonly id?: string | undefined
}

type BarWords = {
	readonly choices: Readonly<Record<Choice, string>>
	readonly described: string
	/** Both are for something, and none is against: their words are names. */
	readonly alike: boolean
}

type Segment = {
	readonly choice: keyof Tally | 'other'
	/** As a line of the table begins, and after a number. */
	readonly word: string
	readonly counted: string
	readonly count: number
	readonly start: number
}

const ORDER = [...CHOICES, 'silent'] as const

/** Up to this many associations each vote is a piece of its own that can be counted. */
const COUNTABLE = 30

/** The share of the bar that a character takes over it, on a phone. Where words have no room the count stands alone; the table has all. */
const ROOM_FOR_CHARACTER = 0.028

const word = (t: PublicMessages, choice: keyof Tally, choices = t.ballot.choices) =>
	choice === 'silent' ? t.ballot.notVoted : choices[choice]

/** Lengths along the bar in per cent, so that the picture fills its place and its text keeps its size. */
const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`

/** The result of a vote as a bar with the majority line drawn in, and the same in a table. */
export function VoteBars({ title, tally, needed, words, id = 'votes' }: VoteBarsProps) {
	const lang = useLanguage()
	const t = publicWords(lang)
	const total = ORDER.reduce((sum, choice) => sum + tally[choice], 0)
	let start = 0
	const segments = ORDER.map((choice): Segment => {
		const own = word(t, choice, words?.choices)
		const isName = words?.alike && (choice === 'yes' || choice === 'no')
		const counted = isName ? own : own.charAt(0).toLocaleLowerCase(lang) + own.slice(1)
		const drawn = isName && choice === 'no' ? 'other' : choice
		const segment: Segment = { choice: drawn, word: own, counted, count: tally[choice], start }
		start += segment.count
		return segment
	})
	const { yes, no, abstain, silent } = tally
	return (
		<figure class="votes">
			<svg role="img" aria-labelledby={`${id}-title ${id}-desc`} width="100%" height="96">
				<title id={`${id}-title`}>{title}</title>
				<desc id={`${id}-desc`}>
					{words?.described ?? t.ballot.bars.described(yes, no, abstain, silent, total)}
					{needed !== null && ` ${t.ballot.bars.majority(needed)}.`}
				</desc>
				{total > 0 && segments.map((segment) => <Bar segment={segment} total={total} />)}
				{total > 0 && needed !== null && <MajorityLine share={needed / total} label={t.ballot.bars.majority(needed)} />}
			</svg>
			<table>
				<caption class="vh">{title}</caption>
				<thead>
					<tr>
						<th scope="col">{t.ballot.bars.choice}</th>
						<th scope="col">{t.ballot.bars.count}</th>
						<th scope="col">{t.ballot.bars.share}</th>
					</tr>
				</thead>
				<tbody>
					{segments.map((segment) => (
						<tr>
							<th scope="row">
								<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
									<rect class={segment.choice} x="1" y="1" width="14" height="14" rx="2" />
								</svg>
								{segment.word}
							</th>
							<td>{formatNumber(lang, segment.count)}</td>
							<td>{total === 0 ? '–' : formatPercent(lang, segment.count / total)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</figure>
	)
}

function Bar({ segment, total }: { readonly segment: Segment; readonly total: number }) {
	const { choice, count, counted, start } = segment
	if (count === 0) return null
	const pieces = total <= COUNTABLE ? count : 1
	const width = count / total / pieces
	const gap = total <= COUNTABLE ? 0.003 : 0
	const fits = (said: string) => count / total >= said.length * ROOM_FOR_CHARACTER
	const said = [`${count} ${counted}`, `${count}`].find(fits)
	return (
		<>
			{Array.from({ length: pieces }, (_, index) => (
				<rect
					class={choice}
					x={percent(start / total + index * width + gap)}
					y="28"
					width={percent(width - 2 * gap)}
					height="32"
				/>
			))}
			{said !== undefined && (
				<text x={percent(start / total + gap)} y="18">
					{said}
				</text>
			)}
		</>
	)
}

function MajorityLine({ share, label }: { readonly share: number; readonly label: string }) {
	const at = percent(Math.min(share, 1))
	return (
		<g class="majority">
			<line x1={at} x2={at} y1="24" y2="68" />
			<text x={at} y="88" text-anchor={share < 0.35 ? 'start' : share > 0.65 ? 'end' : 'middle'}>
				{label}
			</text>
		</g>
	)
}

import type { SwedishDate } from '#domain/kernel/id.ts'
import { addDays } from '#domain/kernel/working-days.ts'
import { daysUntil, formatDate, formatMonth } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'

type TimelineProps = {
	/** The name of the picture. */
	readonly title: string
	/** Where the line begins, at today or later. */
	readonly from: SwedishDate
	/** In order; each is shown by its number, counted from 1. The line ends at the last. */
	readonly days: readonly SwedishDate[]
	/** Unique on the page. */
	readonly id?: string | undefined
}

/** Nearer than this, in shares of the line, markers stand on different heights, so that on a phone too none covers another. */
const APART = 0.09
const LEVELS = 5

const LINE_Y = 34
const STEP_Y = 30

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`

/** The days of a plan along a line, by their numbers; the list that goes with it says what they are. */
export function Timeline({ title, from, days, id = 'timeline' }: TimelineProps) {
	const lang = useLanguage()
	const t = catalogue(lang).plan
	const last = days.at(-1) ?? from
	const length = Math.max(1, between(from, last))
	// A little room at both ends, for half a marker.
	const at = (date: SwedishDate) => 0.04 + 0.92 * Math.min(1, Math.max(0, between(from, date) / length))
	const levels = levelsOf(days.map(at))
	const height = LINE_Y + (Math.max(0, ...levels) + 1) * STEP_Y + 16
	return (
		<svg class="timeline" role="img" aria-labelledby={`${id}-title ${id}-desc`} width="100%" height={height}>
			<title id={`${id}-title`}>{title}</title>
			<desc id={`${id}-desc`}>{t.described(formatDate(lang, from), formatDate(lang, last))}</desc>
			{monthsBetween(from, last).map((month) => (
				<g class="month">
					<line x1={percent(at(month))} x2={percent(at(month))} y1={LINE_Y - 8} y2={LINE_Y + 8} />
					{hasRoom(month, last, length) && (
						<text x={percent(at(month))} y="16">
							{formatMonth(lang, month)}
						</text>
					)}
				</g>
			))}
			<line class="line" x1={percent(at(from))} x2={percent(at(last))} y1={LINE_Y} y2={LINE_Y} />
			{days.map((date, index) => (
				<Marker x={at(date)} level={levels[index] ?? 0} number={index + 1} last={index === days.length - 1} />
			))}
		</svg>
	)
}

type MarkerProps = { readonly x: number; readonly level: number; readonly number: number; readonly last: boolean }

function Marker({ x, level, number, last }: MarkerProps) {
	const y = LINE_Y + (level + 1) * STEP_Y
	return (
		<g class={last ? 'marker due' : 'marker'}>
			<line x1={percent(x)} x2={percent(x)} y1={LINE_Y} y2={y} />
			<circle cx={percent(x)} cy={LINE_Y} r="4" />
			<circle class="label" cx={percent(x)} cy={y} r="12" />
			<text x={percent(x)} y={y + 5}>
				{number}
			</text>
		</g>
	)
}

/** How far down each marker hangs: the first height at which it covers none before it. */
function levelsOf(places: readonly number[]): number[] {
	const levels: number[] = []
	for (const [index, place] of places.entries()) {
		const near = levels.filter((_level, before) => Math.abs((places[before] ?? 0) - place) < APART)
		const free = Array.from({ length: LEVELS }, (_, level) => level).find((level) => !near.includes(level))
		levels[index] = free ?? LEVELS
	}
	return levels
}

const between = (from: SwedishDate, to: SwedishDate) => daysUntil(to, Date.parse(`${from}T12:00:00Z`))

/** The first days of the months in between. */
function monthsBetween(from: SwedishDate, to: SwedishDate): SwedishDate[] {
	const found: SwedishDate[] = []
	for (let month = firstOfNext(from); month <= to; month = firstOfNext(month)) found.push(month)
	return found
}

/** The 32nd day counted from the first of a month is always in the next one. */
const firstOfNext = (date: SwedishDate) => `${addDays(`${date.slice(0, 8)}01`, 31).slice(0, 8)}01`

/** Of a long line every third month is named; none so near the end that its name would be cut off. */
function hasRoom(month: SwedishDate, last: SwedishDate, length: number): boolean {
	const named = length < 150 || Number(month.slice(5, 7)) % 3 === 1
	return named && between(month, last) / length > 0.1
}

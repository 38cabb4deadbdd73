import type { SwedishDate } from '#domain/kernel/id.ts'
import { inYear, type WrittenDate, weekdayOf } from './dates.ts'
import type { Candidate, Role } from './deadline.ts'
import type { Doubt, Found, NoticeReading } from './notice.ts'
import type { PlainText } from './plain-text.ts'

type Dated = { readonly role: Role; readonly date: WrittenDate; readonly found: Found<SwedishDate> }

type DueDate = Pick<NoticeReading, 'dueOn' | 'extendedFrom' | 'doubts'>

/** What the rest of a notice says of when it was written. */
export type Times = {
	/** The days it says it was written or published, or the one that is known from elsewhere. */
	readonly dates: readonly SwedishDate[]
	/** The latest year in a reference number or in the number of a report, and where it stands. */
	readonly numbered: { readonly year: number; readonly words: string } | null
}

const NEXT_YEARS = [0, 1, 2]

/** The same month a year later, `YYYY-MM`. */
const yearAfter = (date: SwedishDate) => `${Number(date.slice(0, 4)) + 1}${date.slice(4, 7)}`

/** The year a date without one is of: the first that comes after what the text speaks of, on the weekday it names. */
function guessYear(date: WrittenDate, { dates, numbered }: Times): SwedishDate | null {
	const fits = (on: SwedishDate | null) => on !== null && (date.weekday === null || weekdayOf(on) === date.weekday)
	const latest = [...dates].sort().at(-1)
	const from = latest ? Number(latest.slice(0, 4)) : numbered?.year
	if (from === undefined) return null
	for (const later of NEXT_YEARS) {
		const on = inYear(date, from + later)
		if (on !== null && fits(on) && (latest === undefined || (on >= latest && on.slice(0, 7) <= yearAfter(latest))))
			return on
	}
	return null
}

const dayOf = ({ month, day }: WrittenDate) => `${month}-${day}`

/** Settles on the deadline, and says where somebody should look for themselves. */
export function dueDate(plain: PlainText, candidates: readonly Candidate[], times: Times): DueDate {
	const doubts: Doubt[] = []
	const dated: Dated[] = []
	const stated = candidates.filter(({ role }) => role !== 'none')
	// A weak hint is not asked where the text has said plainly what the deadline is.
	const plainly = stated.some(({ role }) => role === 'due' || role === 'new' || role === 'before')
	const taken = stated.filter(({ role }) => role !== 'weak' || !plainly)
	// The year of the first with the same day that has one.
	const years = new Map<string, number>()
	for (const { date } of taken) if (date.year !== null && !years.has(dayOf(date))) years.set(dayOf(date), date.year)
	for (const { date, role, from } of taken) {
		const words = plain.words(from, date.end)
		const year = date.year ?? years.get(dayOf(date)) ?? null
		const on = year === null ? guessYear(date, times) : inYear(date, year)
		if (year === null && inYear(date, 2000) !== null) doubts.push({ kind: 'yearNotStated', words, taken: on })
		else if (on === null) doubts.push({ kind: 'noSuchDate', words })
		if (on === null) continue
		const found = { value: on, words }
		if (date.weekday !== null && weekdayOf(on) !== date.weekday) doubts.push({ kind: 'wrongWeekday', date: found })
		if (role === 'before') doubts.push({ kind: 'beforeDate', date: found })
		if (role === 'weak' || date.odd) doubts.push({ kind: 'unclearDate', date: found })
		dated.push({ role, date, found })
	}
	const chosen = choose(dated)
	const { dueOn } = chosen
	if (dueOn && dated.every(({ role }) => role === 'preliminary' || role === 'place'))
		doubts.push({ kind: 'unclearDate', date: dueOn })
	const numbered = times.numbered
	if (dueOn && numbered && Number(dueOn.value.slice(0, 4)) < numbered.year)
		doubts.push({ kind: 'dueBeforeReference', date: dueOn, reference: numbered.words })
	return { ...chosen, doubts: [...(chosen.unsettled ? [chosen.unsettled] : []), ...once(doubts)] }
}

type Choice = {
	readonly dueOn: Found<SwedishDate> | null
	readonly extendedFrom: Found<SwedishDate> | null
	readonly unsettled: Doubt | null
}

function choose(dated: readonly Dated[]): Choice {
	const of = (...roles: readonly Role[]) =>
		different(dated.filter(({ role }) => roles.includes(role)).map(({ found }) => found))
	const moved = of('new')
	const whole = of('due', 'before', 'weak')
	// What is said of a part may be said of the whole in other words, where nothing is said of that.
	const due = whole.length > 0 ? whole : of('part')
	const others = [...(whole.length > 0 ? of('part') : []), ...of('place')]
	const old = of('old')
	const preliminary = of('preliminary')
	const dueOn = moved.at(-1) ?? due[0] ?? preliminary.at(-1) ?? others.at(-1) ?? null
	if (dueOn === null) return { dueOn, extendedFrom: null, unsettled: null }
	const earlier = [...old, ...(moved.length > 0 ? due : [])].filter(({ value }) => value < dueOn.value)
	const extendedFrom = earlier[0] ?? null
	const open = different([
		dueOn,
		...moved,
		...(moved.length > 0 ? due.filter(({ value }) => value > dueOn.value) : due),
		...preliminary,
		...others,
	])
	const unsettled = open.length > 1 ? ({ kind: 'severalDates', dates: open } as const) : null
	return { dueOn, extendedFrom, unsettled }
}

/** Each date once, the earliest first. */
function different(dates: readonly Found<SwedishDate>[]): Found<SwedishDate>[] {
	const byDate = new Map<SwedishDate, Found<SwedishDate>>()
	for (const date of dates) if (!byDate.has(date.value)) byDate.set(date.value, date)
	return [...byDate.values()].sort((a, b) => (a.value < b.value ? -1 : 1))
}

function once(doubts: readonly Doubt[]): Doubt[] {
	const seen = new Set<string>()
	return doubts.filter((doubt) => {
		const value = 'date' in doubt ? doubt.date.value : 'taken' in doubt ? doubt.taken : ''
		const key = `${doubt.kind} ${value}`
		if (seen.has(key)) return false
		seen.add(key)
		return true
	})
}

import { Temporal } from 'temporal-polyfill'
import type { SwedishDate } from './id.ts'

type Day = Temporal.PlainDate

const day = (date: SwedishDate): Day => Temporal.PlainDate.from(date)

/** Easter Sunday in the Gregorian calendar (Butcher's rule). */
function easter(year: number): Day {
	const a = year % 19
	const b = Math.floor(year / 100)
	const c = year % 100
	const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
	const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
	const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
	return new Temporal.PlainDate(year, Math.floor(f / 31), (f % 31) + 1)
}

/**
 * Days off that can fall on a weekday: the public holidays of the act (1989:253) on public holidays, and the eves that the
 * Annual Leave Act (1977:480) puts on a par with them.
 */
function holidaysOf(year: number): Set<SwedishDate> {
	const sunday = easter(year)
	const fixed = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31']
	// Midsummer Eve: the Friday of 19 to 25 June.
	const nineteenth = new Temporal.PlainDate(year, 6, 19)
	const midsummerEve = nineteenth.add({ days: (5 - nineteenth.dayOfWeek + 7) % 7 })
	const moving = [sunday.subtract({ days: 2 }), sunday.add({ days: 1 }), sunday.add({ days: 39 }), midsummerEve]
	return new Set([...fixed.map((date) => `${year}-${date}`), ...moving.map(String)])
}

/** A day that offices keep open in Sweden: neither Saturday, Sunday, public holiday nor one of their eves. */
export function isWorkingDay(date: SwedishDate): boolean {
	const { dayOfWeek, year } = day(date)
	return dayOfWeek <= 5 && !holidaysOf(year).has(date)
}

/** The working days from one date to another, both included; `avoid` leaves out more of them. */
export function workingDays(
	from: SwedishDate,
	to: SwedishDate,
	avoid: (date: SwedishDate) => boolean = () => false,
): SwedishDate[] {
	const found: SwedishDate[] = []
	const holidays = new Map<number, Set<SwedishDate>>()
	for (let at = day(from), last = day(to); Temporal.PlainDate.compare(at, last) <= 0; at = at.add({ days: 1 })) {
		const off = holidays.get(at.year) ?? holidaysOf(at.year)
		holidays.set(at.year, off)
		const date = at.toString()
		if (at.dayOfWeek <= 5 && !off.has(date) && !avoid(date)) found.push(date)
	}
	return found
}

/** The date so many calendar days later. */
export function addDays(date: SwedishDate, days: number): SwedishDate {
	return day(date).add({ days }).toString()
}

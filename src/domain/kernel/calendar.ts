import { Temporal } from 'temporal-polyfill'
import type { Instant, SwedishDate } from './id.ts'

const STOCKHOLM = 'Europe/Stockholm'

const inStockholm = (instant: Instant) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(STOCKHOLM)

/** The year in Sweden at an instant: the year of the series a statement published then belongs to. */
export function swedishYear(instant: Instant): number {
	return inStockholm(instant).year
}

/** The date in Sweden at an instant. */
export function swedishDate(instant: Instant): SwedishDate {
	return inStockholm(instant).toPlainDate().toString()
}

/** A wall-clock time in Sweden (`HH:MM`) as an instant. A time skipped in spring is moved on an hour; a repeated one is the first. */
export function swedishInstant(date: SwedishDate, time: string): Instant {
	return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(STOCKHOLM).epochMilliseconds
}

/** Whether a wall-clock time comes once that day: not never, as when the clock goes forward, nor twice, as when it goes back. */
export function comesOnce(date: SwedishDate, time: string): boolean {
	const wall = Temporal.PlainDateTime.from(`${date}T${time}`)
	const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
		wall.toZonedDateTime(STOCKHOLM, { disambiguation }),
	)
	return earlier?.epochMilliseconds === later?.epochMilliseconds
}

/** ISO 8601 in UTC, as written into records. */
export function isoInstant(instant: Instant): string {
	return Temporal.Instant.fromEpochMilliseconds(instant).toString()
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** A real date in the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
	if (!DATE.test(text)) return false
	const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
	const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
	return day >= 1 && day <= (lengths[month - 1] ?? 0)
}

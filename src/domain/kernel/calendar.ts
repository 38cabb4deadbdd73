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

/** ISO 8601 in UTC, as written into records. */
export function isoInstant(instant: Instant): string {
	return Temporal.Instant.fromEpochMilliseconds(instant).toString()
}

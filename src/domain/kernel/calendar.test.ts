import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comesOnce, isoInstant, swedishDate, swedishInstant, swedishYear } from './calendar.ts'

const utc = (text: string) => Date.parse(text)

test('the new year begins at midnight in Stockholm, an hour before it does in UTC', () => {
	expect(swedishYear(utc('2022-12-31T22:59:59.999Z'))).toBe(2022)
	expect(swedishYear(utc('2022-12-31T23:00:00.000Z'))).toBe(2023)
	expect(swedishDate(utc('2022-12-31T23:00:00.000Z'))).toBe('2023-01-01')
})

test('in summer the date changes two hours before it does in UTC', () => {
	expect(swedishDate(utc('2022-07-01T21:59:59Z'))).toBe('2022-07-01')
	expect(swedishDate(utc('2022-07-01T22:00:00Z'))).toBe('2022-07-02')
})

test('a wall-clock time is read in the offset of its day', () => {
	expect(swedishInstant('2022-10-14', '10:00')).toBe(utc('2022-10-14T08:00:00Z'))
	expect(swedishInstant('2022-12-14', '10:00')).toBe(utc('2022-12-14T09:00:00Z'))
})

test('a time skipped in spring is moved on an hour', () => {
	expect(swedishInstant('2022-03-27', '01:59')).toBe(utc('2022-03-27T00:59:00Z'))
	expect(swedishInstant('2022-03-27', '02:30')).toBe(utc('2022-03-27T01:30:00Z'))
	expect(swedishInstant('2022-03-27', '03:30')).toBe(utc('2022-03-27T01:30:00Z'))
})

test('a time repeated in autumn is the first of the two', () => {
	expect(swedishInstant('2022-10-30', '02:30')).toBe(utc('2022-10-30T00:30:00Z'))
	expect(swedishInstant('2022-10-30', '03:00')).toBe(utc('2022-10-30T02:00:00Z'))
})

test('only in the hours in which the clock is changed does a time come twice, or never', () => {
	for (const day of ['2022-10-30', '2022-03-27', '2026-10-25']) {
		expect(['01:59', '02:00', '02:30', '02:59', '03:00'].map((time) => comesOnce(day, time))).toEqual([
			...[true, false, false, false, true],
		])
	}
	expect(comesOnce('2022-10-29', '02:30')).toBe(true)
})

test('instants are written in UTC', () => {
	expect(isoInstant(utc('2022-10-14T08:00:00Z'))).toBe('2022-10-14T08:00:00Z')
	expect(isoInstant(utc('2022-10-14T08:00:00.007Z'))).toBe('2022-10-14T08:00:00.007Z')
})

test('midnight of a date is the first instant of that date, all the year round', () => {
	const from = utc('2000-01-01T12:00:00Z')
	fc.assert(
		fc.property(fc.integer({ min: from, max: from + 40 * 365 * 86_400_000 }), (instant) => {
			const date = swedishDate(instant)
			const midnight = swedishInstant(date, '00:00')
			expect(midnight).toBeLessThanOrEqual(instant)
			expect(swedishDate(midnight)).toBe(date)
			expect(swedishDate(midnight - 1)).not.toBe(date)
			expect(String(swedishYear(instant))).toBe(date.slice(0, 4))
		}),
	)
})

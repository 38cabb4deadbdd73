import { expect, it } from 'vitest'
import {
	daysUntil,
	formatCount,
	formatDate,
	formatDateTime,
	formatDaysLeft,
	formatEither,
	formatList,
	formatLongDate,
	formatLongDateTime,
	formatNumber,
	formatPercent,
	swedishDateOf,
} from '#i18n/format.ts'

const now = Date.parse('2022-10-11T12:05:00Z')

it('writes a date as people write it', () => {
	expect(formatDate('sv', '2022-10-14')).toBe('14 oktober 2022')
	expect(formatLongDate('sv', '2022-10-14')).toBe('fredag 14 oktober 2022')
	expect(formatDate('en', '2022-10-04')).toBe('4 October 2022')
	expect(formatLongDate('en', '2022-10-14')).toBe('Friday 14 October 2022')
})

it('tells an instant in Swedish time, in both languages, summer and winter', () => {
	expect(formatDateTime('sv', Date.parse('2022-10-14T14:00:00Z'))).toBe('14 oktober 2022 kl. 16.00')
	expect(formatLongDateTime('sv', Date.parse('2022-12-31T23:30:00Z'))).toBe('söndag 1 januari 2023 kl. 00.30')
	expect(formatDateTime('en', Date.parse('2022-10-14T14:00:00Z'))).toBe('14 October 2022, 16:00')
})

it('takes the date in Sweden, not in UTC', () => {
	expect(swedishDateOf(Date.parse('2022-10-13T22:00:00Z'))).toBe('2022-10-14')
	expect(swedishDateOf(Date.parse('2022-10-13T21:59:59Z'))).toBe('2022-10-13')
})

it('counts calendar days in Sweden, across the changes of the clocks', () => {
	expect(daysUntil('2022-10-14', now)).toBe(3)
	expect(daysUntil('2022-10-11', now)).toBe(0)
	expect(daysUntil('2022-10-10', now)).toBe(-1)
	expect(daysUntil('2022-11-11', now)).toBe(31)
	expect(daysUntil('2023-04-11', now)).toBe(182)
	expect(daysUntil(Date.parse('2022-10-11T22:30:00Z'), now)).toBe(1)
})

it('says how many days are left', () => {
	expect(formatDaysLeft('sv', '2022-10-14', now)).toBe('om 3 dagar')
	expect(formatDaysLeft('sv', '2022-10-12', now)).toBe('i morgon')
	expect(formatDaysLeft('sv', '2022-10-11', now)).toBe('i dag')
	expect(formatDaysLeft('sv', '2022-10-06', now)).toBe('för 5 dagar sedan')
	expect(formatDaysLeft('en', '2022-10-14', now)).toBe('in 3 days')
})

it('keeps the figures of a number together', () => {
	expect(formatNumber('sv', 12_345)).toBe('12\u00a0345')
	expect(formatNumber('en', 12_345)).toBe('12,345')
	expect(formatPercent('sv', 0.667)).toBe('67\u00a0%')
	expect(formatPercent('en', 0.667)).toBe('67%')
})

it('counts with the right form of the word', () => {
	expect(formatCount('sv', 1, 'kommentar', 'kommentarer')).toBe('1 kommentar')
	expect(formatCount('sv', 0, 'kommentar', 'kommentarer')).toBe('0 kommentarer')
	expect(formatCount('en', 1000, 'comment', 'comments')).toBe('1,000 comments')
})

it('lists names with and, or with or', () => {
	expect(formatList('sv', ['AnBo', 'FMN', 'Sane'])).toBe('AnBo, FMN och Sane')
	expect(formatList('en', ['AnBo', 'FMN', 'Sane'])).toBe('AnBo, FMN and Sane')
	expect(formatEither('sv', ['ordföranden', 'handläggaren'])).toBe('ordföranden eller handläggaren')
})

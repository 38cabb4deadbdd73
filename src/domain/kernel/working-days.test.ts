import { expect, test } from 'vitest'
import { addDays, isWorkingDay, workingDays } from './working-days.ts'

test.each([
	['2026-01-01', 'nyårsdagen'],
	['2026-01-06', 'trettondedag jul'],
	['2026-04-03', 'långfredagen'],
	['2026-04-06', 'annandag påsk'],
	['2025-05-01', 'första maj'],
	['2026-05-14', 'Kristi himmelsfärdsdag'],
	['2025-06-06', 'nationaldagen'],
	['2026-06-19', 'midsommarafton'],
	['2027-06-25', 'midsommarafton'],
	['2026-12-24', 'julafton'],
	['2025-12-26', 'annandag jul'],
	['2026-12-31', 'nyårsafton'],
	['2026-11-21', 'a Saturday'],
	['2026-11-22', 'a Sunday'],
])('%s is off: %s', (date) => {
	expect(isWorkingDay(date)).toBe(false)
})

test.each(['2026-01-02', '2026-04-07', '2026-05-15', '2026-06-18', '2026-12-23', '2026-12-28', '2026-11-23'])(
	'%s is a working day',
	(date) => {
		expect(isWorkingDay(date)).toBe(true)
	},
)

test.each([
	['2000-04-21', '2000-04-24'],
	['2008-03-21', '2008-03-24'],
	['2011-04-22', '2011-04-25'],
	['2038-04-23', '2038-04-26'],
	['2049-04-16', '2049-04-19'],
])('Easter is off from Friday %s to Monday %s, and nothing round it', (friday, monday) => {
	expect(workingDays(addDays(friday, -4), addDays(monday, 4))).toEqual(
		[-4, -3, -2, -1, 4, 5, 6, 7].map((days) => addDays(friday, days)),
	)
})

test('lists the working days between two dates, both included', () => {
	expect(workingDays('2026-12-22', '2027-01-04')).toEqual([
		'2026-12-22',
		'2026-12-23',
		'2026-12-28',
		'2026-12-29',
		'2026-12-30',
		'2027-01-04',
	])
	expect(workingDays('2026-12-26', '2026-12-27')).toEqual([])
	expect(workingDays('2026-12-23', '2026-12-22')).toEqual([])
	expect(workingDays('2026-11-23', '2026-11-25', (date) => date === '2026-11-24')).toEqual(['2026-11-23', '2026-11-25'])
})

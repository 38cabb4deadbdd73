import { expect, test } from 'vitest'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { NotificationSubject } from '#domain/kernel/notification.ts'
import { linkUntil, overAt } from './letter-link.ts'

const NOW = swedishInstant('2022-10-03', '09:00')
const DAY = 24 * 60 * 60 * 1000

test.each([
	['nothing that ends', null, '2022-10-10'],
	['over tomorrow', NOW + DAY, '2022-10-10'],
	['over before it was written', NOW - DAY, '2022-10-10'],
	['over in five weeks', swedishInstant('2022-11-07', '23:59'), '2022-11-07'],
	['over after the clock has been set back', swedishInstant('2022-10-30', '12:00'), '2022-10-30'],
	['over next year', NOW + 300 * DAY, '2022-12-02'],
	['never over', Number.POSITIVE_INFINITY, '2022-12-02'],
])('the link of a letter about what is %s is good to the end of a day: %s, %s', (_what, over, lastDay) => {
	const until = linkUntil(over, NOW)
	expect(until).toBeGreaterThan(swedishInstant(lastDay, '23:59'))
	expect(until).toBeLessThanOrEqual(swedishInstant(lastDay, '23:59') + 60_000)
})

const asked = { statementId: 's', title: 'T', dueAt: NOW + 9 * DAY, track: 'full' } as const
const at = NOW + 20 * DAY
const subjects: readonly (readonly [NotificationSubject, number | null])[] = [
	[{ ...asked, kind: 'consultation', commentsOnly: false }, asked.dueAt],
	[{ ...asked, kind: 'consultation', commentsOnly: false, dueAt: null }, null],
	[{ ...asked, kind: 'ballot', ballotId: 'b', urgent: null, how: 'opened', voted: false }, asked.dueAt],
	[{ ...asked, kind: 'signoff' }, asked.dueAt],
	[{ kind: 'invitation', by: null }, Number.POSITIVE_INFINITY],
	[{ kind: 'unseated', own: true, seatId: 's', role: 'delegate', by: 'chair', takeBackUntil: at }, at],
	[{ kind: 'seatTakenBack' }, null],
	[{ kind: 'bylaws', chosen: 'standard', former: { preset: 'standard', until: at }, by: 'chair', times: 1 }, at],
	[
		{
			kind: 'members',
			changes: [
				{ what: 'added', names: ['A'], from: at, by: 'chair' },
				{ what: 'leaves', name: 'B', at: null, by: 'chair' },
			],
		},
		at,
	],
]

test.each(subjects)('what a letter is about is over when its time is: $kind', (subject, over) => {
	expect(overAt(subject)).toBe(over)
})

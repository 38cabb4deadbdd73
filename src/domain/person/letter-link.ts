import { DAY_MS } from '#domain/deciding/least-time.ts'
import { swedishDate, swedishInstant } from '#domain/kernel/calendar.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { MemberChange, NotificationSubject } from '#domain/kernel/notification.ts'

/** A letter's link is good for a week, whatever it is about. */
const LEAST_MS = 7 * DAY_MS
/** And for no longer than two months: letters are passed on, and mailboxes change hands. */
const MOST_MS = 60 * DAY_MS

/** How long it is kept to whom a letter went, from when it was written, so that a link that is too old leads to a new one: half a year. */
export const LETTER_KEPT_MS = 180 * DAY_MS

/**
 * Until when the link in a letter is good that is written now: until what it is about is over, within limits, and to the end of
 * that day in Sweden, since a letter names a day.
 */
export function linkUntil(over: Instant | null, now: Instant): Instant {
	const until = Math.min(Math.max(over ?? 0, now + LEAST_MS), now + MOST_MS)
	return swedishInstant(swedishDate(until + DAY_MS), '00:00')
}

/** When what a letter is about is over; null where no time is set for it. A seat has no end, so who is invited has as long as a link may live. */
export function overAt(subject: NotificationSubject): Instant | null {
	if ('dueAt' in subject) return subject.dueAt
	switch (subject.kind) {
		case 'invitation':
			return Number.POSITIVE_INFINITY
		case 'unseated':
			return subject.takeBackUntil
		case 'bylaws':
			return subject.former?.until ?? null
		case 'members':
			return Math.max(...subject.changes.map(inForceAt))
		default:
			return null
	}
}

function inForceAt(change: MemberChange): Instant {
	if (change.what === 'added') return change.from ?? 0
	return change.what === 'leaves' ? (change.at ?? 0) : 0
}

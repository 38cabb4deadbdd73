import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { NOTE_LIMIT, requiredText } from '#domain/kernel/text.ts'

export const DAY_MS = 24 * 60 * 60 * 1000

type LeastTime = {
	readonly field: string
	/** The deadline, and from when on the days of 24 hours are counted. */
	readonly at: Instant
	readonly from: Instant
	readonly days: number
	/** What would do besides a later day. */
	readonly remedy: 'reason' | 'fullTrack' | 'none'
}

/** Refuses a deadline that comes sooner than so many days after the start. */
export function leastTime({ field, at, from, days, remedy }: LeastTime): Result<Instant, Rejection> {
	const earliest = from + days * DAY_MS
	return at < earliest ? refuse({ code: 'tooLittleTime', field, days, earliest, remedy }) : ok(at)
}

/** The longest that associations are asked about an amendment, whose words and with them the text wait for it. Days of 24 hours. */
const MOST_DAYS = 60

/** Refuses a deadline for an answer about amendments that comes later than that, unless the bylaws promise more. */
export function mostTime(field: string, at: Instant, from: Instant, promised: number): Result<Instant, Rejection> {
	const days = Math.max(MOST_DAYS, promised)
	const latest = from + days * DAY_MS
	return at > latest ? refuse({ code: 'tooMuchTime', field, days, latest }) : ok(at)
}

/** Less time is given only with a reason, which is published. Where there is enough, nothing is urgent, whatever was typed. */
export function urgencyOf(time: Result<Instant, Rejection>, reason = ''): Result<string | null, Rejection> {
	if (time.ok) return ok(null)
	return reason.trim() === '' ? time : requiredText('urgent', reason, NOTE_LIMIT)
}

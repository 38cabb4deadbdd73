import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { oneLine, optionalText, TITLE_LIMIT } from '#domain/kernel/text.ts'
import type { Role, Seat } from '#domain/members/seats.ts'

/** What an association has said last, for everybody to read, against something that the chair did alone; or took back. */
export type StandingWord = {
	readonly standing: boolean
	readonly reason: string
	/** Of the seat it was said from. */
	readonly role: Role | null
	readonly at: Instant
}

/**
 * How long a seat has been held before an objection can be taken back from it that somebody else made: whoever gives seats
 * would otherwise seat somebody who does not object. By then all in the association were told of the seat.
 */
const SETTLED_MS = 7 * 24 * 60 * 60_000

/**
 * The reason to be recorded of an objection from a seat, which may be empty; null: it stands already in these words. Said in other
 * words it would be said anew, so a seat from which it cannot be taken back does not change them either.
 */
export function newWord(
	seat: Seat,
	current: StandingWord | null,
	given: string,
	now: Instant,
): Result<string | null, Rejection> {
	const spoken = speaksLast(seat.role, current)
	if (!spoken.ok) return spoken
	const reason = optionalText('reason', oneLine(given), TITLE_LIMIT)
	if (!reason.ok) return reason
	if (!current?.standing) return reason
	if (current.reason === reason.value) return ok(null)
	const settled = isSettled(seat, current, now)
	return settled.ok ? reason : settled
}

/** Whether there is something to be taken back from a seat: not from one that somebody was given only after it was said, until they have held it for a week. */
export function mayTakeBack(seat: Seat, current: StandingWord | null, now: Instant): Result<boolean, Rejection> {
	if (!current?.standing) return ok(false)
	const spoken = speaksLast(seat.role, current)
	if (!spoken.ok) return spoken
	const settled = isSettled(seat, current, now)
	return settled.ok ? ok(true) : settled
}

/** A deputy does not speak against what the delegate has said. */
function speaksLast(role: Role, current: StandingWord | null): Result<null, Rejection> {
	return role === 'deputy' && current?.role === 'delegate' ? refuse({ code: 'delegateHasSpoken' }) : ok(null)
}

function isSettled({ givenAt }: Seat, { at }: StandingWord, now: Instant): Result<null, Rejection> {
	const from = givenAt <= at ? givenAt : givenAt + SETTLED_MS
	return now < from ? refuse({ code: 'contestedBefore', at, from }) : ok(null)
}

import type { Instant } from './id.ts'
import type { Rejection } from './rejection.ts'
import { ok, type Result, refuse } from './result.ts'

/** A deadline further away than ten years is a slip of the finger. */
export const FURTHEST_DEADLINE_MS = 3653 * 24 * 60 * 60 * 1000

/** A deadline that is set now: an instant yet to come. */
export function futureDeadline(field: string, at: Instant, now: Instant): Result<Instant, Rejection> {
	if (at <= now) return refuse({ code: 'deadlinePassed', field })
	const real = Number.isInteger(at) && at - now <= FURTHEST_DEADLINE_MS
	return real ? ok(at) : refuse({ code: 'invalid', field })
}

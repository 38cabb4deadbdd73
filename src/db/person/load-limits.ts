import type { InValue } from '@libsql/client/web'
import * as z from 'zod'
import type { Query } from '#db/client.ts'
import type { Condition } from '#db/guards.ts'
import { firstValue, flag } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'

/** A window that began after the one instant, and not after the other: one from the future is from before the clock was set back. */
type Window = { readonly times: number; readonly after: Instant; readonly until: Instant }

/** Since when as much was counted under a key as its window takes; null where it has a turn left. */
export function fullSinceQuery(key: string, { times, after, until }: Window): Query<Instant | null> {
	return firstValue(
		'SELECT since FROM rate_limit WHERE key = ? AND ? < since AND since <= ? AND ? <= count',
		[key, after, until, times],
		z.number(),
	)
}

/** Whether one of the persons for whom `persons` holds, a condition on `known_browser`, has signed in in this browser before. */
export function knownQuery(browserHash: string, persons: Condition, now: Instant): Query<boolean | null> {
	const args: InValue[] = [browserHash, now, ...persons.args]
	return firstValue(
		`SELECT EXISTS (SELECT 1 FROM known_browser WHERE hash = ? AND ? < expires_at AND ${persons.sql})`,
		args,
		flag,
	)
}

import type { Condition } from '#db/guards.ts'
import { fullSinceQuery } from '#db/person/load-limits.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { LimitName } from '#usecases/log.ts'
import type { Deps } from '#usecases/perform.ts'

export const MINUTE_MS = 60_000

/** What was counted longer ago counts for nothing, and is forgotten. */
export const LONGEST_WINDOW_MS = 60 * MINUTE_MS

/** How a key begins under which something is counted for a day. Of where anybody is none tells. */
export const DAY_KEY = 'day:'

/** How often something may be tried in a window, and the key under which that is counted: a hash, so that it names nobody. */
export type Limit = {
	readonly name: LimitName
	readonly key: string
	readonly times: number
	readonly windowMs: number
}

/** What an attempt needs: a turn under all of the first, and under one at least of the second, where there are any. */
export type Limits = { readonly all: readonly Limit[]; readonly oneOf?: readonly Limit[] }

/**
 * Counts an attempt, or refuses with the minutes to wait. Counted before what is tried is looked at, so that a thousand
 * attempts at once are a thousand attempts.
 */
export async function takeTurn(deps: Deps, limits: Limits): Promise<Result<null, Rejection>> {
	const now = deps.now()
	const counted = await deps.db.write(listOf(limits).map((limit) => counting(limit, now)))
	if (allowed(limits, (_limit, index) => counted[index] === 1)) return ok(null)
	const since = await deps.db.read<(Instant | null)[]>(...fullSince(limits, now))
	return refusalIn(deps, limits, since, now) ?? refuse({ code: 'tooManyTries', minutes: 1 })
}

const listOf = ({ all, oneOf = [] }: Limits): readonly Limit[] => [...all, ...oneOf]

/** Since when each limit is full; null for those that are not. */
export const fullSince = (limits: Limits, now: Instant) =>
	listOf(limits).map(({ key, times, windowMs }) => fullSinceQuery(key, { times, after: now - windowMs, until: now }))

/** What follows from since when each limit is full. */
export function refusalIn(
	deps: Deps,
	limits: Limits,
	since: readonly (Instant | null)[],
	now: Instant,
): Result<never, Rejection> | null {
	if (allowed(limits, (_limit, index) => since[index] === null)) return null
	const full = listOf(limits).flatMap((limit, index) => {
		const from = since[index]
		return from === null || from === undefined ? [] : [{ limit, until: from + limit.windowMs }]
	})
	const first = full.find(({ limit }) => limits.all.includes(limit)) ?? full.toSorted((a, b) => a.until - b.until)[0]
	if (first) deps.log?.({ event: 'limitReached', limit: first.limit.name })
	const left = (first?.until ?? now) - now
	return refuse({ code: 'tooManyTries', minutes: Math.max(1, Math.ceil(left / MINUTE_MS)) })
}

function allowed({ all, oneOf = [] }: Limits, open: (limit: Limit, index: number) => boolean): boolean {
	const other = oneOf.some((limit, index) => open(limit, all.length + index))
	return all.every(open) && (oneOf.length === 0 || other)
}

/** Whether a limit has a turn left. */
export const hasTurn = ({ key, times, windowMs }: Limit, now: Instant): Condition => ({
	sql: 'NOT EXISTS (SELECT 1 FROM rate_limit WHERE key = ? AND ? < since AND since <= ? AND ? <= count)',
	args: [key, now - windowMs, now, times],
})

const ALWAYS: Condition = { sql: 'true', args: [] }

/**
 * Changes one row, or none when the window is full or the condition does not hold. A window from the future is one from before
 * the clock was set back.
 */
export function counting({ key, times, windowMs }: Limit, now: Instant, when: Condition = ALWAYS) {
	const over = '(since <= ? OR ? < since)'
	const isOver = [now - windowMs, now]
	return {
		sql: `INSERT INTO rate_limit (key, since, count) SELECT ?, ?, 1 WHERE ${when.sql} ON CONFLICT (key) DO UPDATE SET
				count = CASE WHEN ${over} THEN 1 ELSE count + 1 END, since = CASE WHEN ${over} THEN ? ELSE since END
			WHERE ${over} OR count < ?`,
		args: [key, now, ...when.args, ...isOver, ...isOver, now, ...isOver, times],
	}
}

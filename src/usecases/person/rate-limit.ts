import { triedSinceQuery } from '#db/person/load-directory.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { Deps } from '#usecases/perform.ts'

const MINUTE_MS = 60_000

/** What is counted, and how often it may be tried in a window. */
export type Limit = { readonly of: string; readonly times: number; readonly windowMs: number }

/** What a limit is kept under: a hash, so that the table names nobody. */
export const limitKey = ({ of }: Pick<Limit, 'of'>) => sha256(`limit:${of}`)

/**
 * Counts an attempt under each limit, or refuses with the minutes to wait. Counted before what is tried is looked at, so
 * that a thousand attempts at once are a thousand attempts.
 */
export async function takeTurn(deps: Deps, limits: readonly Limit[]): Promise<Result<null, Rejection>> {
	const now = deps.now()
	const keys = await Promise.all(limits.map(limitKey))
	const counted = await deps.db.write(limits.map((limit, index) => countOne(limit, keys[index] ?? '', now)))
	const reached = counted.indexOf(0)
	const limit = limits[reached]
	if (limit === undefined) return ok(null)
	const [since] = await deps.db.read(triedSinceQuery(keys[reached] ?? ''))
	const until = (since ?? now) + limit.windowMs
	return refuse({ code: 'tooManyTries', minutes: Math.max(1, Math.ceil((until - now) / MINUTE_MS)) })
}

/** Changes one row, or none when the window is full. A window from the future is one from before the clock was set back. */
function countOne({ times, windowMs }: Limit, key: string, now: Instant) {
	const begun = now - windowMs
	return {
		sql: `INSERT INTO rate_limit (key, since, count) VALUES (?1, ?2, 1)
			ON CONFLICT (key) DO UPDATE SET
				count = CASE WHEN since <= ?3 OR ?2 < since THEN 1 ELSE count + 1 END,
				since = CASE WHEN since <= ?3 OR ?2 < since THEN ?2 ELSE since END
			WHERE since <= ?3 OR ?2 < since OR count < ?4`,
		args: [key, now, begun, times],
	}
}

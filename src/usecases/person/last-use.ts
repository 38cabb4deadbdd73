import type { ActorRef } from '#db/members/load-actor.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { IDLE_MS, SESSION_MS } from '#domain/person/lasting.ts'
import type { Deps } from '#usecases/perform.ts'

/** How exactly the last use is known: writing it down at every request would cost more than the request. */
const HOUR_MS = 60 * 60_000

/** Whether it is time to note a use. A note from the future is one from before the clock was set back. */
export function isUseDue(lastUsedAt: Instant | null, now: Instant): boolean {
	return lastUsedAt === null || now - lastUsedAt >= HOUR_MS || now < lastUsedAt
}

/**
 * Notes that a session or a token was used, at most hourly, however many ask for it at once. A session goes on from here, up to
 * its longest life; one that has run out meanwhile stays so.
 */
export async function noteUse(deps: Deps, ref: ActorRef): Promise<void> {
	if (ref.by !== 'session' && ref.by !== 'token') return
	const now = deps.now()
	const [table, also] =
		ref.by === 'session'
			? ['session', `, expires_at = MIN(created_at + ${SESSION_MS}, ?1 + ${IDLE_MS})`]
			: ['token', '']
	await deps.db.write([
		{
			sql: `UPDATE ${table} SET last_used_at = ?1${also} WHERE hash = ?2 AND ?1 < expires_at
				AND (last_used_at IS NULL OR last_used_at <= ?1 - ${HOUR_MS} OR ?1 < last_used_at)`,
			args: [now, ref.hash],
		},
	])
}

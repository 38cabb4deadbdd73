import type { ActorRef } from '#db/members/load-actor.ts'
import { askingQuery } from '#db/person/load-directory.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Deps } from '#usecases/perform.ts'

const NAME = /^[0-9a-f]{16}$/

/**
 * Ends sessions of whoever asks: the one that `which` names, or with `others` all but the one that asks. Ending one that is
 * over, or another person's, changes nothing, and which of these it was is not told. Links that were used sign in nowhere from
 * then on: which browser a session was in is not kept, and whoever has it may have the link.
 */
export async function endSessions(deps: Deps, actor: ActorRef | null, which: string): Promise<Result<null, Rejection>> {
	if (actor?.by !== 'session') return refuse({ code: 'signInRequired' })
	const [personId] = await deps.db.read<[PersonId | null]>(askingQuery(actor, deps.now()))
	if (personId === null) return refuse({ code: 'signInRequired' })
	if (which !== 'others' && !NAME.test(which)) return refuse({ code: 'notFound' })
	await deps.db.write([
		{ sql: 'UPDATE known_browser SET left_at = ? WHERE person_id = ?', args: [deps.now(), personId] },
		which === 'others'
			? { sql: 'DELETE FROM session WHERE person_id = ? AND hash <> ?', args: [personId, actor.hash] }
			: { sql: 'DELETE FROM session WHERE person_id = ? AND substr(hash, 1, 16) = ?', args: [personId, which] },
	])
	return ok(null)
}

import { dueTellingsQuery, type Telling } from '#db/person/load-tellings.ts'
import type { Deps } from '#usecases/perform.ts'
import { DAY_MS } from './sessions.ts'

export type { Telling } from '#db/person/load-tellings.ts'

/** Longer than sending takes, so that nobody else takes up what is being sent. */
const PAUSE_MS = 10 * 60_000
/** After a week of attempts the address is not going to answer. */
const GIVEN_UP_AFTER_MS = 7 * DAY_MS

/** Takes up to `limit` new cards and tokens that their persons are to be told of. Each is taken by one worker. */
export async function takeTellings(deps: Deps, limit: number): Promise<Telling[]> {
	const now = deps.now()
	const [due] = await deps.db.read<[Telling[]]>(dueTellingsQuery(now, limit))
	if (due.length === 0) return []
	const taken = await deps.db.write(
		due.map((telling) => {
			const next = now - telling.createdAt > GIVEN_UP_AFTER_MS ? null : now + PAUSE_MS
			return moved(telling, next, telling.tellAt)
		}),
	)
	return due.filter((_telling, index) => taken[index] === 1)
}

/** Notes that nothing remains to be told of these. */
export async function noteTold(deps: Deps, tellings: readonly Telling[]): Promise<void> {
	if (tellings.length > 0) await deps.db.write(tellings.map((telling) => moved(telling, null, null)))
}

/** `from`: only where it still stands there; null: wherever it stands. */
function moved({ what, key }: Telling, to: number | null, from: number | null) {
	const [table, id] = what === 'card' ? ['card', 'handle'] : ['token', 'hash']
	return {
		sql: `UPDATE ${table} SET tell_at = ?1 WHERE ${id} = ?2 AND (?3 IS NULL OR tell_at = ?3)`,
		args: [to, key, from],
	}
}

import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { readHandle } from './cards.ts'
import { type CodeDeps, plainHash, possible } from './codes.ts'
import { type Limit, limitKey, takeTurn } from './rate-limit.ts'
import { readCode } from './secrets.ts'
import { type NewSession, type Proof, signInBy } from './sessions.ts'

const WINDOW_MS = 15 * 60_000
/** Handles that do not exist are counted too, so that nobody can tell which do. */
const perHandle = (handle: string): Limit => ({ of: `card:${handle}`, times: 10, windowMs: WINDOW_MS })
const inAll: Limit = { of: 'card', times: 500, windowMs: WINDOW_MS }

/** Signs in by a card's handle and one of its codes, which is then used. */
export async function redeemCard(
	deps: CodeDeps,
	command: { readonly handle: string; readonly code: string; readonly previous: string | null },
): Promise<Result<NewSession, Rejection>> {
	const handle = readHandle(command.handle)
	const limit = perHandle(handle)
	const turn = await takeTurn(deps, [limit, inAll])
	if (!turn.ok) return turn
	const hashes = await possible(deps.codeKeys, await plainHash('card', handle, readCode(command.code)))
	const proof = cardProof(handle, hashes, deps.now(), await limitKey(limit))
	const session = await signInBy(deps, proof, command.previous)
	return session ? ok(session) : refuse({ code: 'wrongCard', field: 'code' })
}

function cardProof(handle: string, hashes: readonly string[], now: Instant, limit: string): Proof {
	const oneOf = 'IN (SELECT value FROM json_each(?))'
	const list = JSON.stringify(hashes)
	return {
		personOf: {
			sql: `SELECT person.id, 'card' AS way FROM card JOIN card_code USING (handle) JOIN person ON person.id = card.person_id
				WHERE card.handle = ? AND card.revoked_at IS NULL AND card_code.code_hash ${oneOf} AND card_code.used_at IS NULL
				AND person.erased_at IS NULL`,
			args: [handle, list],
		},
		useUp: {
			sql: `UPDATE card_code SET used_at = ? WHERE handle = ? AND code_hash ${oneOf} AND used_at IS NULL`,
			args: [now, handle, list],
		},
		also: [{ sql: 'DELETE FROM rate_limit WHERE key = ?', args: [limit] }],
	}
}

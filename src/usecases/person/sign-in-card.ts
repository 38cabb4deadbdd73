import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { readHandle } from './cards.ts'
import { type CodeDeps, plainHash, possible } from './codes.ts'
import { arrive, limitKey, type Place, type Whence } from './places.ts'
import type { Limits } from './rate-limit.ts'
import { readCode } from './secrets.ts'
import { type BrowserBefore, type NewSession, type Proof, signInBy } from './sessions.ts'

const WINDOW_MS = 15 * 60_000

/** Of whatever card: as many as a network with several cards in it may need. */
const WRONG_FROM_A_PLACE = 20
/** Of one card, from wherever. */
const WRONG_OF_A_CARD = 10
/** Of one card, from one place, also where others have used up the ten: so that strangers make nobody's card rest. */
const ALWAYS_FROM_A_PLACE = 3

/** Handles that do not exist are counted too, so that nobody can tell which do. */
async function limitsOf(deps: CodeDeps, handle: string, { key }: Place): Promise<Required<Limits>> {
	const all = { name: 'cardsFromPlace', key: `cards ${key}`, times: WRONG_FROM_A_PLACE, windowMs: WINDOW_MS } as const
	const here = await limitKey(deps, `card:${handle}:${key}`)
	const anywhere = await limitKey(deps, `card:${handle}`)
	return {
		all: [all],
		oneOf: [
			{ name: 'card', key: here, times: ALWAYS_FROM_A_PLACE, windowMs: WINDOW_MS },
			{ name: 'card', key: anywhere, times: WRONG_OF_A_CARD, windowMs: WINDOW_MS },
		],
	}
}

/** Signs in by a card's handle and one of its codes, which is then used. */
export async function redeemCard(
	deps: CodeDeps,
	command: {
		readonly handle: string
		readonly code: string
		readonly whence: Whence
		readonly browser: BrowserBefore
	},
): Promise<Result<NewSession, Rejection>> {
	const handle = readHandle(command.handle)
	const itsPerson = { sql: 'person_id = (SELECT person_id FROM card WHERE handle = ?)', args: [handle] }
	const limitsAt = (place: Place) => limitsOf(deps, handle, place)
	const arrived = await arrive(deps, command.whence, itsPerson, limitsAt)
	if (!arrived.ok) return arrived
	const hashes = await possible(deps.codeKeys, await plainHash('card', handle, readCode(command.code)))
	const proof = cardProof(handle, hashes, deps.now(), await limitsAt(arrived.value))
	const session = await signInBy(deps, proof, command.browser)
	if (session) return ok(session)
	deps.log?.({ event: 'signInRefused', why: 'wrongCard' })
	return refuse({ code: 'wrongCard', field: 'code' })
}

function cardProof(handle: string, hashes: readonly string[], now: Instant, limits: Required<Limits>): Proof {
	const oneOf = 'IN (SELECT value FROM json_each(?))'
	const list = JSON.stringify(hashes)
	return {
		by: 'card',
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
		// Wrong codes are what is limited: the right one is not counted, and begins the counting of the card's anew.
		also: [
			...limits.all.map(({ key }) => ({ sql: 'UPDATE rate_limit SET count = count - 1 WHERE key = ?', args: [key] })),
			...limits.oneOf.map(({ key }) => ({ sql: 'DELETE FROM rate_limit WHERE key = ?', args: [key] })),
		],
	}
}

import { allOf } from '#db/client.ts'
import { conditionOf } from '#db/guards.ts'
import { actorQuery, type LoadedActor } from '#db/load-actor.ts'
import { seatedPersonQuery } from '#db/load-directory.ts'
import type { Instant, PersonId, SeatId } from '#domain/id.ts'
import type { Rejection } from '#domain/rejection.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type Actor, COALITION_ROLES, recentlyAuthenticated, seatFor } from '#domain/seats.ts'
import { CARD_WORDS } from './card-words.ts'
import { sha256 } from './hashing.ts'
import type { Deps, Order } from './perform.ts'
import { newCode, randomBelow, readCode, showCode } from './secrets.ts'

/** How many codes a card has. Each signs its person in once. */
const CODES_ON_A_CARD = 10

/** A card to be printed. The codes are shown this once; what is stored are hashes. */
export type IssuedCard = {
	/** What the card is called: `SOL-412`. No secret. */
	readonly handle: string
	/** As printed: `ABCD-EFGH`. */
	readonly codes: readonly string[]
	readonly personId: PersonId
	readonly at: Instant
}

/**
 * Makes a card for the person in a seat; their earlier cards are over. For chair and secretary, shortly after they showed
 * who they are. A card opens all that its person may do, so where they have a seat in another coalition too, or are the
 * operator, only the operator may print one. No access token can.
 */
export async function issueCard(
	deps: Deps,
	order: Order<{ readonly seatId: SeatId }>,
): Promise<Result<IssuedCard, Rejection>> {
	const now = deps.now()
	const [{ who, seated }] = await deps.db.read<[Found]>(
		allOf({
			who: actorQuery(order.actor, order.coalition, now),
			seated: seatedPersonQuery(order.coalition, order.command.seatId, now),
		}),
	)
	if (who === null) return refuse({ code: 'signInRequired' })
	const guard = mayIssue(who, seated, now)
	if (!guard.ok) return guard
	if (seated === null) return refuse({ code: 'notFound' })
	for (;;) {
		const card = { handle: newHandle(), codes: Array.from({ length: CODES_ON_A_CARD }, newCode) }
		const saved = await saveCard(deps, card, {
			personId: seated.personId,
			by: who.actor.personId,
			guard: guard.value,
			now,
		})
		if (saved === 'refused') return refuse({ code: 'notAllowed', needs: COALITION_ROLES })
		if (saved === 'saved') {
			return ok({ handle: card.handle, codes: card.codes.map(showCode), personId: seated.personId, at: now })
		}
	}
}

type Seated = { readonly personId: PersonId; readonly operator: boolean; readonly elsewhere: boolean }
type Found = { readonly who: LoadedActor | null; readonly seated: Seated | null }
type Condition = ReturnType<typeof conditionOf>

/** What must still hold when the card is saved. */
function mayIssue({ actor, scopes }: LoadedActor, seated: Seated | null, now: Instant): Result<Condition, Rejection> {
	if (scopes !== null) return refuse({ code: 'notAllowed', needs: COALITION_ROLES })
	if (!recentlyAuthenticated(actor, now)) return refuse({ code: 'reauthenticate' })
	if (actor.operator) return ok({ sql: '1', args: [] })
	const seat = seatFor(actor, COALITION_ROLES, now)
	if (!seat.ok) return seat
	if (seated?.operator || seated?.elsewhere) return refuse({ code: 'cardElsewhere' })
	return ok(conditionOf({ kind: 'seated', seatId: seat.value.id, now }))
}

const newHandle = () => `${CARD_WORDS[randomBelow(CARD_WORDS.length)]}-${100 + randomBelow(900)}`

type Saving = {
	readonly personId: PersonId
	readonly by: Actor['personId']
	readonly guard: Condition
	readonly now: Instant
}

/** Each statement hangs on the one before it by `changes()`. A handle that is taken takes the whole batch down. */
async function saveCard(
	{ db }: Deps,
	{ handle, codes }: { readonly handle: string; readonly codes: readonly string[] },
	{ personId, by, guard, now }: Saving,
): Promise<'saved' | 'refused' | 'taken'> {
	const hashes = JSON.stringify(await Promise.all(codes.map((code) => cardCodeHash(handle, code))))
	try {
		const [made] = await db.write([
			{
				sql: `INSERT INTO card (handle, person_id, issued_by, created_at) SELECT ?, ?, ?, ? WHERE ${guard.sql}`,
				args: [handle, personId, by, now, ...guard.args],
			},
			{
				sql: 'INSERT INTO card_code (handle, code_hash) SELECT ?, value FROM json_each(?) WHERE changes() = 1',
				args: [handle, hashes],
			},
			{
				sql: `UPDATE card SET revoked_at = ?
					WHERE changes() = ? AND person_id = ? AND handle <> ? AND revoked_at IS NULL`,
				args: [now, CODES_ON_A_CARD, personId, handle],
			},
		])
		return made === 1 ? 'saved' : 'refused'
	} catch (error) {
		if (error instanceof Error && /UNIQUE constraint failed: card\.handle/.test(error.message)) return 'taken'
		throw error
	}
}

export const cardCodeHash = (handle: string, code: string) => sha256(`card:${handle}:${code}`)

/** A handle as it is stored, from whatever way it was typed. */
export function readHandle(typed: string): string {
	const [, word = '', number = ''] = /^(\D+)(\d+)$/.exec(readCode(typed)) ?? []
	return `${word}-${number}`.slice(0, 40)
}

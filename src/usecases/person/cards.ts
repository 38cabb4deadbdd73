import { conditionOf } from '#db/guards.ts'
import { actorQuery, type LoadedActor } from '#db/members/load-actor.ts'
import { seatedInQuery, takenHandlesQuery } from '#db/person/load-directory.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { Instant, PersonId, SeatId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { permit, recentlyAuthenticated } from '#domain/members/authority.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import type { Order } from '#usecases/perform.ts'
import { CARD_WORDS } from './card-words.ts'
import { type CodeDeps, keyed, plainHash } from './codes.ts'
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

/** Most cards that are made at once. */
export const CARDS_AT_ONCE = 100

/** Cards in the order that was asked for; and for whom only the operator may print one. */
export type IssuedCards = { readonly cards: readonly IssuedCard[]; readonly elsewhere: readonly PersonId[] }

/**
 * Makes a card for the person in a seat; their earlier cards are over. For chair and secretary, shortly after they showed
 * who they are, and for a person without an address: whoever prints a card can use it first. Those with one make their own
 * (own-card.ts). A card opens all that its person may do, so where they have a seat in another coalition too, or are the
 * operator, only the operator may print one. No access token can.
 */
export async function issueCard(
	deps: CodeDeps,
	order: Order<{ readonly seatId: SeatId }>,
): Promise<Result<IssuedCard, Rejection>> {
	const issued = await issueCards(deps, { ...order, command: { seatIds: [order.command.seatId] } })
	if (!issued.ok) return issued
	const [card] = issued.value.cards
	return card ? ok(card) : refuse({ code: 'cardElsewhere' })
}

/** The same for several persons at once, all or none; those for whom only the operator may are left out and told of. */
export async function issueCards(
	deps: CodeDeps,
	order: Order<{ readonly seatIds: readonly SeatId[] }>,
): Promise<Result<IssuedCards, Rejection>> {
	const now = deps.now()
	const [who, seated] = await deps.db.read(
		actorQuery(order.actor, order.coalition, now),
		seatedInQuery(order.coalition, order.command.seatIds.slice(0, CARDS_AT_ONCE), now),
	)
	if (who === null) return refuse({ code: 'signInRequired' })
	const guard = mayIssue(who, now)
	if (!guard.ok) return guard
	const persons = [...new Map(seated.map((person) => [person.personId, person])).values()]
	if (persons.length === 0) return refuse({ code: 'notFound' })
	if (persons.some(({ addressed }) => addressed)) return refuse({ code: 'cardForAddress' })
	const isOpen = ({ operator, elsewhere }: (typeof persons)[number]) => who.actor.operator || !(operator || elsewhere)
	const open = persons.filter(isOpen)
	const elsewhere = persons.filter((person) => !isOpen(person)).map(({ personId }) => personId)
	if (open.length === 0) return ok({ cards: [], elsewhere })
	const ids = open.map(({ personId }) => personId)
	const guards = [guard.value, withoutAddress(ids)]
	const cards = await makeCards(deps, ids, { by: who.actor.personId, guards, now, tellAt: null })
	return cards === null ? refuse({ code: 'notAllowed', needs: COALITION_ROLES }) : ok({ cards, elsewhere })
}

type Condition = ReturnType<typeof conditionOf>

/** Still none of them has an address. */
const withoutAddress = (persons: readonly PersonId[]): Condition => ({
	sql: 'NOT EXISTS (SELECT 1 FROM address WHERE person_id IN (SELECT value FROM json_each(?)))',
	args: [JSON.stringify(persons)],
})

/** Makes a card for each of these persons, in their order; null where a guard no longer holds. */
export async function makeCards(
	deps: CodeDeps,
	persons: readonly PersonId[],
	saving: Saving,
): Promise<readonly IssuedCard[] | null> {
	for (;;) {
		const handles = await freeHandles(deps, persons.length)
		const cards = persons.map((personId, index) => ({
			personId,
			handle: handles[index] ?? newHandle(),
			codes: Array.from({ length: CODES_ON_A_CARD }, newCode),
		}))
		const saved = await saveCards(deps, cards, saving)
		if (saved === 'refused') return null
		if (saved === 'saved') return cards.map((card) => ({ ...card, codes: card.codes.map(showCode), at: saving.now }))
	}
}

/** Who may print cards. Not kept among the coalition's acts: cards are the directory's. */
const ISSUING: DeclaredAct = { kind: 'issueCards', scope: 'admin', by: COALITION_ROLES, orBy: 'operator' }

/** What must still hold when the card is saved. */
function mayIssue({ actor, scopes }: LoadedActor, now: Instant): Result<Condition, Rejection> {
	if (scopes !== null) return refuse({ code: 'notAllowed', needs: COALITION_ROLES })
	if (!recentlyAuthenticated(actor, now)) return refuse({ code: 'reauthenticate' })
	if (actor.operator) return ok({ sql: '1', args: [] })
	const may = permit(ISSUING, actor, now)
	if (!may.ok) return may
	return ok(conditionOf({ kind: 'seated', seatId: may.value.seat.id, now }))
}

const newHandle = () => `${CARD_WORDS[randomBelow(CARD_WORDS.length)]}-${100 + randomBelow(900)}`

/** Names that no card has had. Somebody may still take one of them first. */
async function freeHandles({ db }: CodeDeps, count: number): Promise<string[]> {
	const drawn = new Set<string>()
	while (drawn.size < 2 * count + 2) drawn.add(newHandle())
	const [taken] = await db.read(takenHandlesQuery([...drawn]))
	const had = new Set(taken)
	return [...drawn].filter((handle) => !had.has(handle)).slice(0, count)
}

type NewCard = { readonly personId: PersonId; readonly handle: string; readonly codes: readonly string[] }
type Saving = {
	readonly by: PersonId
	/** What must still hold. */
	readonly guards: readonly Condition[]
	readonly now: Instant
	/** When its person is to be told of it by mail; null where there is no address. */
	readonly tellAt: Instant | null
}

/** Each statement hangs on the one before it by `changes()`. A handle that is taken takes the whole batch down. */
async function saveCards(
	{ db, codeKeys }: CodeDeps,
	cards: readonly NewCard[],
	{ by, guards, now, tellAt }: Saving,
): Promise<'saved' | 'refused' | 'taken'> {
	const made = JSON.stringify(cards.map(({ personId, handle }) => ({ personId, handle })))
	const codes = cards.flatMap((card) => card.codes.map((code) => ({ handle: card.handle, code })))
	const hashes = await Promise.all(
		codes.map(async ({ handle, code }) => ({
			handle,
			hash: await keyed(codeKeys, await plainHash('card', handle, code)),
		})),
	)
	try {
		const [inserted] = await db.write([
			{
				sql: `INSERT INTO card (handle, person_id, issued_by, created_at, tell_at)
					SELECT value ->> 'handle', value ->> 'personId', ?, ?, ? FROM json_each(?)
					WHERE ${guards.map(({ sql }) => sql).join(' AND ')}`,
				args: [by, now, tellAt, made, ...guards.flatMap(({ args }) => args)],
			},
			{
				sql: `INSERT INTO card_code (handle, code_hash)
					SELECT value ->> 'handle', value ->> 'hash' FROM json_each(?) WHERE changes() = ?`,
				args: [JSON.stringify(hashes), cards.length],
			},
			{
				sql: `UPDATE card SET revoked_at = ? WHERE changes() = ? AND revoked_at IS NULL
					AND person_id IN (SELECT value ->> 'personId' FROM json_each(?))
					AND handle NOT IN (SELECT value ->> 'handle' FROM json_each(?))`,
				args: [now, hashes.length, made, made],
			},
		])
		return inserted === cards.length ? 'saved' : 'refused'
	} catch (error) {
		if (error instanceof Error && /UNIQUE constraint failed: card\.handle/.test(error.message)) return 'taken'
		throw error
	}
}

/** A handle as it is stored, from whatever way it was typed. */
export function readHandle(typed: string): string {
	const [, word = '', number = ''] = /^(\D+)(\d+)$/.exec(readCode(typed)) ?? []
	return `${word}-${number}`.slice(0, 40)
}

import type { ActorRef } from '#db/members/load-actor.ts'
import { hasAddressQuery } from '#db/person/load-addresses.ts'
import { type Asking, askingWithQuery } from '#db/person/load-directory.ts'
import type { AddressChangeId, PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { REAUTHENTICATE_AFTER_MS } from '#domain/members/authority.ts'
import { isEmail, normaliseEmail } from '#domain/person/person.ts'
import type { Deps } from '#usecases/perform.ts'
import { proposing } from './address-statements.ts'
import type { CodeDeps } from './codes.ts'
import { limitKey } from './places.ts'
import { DAY_KEY, takeTurn } from './rate-limit.ts'
import { DAY_MS } from './sessions.ts'

/** How many addresses somebody adds in a day: each is a mail to where nobody may have asked for one. */
const ADDED_A_DAY = 10

/**
 * Who may change their own ways in: signed in a short while ago, by a mail where they have an address. Otherwise whoever found
 * a card could put an address of their own in the place of its owner's.
 */
export async function mayChangeAddresses(deps: Deps, actor: ActorRef): Promise<Result<PersonId, Rejection>> {
	const may = await mayChange(deps, actor, '')
	return may.ok ? ok(may.value.personId) : may
}

type Changing = { readonly personId: PersonId; readonly has: boolean }

/** The same, with whether they have the address. */
async function mayChange(deps: Deps, actor: ActorRef, email: string): Promise<Result<Changing, Rejection>> {
	const now = deps.now()
	if (actor.by !== 'session') return refuse({ code: 'signInRequired' })
	const [asking, has] = await deps.db.read<[Asking | null, boolean]>(
		askingWithQuery(actor.hash, now),
		hasAddressQuery(actor, email, now),
	)
	if (asking === null) return refuse({ code: 'signInRequired' })
	const byMail = asking.way === 'link' || asking.way === 'code'
	if (asking.addressed && !byMail) return refuse({ code: 'addressNeedsMail' })
	if (now - asking.authenticatedAt > REAUTHENTICATE_AFTER_MS) return refuse({ code: 'reauthenticate' })
	return ok({ personId: asking.personId, has })
}

/** Asks an address whether it is theirs; until it has said so, signed in, nothing is changed. */
export async function addOwnAddress(deps: CodeDeps, actor: ActorRef, typed: string): Promise<Result<null, Rejection>> {
	const email = normaliseEmail(typed)
	const may = await mayChange(deps, actor, email)
	if (!may.ok) return may
	const { personId, has } = may.value
	if (email === '') return refuse({ code: 'empty', field: 'email' })
	if (!isEmail(email)) return refuse({ code: 'invalid', field: 'email' })
	if (has) return refuse({ code: 'addressKnown', field: 'email' })
	const key = DAY_KEY + (await limitKey(deps, `ownAddress:${personId}`))
	const turn = await takeTurn(deps, { all: [{ name: 'ownAddress', key, times: ADDED_A_DAY, windowMs: DAY_MS }] })
	if (!turn.ok) return turn
	const id: AddressChangeId = deps.newId<'addressChange'>('random')
	await deps.db.write(proposing({ id, personId, email, by: personId, coalitionId: null, now: deps.now() }))
	deps.notified?.()
	return ok(null)
}

/** Takes away one of the own addresses, where another is left, or a card to sign in with. All of them are told. */
export async function removeOwnAddress(deps: Deps, actor: ActorRef, email: string): Promise<Result<null, Rejection>> {
	const may = await mayChange(deps, actor, email)
	if (!may.ok) return may
	const { personId, has } = may.value
	if (!has) return refuse({ code: 'notFound' })
	const now = deps.now()
	const about = deps.newId<'addressChange'>('random')
	const [removed] = await deps.db.write([
		{
			sql: `DELETE FROM address WHERE person_id = ?1 AND email = ?2 AND (
				EXISTS (SELECT 1 FROM address AS other WHERE other.person_id = ?1 AND other.email <> ?2)
				OR EXISTS (SELECT 1 FROM card JOIN card_code ON card_code.handle = card.handle
					WHERE card.person_id = ?1 AND card.revoked_at IS NULL AND card_code.used_at IS NULL))`,
			args: [personId, email],
		},
		{
			sql: `INSERT INTO directory_mail (about, kind, email, person_id, created_at, tell_at)
				SELECT ?1, 'removed', ?2, ?3, ?4, ?4 WHERE changes() = 1
				UNION ALL SELECT ?1, 'removed', email, person_id, ?4, ?4 FROM address WHERE person_id = ?3 AND changes() = 1`,
			args: [about, email, personId, now],
		},
	])
	if (removed !== 1) return refuse({ code: 'lastWayIn' })
	deps.notified?.()
	return ok(null)
}

import { type ActorRef, actorQuery, coalitionIdQuery } from '#db/members/load-actor.ts'
import { askingQuery } from '#db/person/load-directory.ts'
import { SCOPES, type Scope } from '#domain/kernel/act.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { requiredText } from '#domain/kernel/text.ts'
import { recentlyAuthenticated } from '#domain/members/authority.ts'
import { isSeated } from '#domain/members/seats.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { Deps } from '#usecases/perform.ts'
import { newSecret } from './secrets.ts'
import { DAY_MS } from './sessions.ts'

/** Longest name of a token. Characters. */
export const TOKEN_NAME_LIMIT = 80
/** A token lasts a year at most. Days. */
const LONGEST_TOKEN_DAYS = 366

export type NewToken = {
	/** What its owner calls it. */
	readonly name: string
	/** Slug of the coalition it is good for. */
	readonly coalition: string
	readonly scopes: readonly Scope[]
	readonly days: number
}

/** A token just made. The secret is shown this once; what is stored is its hash. */
export type IssuedToken = { readonly secret: string; readonly expiresAt: Instant }

/**
 * Makes an access token for the API, for a person who has a seat in the coalition. With it their acts need no sign-in of
 * their own, so it is made shortly after they showed who they are, and never by another token.
 */
export async function createToken(
	deps: Deps,
	actor: ActorRef,
	command: NewToken,
): Promise<Result<IssuedToken, Rejection>> {
	const now = deps.now()
	const [who, coalitionId] = await deps.db.read(
		actorQuery(actor, command.coalition, now),
		coalitionIdQuery(command.coalition),
	)
	if (who === null) return refuse({ code: 'signInRequired' })
	if (coalitionId === null || !who.actor.seats.some((seat) => isSeated(seat, now))) {
		return refuse({ code: 'invalid', field: 'coalition' })
	}
	if (who.scopes !== null || !recentlyAuthenticated(who.actor, now)) return refuse({ code: 'reauthenticate' })
	const name = requiredText('name', command.name, TOKEN_NAME_LIMIT)
	if (!name.ok) return name
	const scopes = SCOPES.filter((scope) => command.scopes.includes(scope))
	if (scopes.length === 0) return refuse({ code: 'empty', field: 'scopes[]' })
	if (!(command.days >= 1 && command.days <= LONGEST_TOKEN_DAYS)) return refuse({ code: 'invalid', field: 'days' })
	const secret = `samsvar_${newSecret()}`
	const expiresAt = now + command.days * DAY_MS
	await deps.db.write([
		{
			sql: `INSERT INTO token (hash, id, person_id, coalition_id, name, scopes, created_at, expires_at, tell_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			args: [
				await sha256(secret),
				deps.newId<'token'>('random'),
				who.actor.personId,
				coalitionId,
				name.value,
				scopes.join(' '),
				now,
				expiresAt,
				now,
			],
		},
	])
	deps.notified?.()
	return ok({ secret, expiresAt })
}

/** Ends a token of one's own at once. Ending it again changes nothing. */
export async function revokeToken(deps: Deps, actor: ActorRef, tokenId: string): Promise<Result<null, Rejection>> {
	const now = deps.now()
	const [personId] = await deps.db.read(askingQuery(actor, now))
	if (personId === null) return refuse({ code: 'signInRequired' })
	const [revoked] = await deps.db.write([
		{
			sql: 'UPDATE token SET revoked_at = COALESCE(revoked_at, ?) WHERE id = ? AND person_id = ?',
			args: [now, tokenId, personId],
		},
	])
	return revoked === 1 ? ok(null) : refuse({ code: 'notFound' })
}

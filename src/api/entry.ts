import type { Scope } from '#domain/kernel/act.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Role } from '#domain/members/seats.ts'
import type { TokenEntry } from '#read/person/token-entry.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { ActorRef } from '#usecases/perform.ts'

const BEARER = /^Bearer +([A-Za-z0-9._~+/=-]+) *$/i

/** The token in the request's header, not yet looked up. A session cookie is nothing here, so no other site can act with it. */
export async function bearerOf(request: Request): Promise<ActorRef | null> {
	const secret = BEARER.exec(request.headers.get('authorization') ?? '')?.[1]
	return secret === undefined ? null : { by: 'token', hash: await sha256(secret) }
}

/** Whether a token opens a route. Another coalition's things do not exist. */
export function admitted(
	entry: TokenEntry | null,
	access: readonly Role[],
	scope: Scope,
): Result<TokenEntry, Rejection> {
	if (entry === null) return refuse({ code: 'signInRequired' })
	if (entry.seats.length === 0) return refuse({ code: 'notFound' })
	if (!entry.scopes.includes(scope)) return refuse({ code: 'scopeMissing', scope })
	const seated = entry.seats.some((seat) => access.includes(seat.role))
	return seated ? ok(entry) : refuse({ code: 'notAllowed', needs: access })
}

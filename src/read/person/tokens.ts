import * as z from 'zod'
import { allOf, type Query } from '#db/client.ts'
import { type ActorRef, NOBODY, personExpression, seatedNow } from '#db/members/load-actor.ts'
import { row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'

export type OwnTokens = {
	/** Newest first. */
	readonly tokens: readonly OwnToken[]
	/** Where a token can be made for. */
	readonly coalitions: readonly { readonly slug: string; readonly name: string }[]
}

const tokenRow = row({
	id: z.string(),
	name: z.string(),
	coalition: z.string(),
	scopes: z.string().transform((scopes) => scopes.split(' ')),
	expiresAt: z.number(),
	revokedAt: z.number().nullable(),
	/** Within an hour; null: never yet. */
	lastUsedAt: z.number().nullable(),
})

/** One's own access token. Its secret was shown once and is not here. */
export type OwnToken = ReturnType<typeof tokenRow>

const coalitionRow = row({ slug: z.string(), name: z.string() })

/** A person's own tokens, and the coalitions they have a seat in. */
export function ownTokensQuery(ref: ActorRef | null, now: Instant): Query<OwnTokens> {
	const person = personExpression(ref ?? NOBODY, now)
	return allOf({
		tokens: rows(
			`SELECT token.id, token.name, coalition.name AS coalition, scopes, expires_at, revoked_at, last_used_at
				FROM token JOIN coalition ON coalition.id = token.coalition_id
				WHERE person_id = ${person.sql} ORDER BY token.created_at DESC, token.id`,
			person.args,
			tokenRow,
		),
		coalitions: rows(
			`SELECT DISTINCT slug.slug, coalition.name FROM seat JOIN coalition ON coalition.id = seat.coalition_id
					JOIN slug ON slug.coalition_id = coalition.id AND slug.current = 1
				WHERE seat.person_id = ${person.sql} AND ${seatedNow('seat')} ORDER BY coalition.name`,
			[...person.args, now, now],
			coalitionRow,
		),
	})
}

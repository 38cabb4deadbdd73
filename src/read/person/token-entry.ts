import { mapQuery, type Query } from '#db/client.ts'
import { type ActorRef, actorQuery } from '#db/members/load-actor.ts'
import type { Instant, PersonId } from '#domain/kernel/id.ts'
import { isSeated, type Seat } from '#domain/members/seats.ts'

/** What a token opens in a coalition. */
export type TokenEntry = {
	readonly personId: PersonId
	readonly scopes: readonly string[]
	/** The present seats of whoever made the token; none when it is another coalition's. */
	readonly seats: readonly Seat[]
	readonly lastUsedAt: Instant | null
}

/** Null: no such token, or no longer. */
export function tokenEntryQuery(token: ActorRef, slug: string, now: Instant): Query<TokenEntry | null> {
	return mapQuery(
		actorQuery(token, slug, now),
		(found) =>
			found && {
				personId: found.actor.personId,
				scopes: found.scopes ?? [],
				seats: found.actor.seats.filter((seat) => isSeated(seat, now)),
				lastUsedAt: found.lastUsedAt,
			},
	)
}

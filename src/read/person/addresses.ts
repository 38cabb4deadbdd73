import { allOf, mapQuery } from '#db/client.ts'
import type { ActorRef } from '#db/members/load-actor.ts'
import { ownChangesQuery, seatChangesQuery } from '#db/person/load-addresses.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { seatQuery } from '#read/members/members.ts'
import { ownTasksQuery } from '#read/planning/tasks.ts'
import { ownSignInQuery } from './sign-in.ts'

export type { ShownChange } from '#db/person/load-addresses.ts'
export { changeQuery } from '#db/person/load-addresses.ts'

/** One's own ways in, and the changes of address that one can still answer. */
export const ownAddressesQuery = (ref: ActorRef | null, now: Instant) =>
	mapQuery(allOf({ own: ownSignInQuery(ref, now), changes: ownChangesQuery(ref, now) }), ({ own, changes }) => ({
		...own,
		changes,
	}))

/** What waits for whoever is signed in, and what others did with their address. */
export const mePageQuery = (ref: ActorRef | null, now: Instant) =>
	mapQuery(allOf({ tasks: ownTasksQuery(ref, now), changes: ownChangesQuery(ref, now) }), ({ tasks, changes }) => ({
		...tasks,
		proposed: changes.filter(({ own }) => !own),
	}))

/** The seat at hand, with what a chair proposed for whoever is in it; null where nobody is. */
export const seatAddressQuery = (slug: string, seatId: string, now: Instant) =>
	mapQuery(
		allOf({ seat: seatQuery(slug, seatId, now), changes: seatChangesQuery(slug, seatId, now) }),
		({ seat, changes }) => seat && { ...seat, changes },
	)

import { askedQuery } from '#db/deciding/load-asked.ts'
import { positionQuery } from '#db/load-log.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { seatsQuery } from './load-actor.ts'
import { unreachedQuery } from './load-members.ts'

/** What an act on seats loads beside the coalition. */
export const membersOf = (slug: string, now: Instant) => ({
	seats: seatsQuery(slug),
	asked: askedQuery(slug, now),
	unreached: unreachedQuery(slug),
	position: positionQuery,
})

import { actorQuery, seatsQuery } from '#db/members/load-actor.ts'
import { seatedPersonsQuery } from '#db/members/load-members.ts'
import type { CoalitionSettings } from '#domain/coalition/coalition.ts'
import type { CoalitionId, SeatId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { isSeated } from '#domain/members/seats.ts'
import { createCoalition } from '#usecases/members/manage-coalition.ts'
import type { Deps, Order, Outcome } from '#usecases/perform.ts'
import { createPerson, type NewPerson, personIdFor, validPerson } from '#usecases/person/people.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'

export type FoundCoalition = { readonly settings: CoalitionSettings; readonly chair: NewPerson }

/** Creates a coalition under the slug in the order with a first chair who is new to it, and invites them by mail. */
export async function foundCoalition(
	deps: Deps,
	order: Order<FoundCoalition>,
	reserved: readonly string[],
): Outcome<{ readonly coalitionId: CoalitionId; readonly seatId: SeatId }> {
	const { settings, chair } = order.command
	const valid = validPerson(chair)
	if (!valid.ok) return valid
	const personId = await personIdFor(order, valid.value)
	const command = { settings, demo: false, chair: personId }
	return createCoalition(deps, { ...order, command }, reserved, () => createPerson(deps, valid.value, personId))
}

export type ChairLink = { readonly name: string; readonly secret: string }

/**
 * Makes a sign-in link for each of a coalition's chairs who has no address to be written to, for the operator to hand over.
 * With a chair who can be written to there is no need, and the operator gets none.
 */
export async function linkChairs(deps: Deps, order: Order<object>): Promise<Result<readonly ChairLink[], Rejection>> {
	const now = deps.now()
	const [who, seats, persons] = await deps.db.read(
		actorQuery(order.actor, order.coalition, now),
		seatsQuery(order.coalition),
		seatedPersonsQuery(order.coalition),
	)
	if (who === null) return refuse({ code: 'signInRequired' })
	if (who.scopes !== null || !who.actor.operator) return refuse({ code: 'operatorOnly' })
	const chairs = persons.filter(
		({ id, emails }) =>
			emails.length === 0 && seats.some((seat) => seat.personId === id && seat.role === 'chair' && isSeated(seat, now)),
	)
	if (chairs.length === 0) return refuse({ code: 'notFound' })
	const secrets = await createLinks(
		deps,
		chairs.map(({ id }) => id),
		{ by: 'operator' },
	)
	return ok(chairs.map(({ name }, index) => ({ name, secret: secrets[index] ?? '' })))
}

import { build, statementOf } from '#db/client.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { streamNames } from '#db/load-log.ts'
import { membersOf } from '#db/members/load-membership.ts'
import { slug as slugTable } from '#db/person/schema.ts'
import { acts as coalitionActs } from '#domain/coalition/acts.ts'
import type { Association, CoalitionSettings } from '#domain/coalition/coalition.ts'
import { createCoalition as createCoalitionRule } from '#domain/coalition/create-coalition.ts'
import type { Membership } from '#domain/deciding/voice.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { AssociationId, CoalitionId, Instant, PersonId, SeatId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { acts as membersActs } from '#domain/members/acts.ts'
import * as associations from '#domain/members/member-associations.ts'
import * as membership from '#domain/members/membership.ts'
import { takeBackSeat as takeBack } from '#domain/members/taking-back.ts'
import { onCoalition } from '#usecases/coalition/on-coalition.ts'
import { type Decide, type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type CreateCoalitionCommand = {
	readonly settings: CoalitionSettings
	readonly demo: boolean
	readonly chair: PersonId
}

/**
 * Creates a coalition under the slug in the order, with its first chair. `reserved`: slugs that are the application's own.
 * `enterChair` enters a chair who is new in the directory, once nothing stands in the way.
 */
export function createCoalition(
	deps: Deps,
	order: Order<CreateCoalitionCommand>,
	reserved: readonly string[],
	enterChair: () => Promise<Result<PersonId, Rejection>> = async () => ok(order.command.chair),
): Outcome<{ readonly coalitionId: CoalitionId; readonly seatId: SeatId }> {
	const slug = order.coalition
	return perform(deps, {
		act: coalitionActs.createCoalition,
		order,
		load: (now) => ({ coalition: coalitionQuery(slug, now) }),
		streams: () => [streamNames.coalition(slug)],
		decide: async (actor, { coalition }, context) => {
			if (coalition && actor.operator) return refuse({ code: 'slugTaken' })
			const decided = createCoalitionRule(actor, { ...order.command, slug }, reserved, context)
			if (!decided.ok) return decided
			const entered = await enterChair()
			return entered.ok ? decided : entered
		},
		newCoalition: ({ coalitionId }) => ({
			id: coalitionId,
			also: [statementOf(build.insert(slugTable).values({ slug, coalitionId, current: true, createdAt: deps.now() }))],
		}),
	})
}

export function addAssociation(
	deps: Deps,
	order: Order<Pick<Association, 'name' | 'area'>>,
): Outcome<{ readonly associationId: AssociationId }> {
	return act(deps, membersActs.addAssociation, order, (actor, { coalition }, context) =>
		associations.addAssociation(actor, coalition, order.command, context),
	)
}

export function changeAssociation(deps: Deps, order: Order<Association>): Outcome<null> {
	return act(deps, membersActs.changeAssociation, order, (actor, { coalition }, context) =>
		associations.changeAssociation(actor, coalition, order.command, context),
	)
}

export function removeAssociation(deps: Deps, order: Order<{ readonly associationId: AssociationId }>): Outcome<null> {
	return act(deps, membersActs.removeAssociation, order, (actor, members, context) =>
		associations.removeAssociation(actor, members, order.command.associationId, context),
	)
}

export function keepAssociation(deps: Deps, order: Order<{ readonly associationId: AssociationId }>): Outcome<null> {
	return act(deps, membersActs.keepAssociation, order, (actor, { coalition }, context) =>
		associations.keepAssociation(actor, coalition, order.command.associationId, context),
	)
}

/** Gives a person a seat; with `invite` they are told by mail. */
export function giveSeat(deps: Deps, order: Order<membership.GiveSeat>): Outcome<{ readonly seatId: SeatId }> {
	return act(deps, membersActs.giveSeat, order, (actor, members, context) =>
		membership.giveSeat(actor, members, order.command, context),
	)
}

/** Ends a seat at once; what was done from it stands. */
export function endSeat(deps: Deps, order: Order<{ readonly seatId: SeatId }>): Outcome<null> {
	return act(deps, membersActs.endSeat, order, (actor, members, context) =>
		membership.endSeat(actor, members, order.command.seatId, context),
	)
}

/** Ends a seat that others gave for the association of the delegate who asks. */
export function contestSeat(deps: Deps, order: Order<{ readonly seatId: SeatId }>): Outcome<null> {
	return act(deps, membersActs.contestSeat, order, (actor, members, context) =>
		membership.contestSeat(actor, members, order.command.seatId, context),
	)
}

/** The person leaves the own seat for an association. */
export function leaveSeat(deps: Deps, order: Order<{ readonly seatId: SeatId }>): Outcome<null> {
	return act(deps, membersActs.leaveSeat, order, (actor, members, context) =>
		membership.leaveSeat(actor, members, order.command.seatId, context),
	)
}

/** A delegate takes back the seat that others ended. */
export function takeBackSeat(deps: Deps, order: Order<{ readonly seatId: SeatId }>): Outcome<null> {
	return act(deps, membersActs.takeBackSeat, order, (actor, members, context) =>
		takeBack(actor, members, order.command.seatId, context),
	)
}

function act<Command extends object, Value>(
	deps: Deps,
	declared: DeclaredAct,
	order: Order<Command>,
	decide: Decide<Membership, Value>,
): Outcome<Value> {
	return perform(deps, {
		act: declared,
		order,
		...onCoalition(order.coalition),
		load: (now: Instant) => membersOf(order.coalition, now),
		decide,
	})
}

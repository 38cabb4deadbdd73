import type { Association, Coalition } from '#domain/coalition/coalition.ts'
import type { Membership } from '#domain/deciding/voice.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, SeatId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from './acts.ts'
import { permit } from './authority.ts'
import { endSeat, type GiveSeat, giveSeat, newSeat } from './membership.ts'
import { toldOfEnd, toldOfSeat } from './seating.ts'
import type { Actor } from './seats.ts'

/** Moves an association one step in the coalition's order: it changes places with its neighbour. */
export function moveAssociation(
	actor: Actor,
	coalition: Coalition,
	command: { readonly associationId: AssociationId; readonly direction: 'up' | 'down' },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.moveAssociation, actor, now)
	if (!may.ok) return may
	const { associations } = coalition
	const index = associations.findIndex(({ id }) => id === command.associationId)
	const moved = associations[index]
	if (!moved) return refuse({ code: 'notFound' })
	const neighbour = associations[command.direction === 'up' ? index - 1 : index + 1]
	if (!neighbour) return ok({ value: null, events: [], guards: [] })
	const placed = ({ id, name, area }: Association, order: number): DomainEvent => ({
		type: 'associationChanged',
		stream: streams.coalition(coalition.id),
		statementId: null,
		payload: { association: { id, name, area, order } },
	})
	return ok({
		value: null,
		events: [placed(moved, neighbour.order), placed(neighbour, moved.order)],
		guards: may.value.guards,
	})
}

/** Gives a person a seat as another one ends, at one instant: an association is never without its delegate between them. */
export function replaceSeat(
	actor: Actor,
	membership: Membership,
	command: GiveSeat & { readonly replaces: SeatId },
	context: Context,
): Result<Decision<{ readonly seatId: SeatId }>, Rejection> {
	const { replaces, ...given } = command
	const { coalition, seats } = membership
	const former = seats.find((seat) => seat.id === replaces)
	const same = former?.role === given.role && former.associationId === given.associationId
	if (!former || !same || former.endedAt !== null) return refuse({ code: 'notFound' })
	const others = seats.filter((seat) => seat.id !== replaces)
	const gives = giveSeat(actor, { ...membership, seats: others }, given, context)
	if (!gives.ok) return gives
	const { seatId } = gives.value.value
	// The successor is in office when the former leaves: so even the only chair can hand over.
	const successor = newSeat(coalition, seatId, given, context.now)
	const ends = endSeat(actor, { ...membership, seats: [...seats, successor] }, replaces, context)
	if (!ends.ok) return ends
	return ok({
		value: { seatId },
		events: [...ends.value.events, ...gives.value.events],
		guards: ends.value.guards,
		notifications: [
			...(given.invite ? [{ kind: 'invitation', seatId } as const] : []),
			...toldOfSeat(coalition, others, successor, context.now),
			...toldOfEnd(actor, former),
		],
	})
}

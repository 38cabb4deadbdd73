import { type Association, type Coalition, validAssociation } from '#domain/coalition/coalition.ts'
import { countsFrom, everSeated } from '#domain/coalition/in-force.ts'
import { keepsVoices, type Membership } from '#domain/deciding/voice.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { acts } from './acts.ts'
import { administered } from './administered.ts'
import { permit } from './authority.ts'
import { toldOfMembers } from './seating.ts'
import type { Actor, Seat } from './seats.ts'

/** Adds an association last in the coalition's order. It is in ballots when the others have had time to learn of it. */
export function addAssociation(
	actor: Actor,
	coalition: Coalition,
	command: Pick<Association, 'name' | 'area'>,
	{ now, newId }: Context,
): Result<Decision<{ readonly associationId: AssociationId }>, Rejection> {
	const may = permit(acts.addAssociation, actor, now)
	if (!may.ok) return may
	const id = newId<'association'>()
	const order = Math.max(0, ...coalition.associations.map((association) => association.order)) + 1
	const association = validAssociation({ ...command, id, order })
	if (!association.ok) return association
	return administered(
		coalition,
		{ associationId: id },
		may.value.guards,
		{ type: 'associationAdded', payload: { association: association.value } },
		toldOfMembers(coalition),
	)
}

export function changeAssociation(
	actor: Actor,
	coalition: Coalition,
	command: Association,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.changeAssociation, actor, now)
	if (!may.ok) return may
	if (!memberOf(coalition, command.id)) return refuse({ code: 'notFound' })
	const association = validAssociation(command)
	if (!association.ok) return association
	return administered(coalition, null, may.value.guards, {
		type: 'associationChanged',
		payload: { association: association.value },
	})
}

/**
 * The association leaves, when all have had time to learn of it: until then it is in ballots opened. One that nobody has
 * ever had a seat for was a mistake, and leaves at once. What it has done stands. None leaves before it could answer what
 * it is asked.
 */
export function removeAssociation(
	actor: Actor,
	membership: Membership,
	associationId: AssociationId,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const { coalition, seats } = membership
	const may = permit(acts.removeAssociation, actor, now)
	if (!may.ok) return may
	const member = memberOf(coalition, associationId)
	if (!member) return refuse({ code: 'notFound' })
	if (member.leavesAt !== null) return ok({ value: null, events: [], guards: [] })
	const told = toldOfMembers(coalition)
	const { guards } = may.value
	if (!everSeated(seats, associationId))
		return administered(coalition, null, guards, { type: 'associationLeft', payload: { associationId } }, told)
	const leavesAt = countsFrom(coalition, now)
	const voices = keepsVoices(membership, seatsUntil(seats, associationId, leavesAt))
	if (!voices.ok) return voices
	const leaving = { type: 'associationLeaving', payload: { associationId, leavesAt } } as const
	return administered(coalition, null, [...guards, ...voices.value], leaving, told)
}

/** The seats as they are when the association leaves then. */
function seatsUntil(seats: readonly Seat[], associationId: AssociationId, leavesAt: Instant): Seat[] {
	return seats.map((seat) => {
		if (seat.associationId !== associationId) return seat
		return { ...seat, until: Math.min(seat.until ?? leavesAt, leavesAt) }
	})
}

/** The association stays after all. */
export function keepAssociation(
	actor: Actor,
	coalition: Coalition,
	associationId: AssociationId,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.keepAssociation, actor, now)
	if (!may.ok) return may
	const member = memberOf(coalition, associationId)
	if (!member) return refuse({ code: 'notFound' })
	if (member.leavesAt === null) return ok({ value: null, events: [], guards: [] })
	const kept = { type: 'associationKept', payload: { associationId } } as const
	return administered(coalition, null, may.value.guards, kept, toldOfMembers(coalition))
}

export const memberOf = ({ associations }: Coalition, associationId: AssociationId) =>
	associations.find((candidate) => candidate.id === associationId)

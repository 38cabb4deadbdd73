import {
	type Association,
	type Coalition,
	type CoalitionSettings,
	validAssociation,
	validSettings,
	validSlug,
} from './coalition.ts'
import type { Context } from './deciding.ts'
import { type Decision, type DomainEvent, type Notice, streams } from './event.ts'
import type { AssociationId, CoalitionId, Instant, PersonId, SeatId } from './id.ts'
import type { Rejection } from './rejection.ts'
import { ok, type Result, refuse } from './result.ts'
import { type Actor, COALITION_ROLES, isSeated, type Role, type Seat, seatFor } from './seats.ts'

/** Creates a coalition with its first chair. For the operator. */
export function createCoalition(
	actor: Actor,
	command: {
		readonly slug: string
		readonly settings: CoalitionSettings
		readonly demo: boolean
		readonly chair: PersonId
	},
	reserved: readonly string[],
	{ now, newId }: Context,
): Result<Decision<{ readonly coalitionId: CoalitionId; readonly seatId: SeatId }>, Rejection> {
	if (!actor.operator) return refuse({ code: 'operatorOnly' })
	const slug = validSlug(command.slug, reserved)
	if (!slug.ok) return slug
	const settings = validSettings(command.settings)
	if (!settings.ok) return settings
	const coalitionId = newId<'coalition'>()
	const seatId = newId<'seat'>()
	const stream = streams.coalition(coalitionId)
	return ok({
		value: { coalitionId, seatId },
		events: [
			{
				type: 'coalitionCreated',
				stream,
				statementId: null,
				payload: { slug: slug.value, settings: settings.value, demo: command.demo },
			},
			{
				type: 'seatGiven',
				stream,
				statementId: null,
				payload: { seatId, personId: command.chair, associationId: null, role: 'chair', from: now, until: null },
			},
		],
		guards: [],
		notices: [{ kind: 'invitation', seatId }],
	})
}

export function changeSettings(
	actor: Actor,
	coalition: Coalition,
	settings: CoalitionSettings,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const valid = validSettings(settings)
	if (!valid.ok) return valid
	return administer(actor, coalition, null, now, { type: 'coalitionChanged', payload: { settings: valid.value } })
}

/** Adds an association last in the coalition's order. */
export function addAssociation(
	actor: Actor,
	coalition: Coalition,
	command: Pick<Association, 'name' | 'area'>,
	{ now, newId }: Context,
): Result<Decision<{ readonly associationId: AssociationId }>, Rejection> {
	const id = newId<'association'>()
	const order = Math.max(0, ...coalition.associations.map((association) => association.order)) + 1
	const association = validAssociation({ ...command, id, order })
	if (!association.ok) return association
	const payload = { association: association.value }
	return administer(actor, coalition, { associationId: id }, now, { type: 'associationAdded', payload })
}

export function changeAssociation(
	actor: Actor,
	coalition: Coalition,
	command: Association,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	if (!coalition.associations.some((candidate) => candidate.id === command.id)) return refuse({ code: 'notFound' })
	const association = validAssociation(command)
	if (!association.ok) return association
	const payload = { association: association.value }
	return administer(actor, coalition, null, now, { type: 'associationChanged', payload })
}

/** The association leaves: it is not in ballots opened from now on. What it has done stands. */
export function removeAssociation(
	actor: Actor,
	coalition: Coalition,
	associationId: AssociationId,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	if (!coalition.associations.some((candidate) => candidate.id === associationId)) return refuse({ code: 'notFound' })
	return administer(actor, coalition, null, now, { type: 'associationLeft', payload: { associationId } })
}

export type GiveSeat = {
	readonly personId: PersonId
	readonly associationId: AssociationId | null
	readonly role: Role
	readonly from: Instant
	readonly until: Instant | null
	/** Whether the person is told by mail. */
	readonly invite: boolean
}

/** Gives a person a seat. An association has one delegate at a time. */
export function giveSeat(
	actor: Actor,
	coalition: Coalition,
	seats: readonly Seat[],
	command: GiveSeat,
	{ now, newId }: Context,
): Result<Decision<{ readonly seatId: SeatId }>, Rejection> {
	const { personId, associationId, role, from, until } = command
	const forCoalition = COALITION_ROLES.includes(role)
	if (forCoalition !== (associationId === null)) return refuse({ code: 'invalid', field: 'role' })
	if (associationId !== null && !coalition.associations.some((candidate) => candidate.id === associationId)) {
		return refuse({ code: 'notFound' })
	}
	if (until !== null && until <= from) return refuse({ code: 'deadlinePassed', field: 'until' })
	const overlaps = (seat: Seat) =>
		seat.endedAt === null && (seat.until === null || from < seat.until) && (until === null || seat.from < until)
	const taken =
		role === 'delegate' &&
		seats.some((seat) => seat.role === 'delegate' && seat.associationId === associationId && overlaps(seat))
	if (taken) return refuse({ code: 'delegateExists' })
	const seatId = newId<'seat'>()
	const decision = administer(actor, coalition, { seatId }, now, {
		type: 'seatGiven',
		payload: { seatId, personId, associationId, role, from, until },
	})
	const notices: Notice[] = command.invite ? [{ kind: 'invitation', seatId }] : []
	return decision.ok ? ok({ ...decision.value, notices }) : decision
}

/** Ends a seat at once. The last chair cannot be removed. */
export function endSeat(
	actor: Actor,
	coalition: Coalition,
	seats: readonly Seat[],
	seatId: SeatId,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const seat = seats.find((candidate) => candidate.id === seatId)
	if (!seat || seat.endedAt !== null) return refuse({ code: 'notFound' })
	const otherChair = seats.some((other) => other.id !== seatId && other.role === 'chair' && isSeated(other, now))
	if (seat.role === 'chair' && !otherChair) return refuse({ code: 'lastChair' })
	return administer(actor, coalition, null, now, { type: 'seatEnded', payload: { seatId } })
}

type CoalitionFact = Extract<
	DomainEvent,
	{
		type: 'coalitionChanged' | 'associationAdded' | 'associationChanged' | 'associationLeft' | 'seatGiven' | 'seatEnded'
	}
>

function administer<Value>(
	actor: Actor,
	coalition: Coalition,
	value: Value,
	now: Instant,
	fact: {
		[T in CoalitionFact['type']]: Pick<Extract<CoalitionFact, { type: T }>, 'type' | 'payload'>
	}[CoalitionFact['type']],
): Result<Decision<Value>, Rejection> {
	const seat = seatFor(actor, COALITION_ROLES, now)
	if (!seat.ok) return seat
	return ok({
		value,
		events: [{ ...fact, stream: streams.coalition(coalition.id), statementId: null }],
		guards: [{ kind: 'seated', seatId: seat.value.id, now }],
	})
}

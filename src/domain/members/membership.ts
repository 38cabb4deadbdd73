import type { Coalition } from '#domain/coalition/coalition.ts'
import { keepsVoices, type Membership } from '#domain/deciding/voice.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, Instant, PersonId, SeatId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { acts } from './acts.ts'
import { administered } from './administered.ts'
import { permit } from './authority.ts'
import { memberOf } from './member-associations.ts'
import { endedBy, maySeat, toldOfChair, toldOfEnd, toldOfSeat } from './seating.ts'
import { type Actor, COALITION_ROLES, CONTESTED, isSeated, type Role, type Seat } from './seats.ts'

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
	membership: Membership,
	command: GiveSeat,
	{ now, newId }: Context,
): Result<Decision<{ readonly seatId: SeatId }>, Rejection> {
	const { coalition, seats } = membership
	const { personId, associationId, role, from, until } = command
	const may = maySeat(acts.giveSeat, actor, [role], now)
	if (!may.ok) return may
	const forCoalition = COALITION_ROLES.includes(role)
	if (forCoalition !== (associationId === null)) return refuse({ code: 'invalid', field: 'role' })
	const leavesAt = associationId === null ? null : memberOf(coalition, associationId)?.leavesAt
	// One that begins when the association is gone would stand beside those it has, were it kept.
	if (leavesAt === undefined || (leavesAt !== null && from >= leavesAt)) return refuse({ code: 'notFound' })
	if (!Number.isSafeInteger(from)) return refuse({ code: 'invalid', field: 'from' })
	if (until !== null && until <= from) return refuse({ code: 'deadlinePassed', field: 'until' })
	const overlaps = (seat: Seat) =>
		seat.endedAt === null && (seat.until === null || from < seat.until) && (until === null || seat.from < until)
	const taken =
		role === 'delegate' &&
		seats.some((seat) => seat.role === 'delegate' && seat.associationId === associationId && overlaps(seat))
	if (taken) return refuse({ code: 'delegateExists' })
	const seatId = newId<'seat'>()
	// A seat for the coalition may keep whoever gets it from answering for an association.
	const voices = forCoalition ? keepsVoices(membership, [...seats, newSeat(coalition, seatId, command, now)]) : ok([])
	if (!voices.ok) return voices
	return administered(
		coalition,
		{ seatId },
		[...may.value, ...voices.value],
		{ type: 'seatGiven', payload: { seatId, personId, associationId, role, from, until } },
		[
			...(command.invite ? [{ kind: 'invitation', seatId } as const] : []),
			...toldOfSeat(coalition, seats, { ...command, id: seatId }, now),
		],
	)
}

/** The seat as it is from now on. */
export function newSeat(
	{ id: coalitionId }: Pick<Coalition, 'id'>,
	id: SeatId,
	{ personId, associationId, role, from, until }: Omit<GiveSeat, 'invite'>,
	now: Instant,
): Seat {
	const ended = { endedAt: null, endedBy: null, endedUnreached: false, takenBackAt: null, erasedAt: null }
	return { id, coalitionId, personId, associationId, role, from, until, givenAt: now, ...ended }
}

/**
 * Ends a seat at once. The last chair only the operator can remove. Nobody ends the seat of another from which alone an
 * association can answer what it is being asked, nor one that its holder took back.
 */
export function endSeat(
	actor: Actor,
	membership: Membership,
	seatId: SeatId,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const { coalition, seats, unreached } = membership
	const seat = seats.find((candidate) => candidate.id === seatId)
	// What two say is theirs is for the operator to settle.
	const settles = actor.operator && seat !== undefined && seat.takenBackAt !== null
	const may = settles ? ok([]) : maySeat(acts.endSeat, actor, seat ? [seat.role] : [], now)
	if (!may.ok) return may
	if (!seat || seat.endedAt !== null) return refuse({ code: 'notFound' })
	const otherChair = seats.some((other) => other.id !== seatId && other.role === 'chair' && isSeated(other, now))
	if (seat.role === 'chair' && !otherChair && !actor.operator) return refuse({ code: 'lastChair' })
	const own = seat.personId === actor.personId
	if (!own && seat.takenBackAt !== null && !actor.operator) return refuse({ code: 'seatTakenBack' })
	const voices = own ? ok([]) : keepsVoices(membership, endedIn(seats, seatId, actor, now))
	if (!voices.ok) return voices
	const told = [...(seat.role === 'chair' ? toldOfChair(coalition) : []), ...toldOfEnd(actor, seat)]
	const guards = [...may.value, ...voices.value]
	return administered(coalition, null, guards, { type: 'seatEnded', payload: endedBy(actor, seat, unreached) }, told)
}

/** The seats as they are when that one has been ended. */
function endedIn(seats: readonly Seat[], seatId: SeatId, { personId }: Actor, now: Instant): Seat[] {
	return seats.map((seat) => (seat.id === seatId ? { ...seat, endedAt: now, endedBy: personId } : seat))
}

/** Its holder leaves a seat for an association. Who serves the coalition ends the own seat as any other. */
export function leaveSeat(
	actor: Actor,
	{ coalition, seats }: Membership,
	seatId: SeatId,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.leaveSeat, actor, now)
	if (!may.ok) return may
	const seat = seats.find(({ id, personId }) => id === seatId && personId === actor.personId)
	if (!seat?.associationId || seat.endedAt !== null) return refuse({ code: 'notFound' })
	return administered(coalition, null, may.value.guards, { type: 'seatEnded', payload: { seatId } })
}

/** The delegate’s no to a deputy or contributor of the own association: the seat ends at once. What was done from it stands. */
export function contestSeat(
	actor: Actor,
	{ coalition, seats, unreached }: Membership,
	seatId: SeatId,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const asks = permit(acts.contestSeat, actor, now)
	if (!asks.ok) return asks
	const seat = seats.find((candidate) => candidate.id === seatId)
	if (!seat?.associationId || seat.endedAt !== null) return refuse({ code: 'notFound' })
	const may = permit(acts.contestSeat, actor, now, { associationId: seat.associationId })
	if (!may.ok) return may
	if (!CONTESTED.includes(seat.role)) return refuse({ code: 'notAllowed', needs: COALITION_ROLES })
	const ended = { type: 'seatEnded', payload: endedBy(actor, seat, unreached) } as const
	return administered(coalition, null, may.value.guards, ended, toldOfEnd(actor, seat))
}

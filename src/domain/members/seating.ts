import type { Coalition } from '#domain/coalition/coalition.ts'
import type { Facts } from '#domain/event.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { Guard, Notification } from '#domain/kernel/decision.ts'
import type { Instant, PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { offers, permit } from './authority.ts'
import { type Actor, CHAIR, isSeated, type Role, type Seat } from './seats.ts'

/**
 * Whether the actor may give or end seats in these roles. A chair's only a chair does, or the operator: where the term ran out
 * or the person is gone, nobody else could let anyone in again. The operator seats and unseats nobody else.
 */
export function maySeat(
	act: DeclaredAct,
	actor: Actor,
	roles: readonly Role[],
	now: Instant,
): Result<readonly Guard[], Rejection> {
	const may = permit(act, actor, now)
	if (!roles.includes('chair')) return may.ok ? ok(may.value.guards) : may
	const chair = permit({ ...act, by: CHAIR }, actor, now)
	if (chair.ok) return ok(chair.value.guards)
	if (actor.operator) return ok([])
	return may.ok ? refuse({ code: 'chairByChair' }) : may
}

/** Whether a page may offer to give or end a seat in that role to somebody with these seats, which are held now. */
export function offersSeating(act: DeclaredAct, whose: Parameters<typeof offers>[1], role: Role): boolean {
	return offers(role === 'chair' ? { ...act, by: CHAIR } : act, whose)
}

/** Of a change of chair every association is told, whoever made it. */
export function toldOfChair({ associations }: Coalition): Notification[] {
	return associations.map(({ id }) => ({ kind: 'chair', associationId: id }))
}

/** What is kept of a seat's ending by others: whether a mail can tell its holder of it. */
export function endedBy(
	{ personId }: Pick<Actor, 'personId'>,
	seat: Pick<Seat, 'id' | 'personId'>,
	unreached: ReadonlySet<PersonId>,
): Facts['seatEnded'] {
	const unheard = seat.personId !== personId && unreached.has(seat.personId)
	return { seatId: seat.id, ...(unheard && { unreached: true }) }
}

/** Whoever loses a seat by what another does is told. */
export function toldOfEnd({ personId }: Pick<Actor, 'personId'>, seat: Pick<Seat, 'id' | 'personId'>): Notification[] {
	return seat.personId === personId ? [] : [{ kind: 'unseated', seatId: seat.id }]
}

/** Of who is a member every association is told, the one that leaves too. */
export function toldOfMembers({ associations }: Coalition): Notification[] {
	return associations.map(({ id }) => ({ kind: 'members', associationId: id }))
}

/** Who is told that somebody got a seat: of a chair's all associations, of an association's own its delegate, who can contest it. */
export function toldOfSeat(
	coalition: Coalition,
	seats: readonly Seat[],
	{ id: seatId, role, associationId, personId }: Pick<Seat, 'id' | 'role' | 'associationId' | 'personId'>,
	now: Instant,
): Notification[] {
	if (role === 'chair') return toldOfChair(coalition)
	if (associationId === null) return []
	const delegates = seats.filter((seat) => seat.role === 'delegate' && seat.associationId === associationId)
	const told = delegates.some((seat) => seat.personId !== personId && isSeated(seat, now))
	return told ? [{ kind: 'seat', seatId, associationId }] : []
}

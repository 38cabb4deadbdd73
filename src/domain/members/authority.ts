import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { type Actor, isSeated, type Role, type Seat } from './seats.ts'

/** How long after signing in a person may sign off and publish without showing who they are again: 12 hours. */
export const REAUTHENTICATE_AFTER_MS = 12 * 60 * 60 * 1000

/** The seat from which the actor may do what asks for one of `roles`, or a refusal. */
export function seatFor(actor: Actor, roles: readonly Role[], now: Instant): Result<Seat, Rejection> {
	return seatAmong(actor.seats, actor, roles, now)
}

/** The seat from which the actor speaks for an association, the delegate's before the deputy's. */
export function seatForAssociation(
	actor: Actor,
	associationId: AssociationId,
	roles: readonly Role[],
	now: Instant,
): Result<Seat, Rejection> {
	const own = actor.seats.filter((seat) => seat.associationId === associationId)
	return seatAmong(own, actor, roles, now)
}

/** For somebody who never had a seat in the coalition, its things do not exist. */
function seatAmong(
	seats: readonly Seat[],
	actor: Actor,
	roles: readonly Role[],
	now: Instant,
): Result<Seat, Rejection> {
	const seat = roles
		.map((role) => seats.find((candidate) => candidate.role === role && isSeated(candidate, now)))
		.find((candidate) => candidate !== undefined)
	if (seat) return ok(seat)
	return refuse(actor.seats.length === 0 ? { code: 'notFound' } : { code: 'notAllowed', needs: roles })
}

export function recentlyAuthenticated(actor: Actor, now: Instant): boolean {
	return actor.authenticatedAt === 'byToken' || now - actor.authenticatedAt <= REAUTHENTICATE_AFTER_MS
}

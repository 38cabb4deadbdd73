import type { AssociationId, CoalitionId, Instant, PersonId, SeatId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'

/** Chair and secretary serve the coalition; the others serve one association. */
export type Role = 'chair' | 'secretary' | 'delegate' | 'deputy' | 'contributor'

export const COALITION_ROLES: readonly Role[] = ['chair', 'secretary']
export const WRITERS: readonly Role[] = ['chair', 'secretary', 'delegate', 'deputy']

/** A person's place in a coalition for a term. Ends early when `endedAt` is set; what was done from it stands. */
export type Seat = {
	readonly id: SeatId
	readonly coalitionId: CoalitionId
	readonly associationId: AssociationId | null
	readonly personId: PersonId
	readonly role: Role
	readonly from: Instant
	/** Null: until further notice. The seat is over at this instant. */
	readonly until: Instant | null
	readonly endedAt: Instant | null
}

/** Who acts, as found in the same read as what they act on. */
export type Actor = {
	readonly personId: PersonId
	readonly operator: boolean
	/** When the person last showed who they are, by link, code or card; or that an access token, made for this, speaks for them. */
	readonly authenticatedAt: Instant | 'byToken'
	/** All their seats in the coalition at hand. */
	readonly seats: readonly Seat[]
}

/** How long after signing in a person may sign off and publish without showing who they are again: 12 hours. */
export const REAUTHENTICATE_AFTER_MS = 12 * 60 * 60 * 1000

export function isSeated(seat: Seat, now: Instant): boolean {
	return seat.endedAt === null && seat.from <= now && (seat.until === null || now < seat.until)
}

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

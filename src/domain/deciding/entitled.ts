import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { offers, type Permit, permit } from '#domain/members/authority.ts'
import { type Actor, isSeated, type Seat, servesCoalition } from '#domain/members/seats.ts'
import type { Ballot } from './ballot.ts'
import type { Bylaws } from './bylaws.ts'

/** Of a ballot, what decides from which seats is voted in it. */
type Opened = Pick<Ballot, 'opensAt'> & { readonly bylaws: Pick<Bylaws, 'officersVote'> }
type Given = Pick<Seat, 'role' | 'associationId' | 'givenAt'>

/** The seats that had been given when the ballot opened. From a later one nobody votes in it, or sees more of it than all do. */
export function seatsBefore<S extends Given>(seats: readonly S[], { opensAt }: Pick<Ballot, 'opensAt'>): S[] {
	return seats.filter((seat) => seat.givenAt <= opensAt)
}

/** Whether somebody with these seats, which are held now, is kept from voting and signing for an association by a seat for the coalition. */
export function keptByOffice(seats: readonly Pick<Seat, 'role'>[], { officersVote }: Opened['bylaws']): boolean {
	return !officersVote && seats.some(servesCoalition)
}

/** What keeps somebody with these seats, which are held now, from voting for the association; null: nothing. */
export function hindrance(
	act: DeclaredAct,
	seats: readonly Given[],
	ballot: Opened,
	associationId: AssociationId,
): 'role' | 'office' | 'since' | null {
	if (!offers(act, { seats }, { associationId })) return 'role'
	if (keptByOffice(seats, ballot.bylaws)) return 'office'
	return offers(act, { seats: seatsBefore(seats, ballot) }, { associationId }) ? null : 'since'
}

/** From which seat the actor votes for the association. */
export function mayVoteFor(
	act: DeclaredAct,
	actor: Actor,
	ballot: Opened,
	associationId: AssociationId,
	now: Instant,
): Result<Permit, Rejection> {
	const may = maySpeakFor(act, actor, ballot, { associationId }, now)
	if (!may.ok) return may
	const earlier = permit(act, { ...actor, seats: seatsBefore(actor.seats, ballot) }, now, { associationId })
	return earlier.ok ? earlier : refuse({ code: 'seatedSince', opensAt: ballot.opensAt })
}

/** From which seat the actor says something for an association that binds it. */
export function maySpeakFor(
	act: DeclaredAct,
	actor: Actor,
	{ bylaws }: Pick<Opened, 'bylaws'>,
	upon: Parameters<typeof permit>[3],
	now: Instant,
): Result<Permit, Rejection> {
	const may = permit(act, actor, now, upon)
	if (!may.ok) return may
	const held = actor.seats.filter((seat) => isSeated(seat, now))
	return keptByOffice(held, bylaws) ? refuse({ code: 'officersDoNotVote' }) : ok(may.value)
}

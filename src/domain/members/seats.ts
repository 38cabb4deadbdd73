import type { AssociationId, CoalitionId, Instant, PersonId, SeatId } from '#domain/kernel/id.ts'

/** Chair and secretary serve the coalition; the others serve one association. */
export const ROLES = ['chair', 'secretary', 'delegate', 'deputy', 'contributor'] as const
export type Role = (typeof ROLES)[number]

export const COALITION_ROLES: readonly Role[] = ['chair', 'secretary']
export const CHAIR: readonly Role[] = ['chair']
/** Who exercises an association's vote and signs for it, the delegate before the deputy. */
export const VOTERS: readonly Role[] = ['delegate', 'deputy']
/** Who speaks for an association, with or without a vote. */
export const ASSOCIATION_ROLES: readonly Role[] = [...VOTERS, 'contributor']
/** Whose seats an association’s delegate can end. */
export const CONTESTED: readonly Role[] = ['deputy', 'contributor']
export const WRITERS: readonly Role[] = [...COALITION_ROLES, ...VOTERS]
/** Anybody with a seat. */
export const MEMBERS: readonly Role[] = [...ROLES]

/** A person's place in a coalition for a term. Ends early when `endedAt` is set; what was done from it stands. */
export type Seat = {
	readonly id: SeatId
	readonly coalitionId: CoalitionId
	readonly associationId: AssociationId | null
	readonly personId: PersonId
	readonly role: Role
	/** When it was given, whatever its giver chose as the first day. */
	readonly givenAt: Instant
	readonly from: Instant
	/** Null: until further notice. The seat is over at this instant. */
	readonly until: Instant | null
	readonly endedAt: Instant | null
	/** Who ended it; null where nobody did, or the association left. */
	readonly endedBy: PersonId | null
	/** Whether its holder had no address when it was ended, so that no mail told of it. */
	readonly endedUnreached: boolean
	/** When its holder took it back after others had ended it. */
	readonly takenBackAt: Instant | null
	/** When its holder was erased from the directory: nobody can do anything from it any more, though nobody ended it. */
	readonly erasedAt: Instant | null
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

/** Whether it is a seat for the coalition and not for an association. */
export const servesCoalition = ({ role }: Pick<Seat, 'role'>): boolean => COALITION_ROLES.includes(role)

/** Whether it was held at an instant, whatever came of it since. */
export function isHeldAt({ from, until, endedAt, erasedAt }: Seat, at: Instant): boolean {
	const there = (over: Instant | null) => over === null || at < over
	return from <= at && there(until) && there(endedAt) && there(erasedAt)
}

export function isSeated(seat: Seat, now: Instant): boolean {
	return (
		seat.endedAt === null && seat.erasedAt === null && seat.from <= now && (seat.until === null || now < seat.until)
	)
}

import type { Coalition } from '#domain/coalition/coalition.ts'
import type { Guard } from '#domain/kernel/decision.ts'
import type { AssociationId, Instant, PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { isHeldAt, type Seat, servesCoalition, VOTERS } from '#domain/members/seats.ts'
import type { Bylaws } from './bylaws.ts'
import { keptByOffice } from './entitled.ts'

/** What associations are asked, from an instant until another: to vote, to object, or to put their name to what was decided. */
export type Asked = {
	readonly from: Instant
	readonly until: Instant
	readonly bylaws: Pick<Bylaws, 'officersVote'>
	readonly associations: readonly AssociationId[]
}

/**
 * The associations for which somebody could answer at every moment: had held, since before they were asked, a seat that
 * votes. Where they could not, silence says nothing.
 */
export function associationsWithVoice(seats: readonly Seat[], asked: Asked): ReadonlySet<AssociationId> {
	const voters = Map.groupBy(
		seats.filter(({ role, givenAt }) => VOTERS.includes(role) && givenAt <= asked.from),
		({ associationId }) => associationId,
	)
	const offices = Map.groupBy(seats.filter(servesCoalition), ({ personId }) => personId)
	const speaksAt = (seat: Seat, at: Instant) => {
		const held = (offices.get(seat.personId) ?? []).filter((office) => office.givenAt <= at && isHeldAt(office, at))
		return isHeldAt(seat, at) && !keptByOffice(held, asked.bylaws)
	}
	const hasVoice = (associationId: AssociationId) => {
		const own = voters.get(associationId) ?? []
		const changes = own
			.flatMap((seat) => [seat, ...(offices.get(seat.personId) ?? [])])
			.flatMap(({ givenAt, from, until, endedAt, erasedAt }) => [givenAt, from, until, endedAt, erasedAt])
			.filter((at) => at !== null && asked.from < at && at < asked.until)
		return [asked.from, ...changes].every((at) => at !== null && own.some((seat) => speaksAt(seat, at)))
	}
	return new Set(asked.associations.filter(hasVoice))
}

/** A coalition with all its seats, and what its associations are asked, as of a position in the log. */
export type Membership = {
	readonly coalition: Coalition
	readonly seats: readonly Seat[]
	readonly asked: readonly Asked[]
	/** Who of those with a seat, held or over, has no address. */
	readonly unreached: ReadonlySet<PersonId>
	readonly position: number
}

/** Refuses a change of seats after which an association that was asked something could no longer answer it. */
export function keepsVoices(
	{ coalition, seats, asked, position }: Membership,
	after: readonly Seat[],
): Result<readonly Guard[], Rejection> {
	const silencing = asked.filter((question) => {
		const still = associationsWithVoice(after, question)
		return [...associationsWithVoice(seats, question)].some((id) => !still.has(id))
	})
	if (silencing.length === 0) return ok([{ kind: 'nothingAskedSince', coalitionId: coalition.id, position }])
	return refuse({ code: 'lastToAnswer', until: Math.max(...silencing.map(({ until }) => until)) })
}

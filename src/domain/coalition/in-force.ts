import type { Elector } from '#domain/deciding/ballot.ts'
import { type Bylaws, PRESETS } from '#domain/deciding/bylaws.ts'
import { DAY_MS } from '#domain/deciding/least-time.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Seat } from '#domain/members/seats.ts'
import type { Coalition, Former, Member } from './coalition.ts'

type Chosen = Pick<Coalition, 'preset' | 'former'>

/** The bylaws that others wait to replace, where that is so; null where those chosen last are in force. */
export function formerOf({ former }: Chosen, now: Instant): Former | null {
	return former !== null && now < former.until ? former : null
}

/** The bylaws by which a ballot opened now is decided. */
export function bylawsOf(coalition: Chosen, now: Instant): Bylaws {
	return PRESETS[formerOf(coalition, now)?.preset ?? coalition.preset]
}

/**
 * How long all have to learn of a change in the bylaws or among the members before it counts: as long as they have to
 * answer, so that nobody alone settles, as a ballot opens, by which rules and among whom it is decided. Milliseconds.
 */
const noticeOf = (coalition: Chosen, now: Instant): number => bylawsOf(coalition, now).leastDays.answer * DAY_MS

/** From when on such a change counts that is made now. */
export function countsFrom(coalition: Chosen, now: Instant): Instant {
	return now + noticeOf(coalition, now)
}

/** Whether anybody has, or has had, a seat for the association, or for any. Before then a coalition is being set up. */
export function everSeated(seats: readonly Pick<Seat, 'associationId'>[], associationId?: AssociationId): boolean {
	return seats.some((seat) => (associationId ? seat.associationId === associationId : seat.associationId !== null))
}

export type Newcomer = Pick<Member, 'id' | 'name'> & {
	/** When it has been a member so long that it is in ballots opened. */
	readonly from: Instant
}

/** The members that are not yet in a ballot opened now. None while all are new: a coalition has its first days. */
export function newcomersOf({ associations, ...chosen }: Chosen & Pick<Coalition, 'associations'>, now: Instant) {
	const notice = noticeOf(chosen, now)
	const fresh = associations.filter(({ joinedAt }) => now < joinedAt + notice)
	if (fresh.length === associations.length) return []
	return fresh.map(({ id, name, joinedAt }): Newcomer => ({ id, name, from: joinedAt + notice }))
}

/** Who may vote in a ballot opened now, in the coalition's order. */
export function electorateOf(coalition: Chosen & Pick<Coalition, 'associations'>, now: Instant): Elector[] {
	const late = new Set(newcomersOf(coalition, now).map(({ id }) => id))
	const electors = coalition.associations.filter(({ id }) => !late.has(id))
	return electors.map(({ id, name, area }) => ({ associationId: id, name, area }))
}

import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { COALITION_BY_SLUG, seatsQuery } from '#db/members/load-actor.ts'
import { type SeatedPerson, seatedPersonsQuery } from '#db/members/load-members.ts'
import { untoldQuery } from '#db/members/load-untold.ts'
import { id, row, rows } from '#db/rows.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import { ROLES, type Seat } from '#domain/members/seats.ts'

export type { SeatedPerson } from '#db/members/load-members.ts'

/** A seat with the person in it; null when the person was erased. */
export type HeldSeat = Seat & { readonly person: SeatedPerson | null }

/** Everything about who is in a coalition. Addresses in it are for chair and secretary alone to see. */
export type MembersView = {
	readonly coalition: Coalition
	/** Those to come and those that are over, too; chairs first, by when they began. */
	readonly seats: readonly HeldSeat[]
	/** Everyone who has or has had a seat here. */
	readonly persons: readonly SeatedPerson[]
	readonly left: readonly LeftAssociation[]
}

const leftRow = row({ id: id<AssociationId>(), name: z.string(), leftAt: z.number() })

export type LeftAssociation = ReturnType<typeof leftRow>

export function membersQuery(slug: string, now: Instant): Query<MembersView | null> {
	return mapQuery(
		allOf({
			coalition: coalitionQuery(slug, now),
			seats: seatsQuery(slug),
			persons: seatedPersonsQuery(slug),
			left: rows(
				`SELECT id, name, left_at FROM association
					WHERE coalition_id = ${COALITION_BY_SLUG} AND left_at <= ? ORDER BY left_at, id`,
				[slug, now],
				leftRow,
			),
		}),
		({ coalition, seats, persons, left }) => {
			if (!coalition) return null
			const byId = new Map(persons.map((person): [string, SeatedPerson] => [person.id, person]))
			return {
				coalition,
				seats: seats
					.map((seat) => ({ ...seat, person: byId.get(seat.personId) ?? null }))
					.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role)),
				persons,
				left,
			}
		},
	)
}

/** The same, with how much there is to tell those whom no mail reaches. */
export function membersPageQuery(
	slug: string,
	now: Instant,
): Query<(MembersView & { readonly untold: number }) | null> {
	return mapQuery(
		allOf({ view: membersQuery(slug, now), untold: untoldQuery(slug, now) }),
		({ view, untold }) => view && { ...view, untold: untold.length },
	)
}

/** The same, where one association is at hand; null when it is no member. */
export function associationQuery(
	slug: string,
	associationId: string,
	now: Instant,
): Query<(MembersView & { readonly association: Coalition['associations'][number] }) | null> {
	return mapQuery(membersQuery(slug, now), (view) => {
		const association = view?.coalition.associations.find(({ id }) => id === associationId)
		return view && association ? { ...view, association } : null
	})
}

/** The same, where one seat is at hand; null when it is none that anybody is in or will be. */
export function seatQuery(
	slug: string,
	seatId: string,
	now: Instant,
): Query<(MembersView & { readonly seat: HeldSeat & { readonly person: SeatedPerson } }) | null> {
	return mapQuery(membersQuery(slug, now), (view) => {
		const seat = view?.seats.find(({ id }) => id === seatId)
		if (!view || !seat?.person || seat.endedAt !== null || (seat.until !== null && seat.until <= now)) return null
		return { ...view, seat: { ...seat, person: seat.person } }
	})
}

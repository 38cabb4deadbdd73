import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { flag, id, json, row, rows } from '#db/rows.ts'
import type { AssociationId, Instant, SeatId } from '#domain/kernel/id.ts'
import { type HeldSeat, type MembersView, membersQuery } from './members.ts'

/** A seat that came of a list, and how its invitation fares. */
export type ListedSeat = HeldSeat & {
	/**
	 * `none`: there was no address to send one to. `trying`: it was not taken, and is tried again. `perhaps`: it was sent twice, and
	 * nobody said whether it was taken.
	 */
	readonly invitation: 'none' | 'waiting' | 'trying' | 'perhaps' | { readonly sentAt: Instant }
}

/** What came of a list that was taken in, as things stand now. */
export type RosterReceipt = MembersView & {
	readonly at: Instant
	/** Names of the associations that came of it, as they are called now. */
	readonly added: readonly string[]
	readonly listed: readonly ListedSeat[]
}

/** What was made: an association, or a seat. */
const madeRow = row({
	payload: json(
		z.union([
			z.object({ association: z.object({ id: id<AssociationId>(), name: z.string() }) }),
			z.object({ seatId: id<SeatId>() }),
		]),
	),
	at: z.number(),
})

const sentRow = row({ seatId: id<SeatId>(), deliveredAt: z.number().nullable(), attempts: z.number(), perhaps: flag })

/** The act whose first event has that number in the coalition's stream. Null when no list was taken in there. */
export function rosterReceiptQuery(slug: string, first: number, now: Instant): Query<RosterReceipt | null> {
	const act = `(SELECT act_id FROM event WHERE stream = 'coalition:' || ${COALITION_BY_SLUG} AND seq = ?)`
	return mapQuery(
		allOf({
			members: membersQuery(slug, now),
			events: rows(
				`SELECT event.payload, act.at FROM event JOIN act ON act.id = event.act_id
					WHERE event.act_id = ${act} AND act.kind = 'takeInRoster' ORDER BY event.position`,
				[slug, first],
				madeRow,
			),
			invitations: rows(
				`SELECT seat_id, delivered_at, attempts,
					EXISTS (SELECT 1 FROM delivery WHERE outbox_id = outbox.id AND unsure = 2) AS perhaps
					FROM outbox WHERE act_id = ${act} AND kind = 'invitation'`,
				[slug, first],
				sentRow,
			),
		}),
		({ members, events, invitations }) => {
			const [event] = events
			if (!members || !event) return null
			const { associations } = members.coalition
			const added = events.flatMap(({ payload }) =>
				'association' in payload
					? [associations.find(({ id }) => id === payload.association.id)?.name ?? payload.association.name]
					: [],
			)
			const bySeat = new Map(invitations.map((invitation) => [invitation.seatId, invitation]))
			const seats = new Map(members.seats.map((seat): [string, HeldSeat] => [seat.id, seat]))
			const listed = events.flatMap(({ payload }): ListedSeat[] => {
				const seat = 'seatId' in payload ? seats.get(payload.seatId) : undefined
				return seat ? [{ ...seat, invitation: stateOf(bySeat.get(seat.id)) }] : []
			})
			return { ...members, at: event.at, added, listed }
		},
	)
}

function stateOf(invitation: ReturnType<typeof sentRow> | undefined): ListedSeat['invitation'] {
	if (!invitation) return 'none'
	if (invitation.perhaps) return 'perhaps'
	if (invitation.deliveredAt !== null) return { sentAt: invitation.deliveredAt }
	return invitation.attempts > 1 ? 'trying' : 'waiting'
}

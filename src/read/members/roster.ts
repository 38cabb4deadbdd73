import * as z from 'zod'
import { allOf, json, mapQuery, type Query, rows } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import type { Instant, SeatId } from '#domain/kernel/id.ts'
import { type HeldSeat, type MembersView, membersQuery } from './members.ts'

/** A seat that came of a list, and how its invitation fares. */
export type ListedSeat = HeldSeat & {
	/** `none`: there was no address to send one to. `trying`: it was not taken, and is tried again. */
	readonly invitation: 'none' | 'waiting' | 'trying' | { readonly sentAt: Instant }
}

/** What came of a list that was taken in, as things stand now. */
export type RosterReceipt = MembersView & {
	readonly at: Instant
	/** Names of the associations that came of it, as they are called now. */
	readonly added: readonly string[]
	readonly listed: readonly ListedSeat[]
}

const made = z.discriminatedUnion('type', [
	z.object({
		type: z.literal('associationAdded'),
		payload: json(z.object({ association: z.object({ id: z.string(), name: z.string() }) })),
		at: z.number(),
	}),
	z.object({ type: z.literal('seatGiven'), payload: json(z.object({ seatId: z.string() })), at: z.number() }),
])

const sent = z.object({ seatId: z.string(), deliveredAt: z.number().nullable(), attempts: z.number() })

/** The act whose first event has that number in the coalition's stream. Null when no list was taken in there. */
export function rosterReceiptQuery(slug: string, first: number): Query<RosterReceipt | null> {
	const act = `(SELECT act_id FROM event WHERE stream = 'coalition:' || ${COALITION_BY_SLUG} AND seq = ?)`
	return mapQuery(
		allOf({
			members: membersQuery(slug),
			events: rows(
				`SELECT event.type, event.payload, act.at FROM event JOIN act ON act.id = event.act_id
					WHERE event.act_id = ${act} AND act.kind = 'takeInRoster' ORDER BY event.position`,
				[slug, first],
				made,
			),
			invitations: rows(
				`SELECT seat_id AS "seatId", delivered_at AS "deliveredAt", attempts FROM outbox WHERE act_id = ${act}`,
				[slug, first],
				sent,
			),
		}),
		({ members, events, invitations }) => {
			const [event] = events
			if (!members || !event) return null
			const { associations } = members.coalition
			const added = events.flatMap((each) =>
				each.type === 'associationAdded'
					? [associations.find(({ id }) => id === each.payload.association.id)?.name ?? each.payload.association.name]
					: [],
			)
			const bySeat = new Map(invitations.map((invitation) => [invitation.seatId, invitation]))
			const seats = new Map(members.seats.map((seat): [string, HeldSeat] => [seat.id, seat]))
			const listed = events.flatMap((each): ListedSeat[] => {
				const seat = each.type === 'seatGiven' ? seats.get(each.payload.seatId as SeatId) : undefined
				return seat ? [{ ...seat, invitation: stateOf(bySeat.get(seat.id)) }] : []
			})
			return { ...members, at: event.at, added, listed }
		},
	)
}

function stateOf(invitation: z.output<typeof sent> | undefined): ListedSeat['invitation'] {
	if (!invitation) return 'none'
	if (invitation.deliveredAt !== null) return { sentAt: invitation.deliveredAt }
	return invitation.attempts > 1 ? 'trying' : 'waiting'
}

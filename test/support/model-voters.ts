import type { Ballot } from '#domain/deciding/ballot.ts'
import type { AssociationId, PersonId } from '#domain/kernel/id.ts'
import { seatHeld, type View } from './model-store.ts'

type Which = (seat: View['seats'][number]) => boolean

/** Who holds such a seat now. */
export function holder(
	{ seats, now }: View,
	role: string,
	associationId: AssociationId | null,
	which: Which = () => true,
): PersonId | null {
	const held = seats.filter((seat) => seat.role === role && seat.associationId === associationId && which(seat))
	return held.find((seat) => seatHeld({ seats }, seat.id, now))?.personId ?? null
}

/** Of the associations not done somebody who may answer for one: from a seat no younger than `given`, and not while in office. */
export function firstVoter(
	view: View,
	{ electorate, bylaws }: Pick<Ballot, 'electorate' | 'bylaws'>,
	done: (id: AssociationId) => boolean,
	given = Infinity,
) {
	const { seats, now } = view
	const inOffice = ({ personId }: { readonly personId: PersonId }) =>
		seats.some((seat) => seat.personId === personId && seat.associationId === null && seatHeld(view, seat.id, now))
	const may: Which = (seat) => seat.givenAt <= given && (bylaws.officersVote || !inOffice(seat))
	for (const { associationId } of electorate) {
		const by = holder(view, 'delegate', associationId, may) ?? holder(view, 'deputy', associationId, may)
		if (!done(associationId) && by !== null) return { by, associationId }
	}
	return null
}

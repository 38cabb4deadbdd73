import type { Bylaws } from '#domain/deciding/bylaws.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Entry, Of } from './model-entry.ts'
import { leavesAt } from './model-log.ts'

type Time = { readonly from: Instant; readonly until: Instant; readonly bylaws: Bylaws }

/** When a seat was held, by what the log says of it so far. Until `to`, which is not in it. */
function spanOf(log: readonly Entry[], { payload, at }: Of<'seatGiven'>): { from: Instant; to: Instant } {
	let over = Infinity
	for (const entry of log) {
		if (entry.type === 'seatEnded' && entry.payload.seatId === payload.seatId) over = entry.at
		if (entry.type === 'seatTakenBack' && entry.payload.seatId === payload.seatId) over = Infinity
	}
	const gone = payload.associationId === null ? Infinity : leavesAt(log, payload.associationId)
	return { from: Math.max(payload.from, at), to: Math.min(over, gone, payload.until ?? Infinity) }
}

/**
 * Whether somebody could answer for the association at every moment from the start to the end: from a seat that had been
 * given by the start, and not while in an office that keeps from it.
 */
export function couldAnswer(
	log: readonly Entry[],
	associationId: AssociationId,
	{ from, until, bylaws }: Time,
): boolean {
	const given = log.filter((e): e is Of<'seatGiven'> => e.type === 'seatGiven')
	const free = given
		.filter((e) => e.payload.associationId === associationId && e.at <= from)
		.filter(({ payload: { role } }) => role === 'delegate' || role === 'deputy')
		.map((seat) => ({
			...spanOf(log, seat),
			kept: given
				.filter((e) => !bylaws.officersVote && e.payload.associationId === null)
				.filter((e) => e.payload.personId === seat.payload.personId)
				.map((office) => spanOf(log, office)),
		}))
	const within = (span: { from: Instant; to: Instant }, at: Instant) => span.from <= at && at < span.to
	const edges = free.flatMap((seat) => [seat, ...seat.kept]).flatMap((span) => [span.from, span.to])
	return [from, ...edges.filter((at) => from < at && at < until)].every((at) =>
		free.some((seat) => within(seat, at) && !seat.kept.some((office) => within(office, at))),
	)
}

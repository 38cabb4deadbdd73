import type { AssociationId, SeatId } from '#domain/kernel/id.ts'
import type { Entry } from './model-entry.ts'
import type { Conditions } from './model-law.ts'
import { heldBy, roleOfSeat, seatGivenIn } from './model-log.ts'
import { DAY } from './rules.ts'

/** What an association said last: from which seat, when it was said first, and whether it stands. */
type Last = { readonly seatId: SeatId | null; readonly at: number; readonly standing: boolean }

/** What is true of all that an association says against something, or takes back. */
export function saidRightly(
	entry: Entry & { readonly payload: { readonly associationId: AssociationId } },
	last: Last | undefined,
	log: readonly Entry[],
): Conditions {
	return {
		'the association says it itself':
			heldBy(log, entry.seatId, entry.at)?.associationId === entry.payload.associationId,
		'a deputy leaves what the delegate said': !(
			roleOfSeat(log, entry.seatId) === 'deputy' &&
			last !== undefined &&
			roleOfSeat(log, last.seatId) === 'delegate'
		),
		'what it said is not unsaid from a seat that was given since, for a week':
			!last?.standing || hadSeat(log, entry.seatId, last.at) || weeksHeld(log, entry) >= 1,
	}
}

/** Whether whoever speaks had been given the seat when that was said. */
const hadSeat = (log: readonly Entry[], seatId: SeatId | null, saidAt: number): boolean =>
	log.some((e) => e.type === 'seatGiven' && e.payload.seatId === seatId && e.at <= saidAt)

/** For how many whole weeks of days, each of 24 hours, a seat had been held when something was said from it. */
function weeksHeld(log: readonly Entry[], { seatId, at }: Entry): number {
	let days = 0
	for (let day = (seatGivenIn(log, seatId)?.at ?? at) + DAY; day <= at; day += DAY) days += 1
	return Math.floor(days / 7)
}

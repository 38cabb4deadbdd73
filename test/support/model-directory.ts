import type { AddressChangeId, PersonId } from '#domain/kernel/id.ts'
import { tellByHand } from '#domain/members/by-hand.ts'
import { type Listed, mendName, proposeAddress, withdrawAddress } from '#domain/members/directory.ts'
import { type Attempt, NOTHING, nth, OPERATOR, PEOPLE, type Step, UNREACHED } from './model-attempt.ts'
import type { View } from './model-store.ts'

/** Nobody was changed today: as many as a chair may change in a day are more than a run has acts. */
const LATELY = { count: 0, first: null }

function listedIn(view: View, { a, b, flag }: Step): Listed {
	const personId = nth([...PEOPLE, OPERATOR], a * 2 + (b % 2)) as PersonId
	const emails = UNREACHED.has(personId) ? [] : [`${personId}@example.org`]
	return {
		personId,
		name: `${personId}`,
		emails,
		operator: personId === OPERATOR,
		elsewhere: flag && view.now % 2 === 0,
	}
}

/** What is done to what is known of people, and that somebody was told who has no mail. */
export const DIRECTORY_ACTS = {
	tellByHand: (view, actor, { b, c }, context) => {
		const seat = nth(view.seats, b)
		const waits = nth(['this', 'another', 'nothing'] as const, c) ?? 'this'
		const actId = `act${b}` as never
		return seat
			? tellByHand(actor, view.coalition, { actId, notice: 'unseated', about: seat.id }, waits, context)
			: NOTHING
	},
	mendName: (view, actor, step, context) =>
		mendName(actor, view.coalition, listedIn(view, step), LATELY, `Ny ${step.c}`, context),
	proposeAddress: (view, actor, step, context) =>
		proposeAddress(actor, view.coalition, listedIn(view, step), LATELY, `ny${step.c}@example.org`, context),
	withdrawAddress: (view, actor, { a, c }, context) =>
		withdrawAddress(actor, view.coalition, c === 0 ? null : (`change${a}` as AddressChangeId), context),
} satisfies Record<string, Attempt>

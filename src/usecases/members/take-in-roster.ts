import { seatedPersonsQuery } from '#db/members/load-members.ts'
import { membersOf } from '#db/members/load-membership.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/members/acts.ts'
import { markOf, readRoster, type TakenIn, takeInRoster as takeIn } from '#domain/members/roster.ts'
import type { Meaning } from '#domain/members/roster-columns.ts'
import { onCoalition } from '#usecases/coalition/on-coalition.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'
import { createPersons, personIdFor } from '#usecases/person/people.ts'

export type TakeInRoster = {
	/** Rows as they were pasted from a spreadsheet. */
	readonly text: string
	/** What the columns hold, where a person said so; empty for what is read from the list itself. */
	readonly columns: readonly Meaning[]
	/** The mark of the plan the person was shown; null for whatever the list comes to. */
	readonly mark: string | null
}

/**
 * Takes a pasted list in: associations, persons and seats, all of it or nothing. Refuses `rosterChanged` where the list
 * comes to something else than the person was shown, because somebody changed the members meanwhile.
 */
export function takeInRoster(deps: Deps, order: Order<TakeInRoster>): Outcome<TakenIn & { readonly first: number }> {
	const { text, columns, mark } = order.command
	return perform(deps, {
		act: acts.takeInRoster,
		order,
		...onCoalition(order.coalition),
		load: (now) => ({ ...membersOf(order.coalition, now), persons: seatedPersonsQuery(order.coalition) }),
		decide: async (actor, { persons, streams: streamsOf, ...members }, context) => {
			const { coalition, seats } = members
			const read = readRoster(text, columns, { ...coalition, seats, persons }, context.now)
			if (!read.ok) return read
			const { plan } = read.value
			const ids = await Promise.all(plan.persons.map((person, index) => idFor(order, person, index)))
			const decided = takeIn(actor, members, plan, ids, context)
			if (!decided.ok) return decided
			if (mark !== null && mark !== markOf(plan)) return refuse({ code: 'rosterChanged' })
			// Where the coalition's stream had come: by its next event the act is found again.
			const first = (streamsOf[streams.coalition(coalition.id)] ?? 0) + 1
			await createPersons(
				deps,
				plan.persons.flatMap((person, index) => {
					const id = ids[index]
					return id === undefined ? [] : [{ ...person, id }]
				}),
			)
			return ok({ ...decided.value, value: { ...decided.value.value, first } })
		},
	})
}

/** Two in a list may have the same name and no address: their places in it tell them apart. */
function idFor(order: Order<TakeInRoster>, person: { name: string; emails: readonly string[] }, index: number) {
	const key = { ...order.key, value: `${order.key.value} ${index}` }
	return personIdFor({ ...order, key }, person)
}

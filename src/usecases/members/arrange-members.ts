import { type SeatedPerson, seatedPersonsQuery } from '#db/members/load-members.ts'
import { membersOf } from '#db/members/load-membership.ts'
import type { AssociationId, Instant, PersonId, SeatId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { acts } from '#domain/members/acts.ts'
import * as arranging from '#domain/members/arranging.ts'
import { changeAssociation } from '#domain/members/member-associations.ts'
import * as membership from '#domain/members/membership.ts'
import type { Role } from '#domain/members/seats.ts'
import { normaliseEmail } from '#domain/person/person.ts'
import { onCoalition } from '#usecases/coalition/on-coalition.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'
import { createPerson, personIdFor } from '#usecases/person/people.ts'

/** Moves an association one step in the coalition's order. */
export function moveAssociation(
	deps: Deps,
	order: Order<{ readonly associationId: AssociationId; readonly direction: 'up' | 'down' }>,
): Outcome<null> {
	return perform(deps, {
		act: acts.moveAssociation,
		order,
		...onCoalition(order.coalition),
		decide: (actor, { coalition }, context) => arranging.moveAssociation(actor, coalition, order.command, context),
	})
}

/** Changes what an association is called and works with; its place in the order stays. */
export function renameAssociation(
	deps: Deps,
	order: Order<{ readonly associationId: AssociationId; readonly name: string; readonly area: string }>,
): Outcome<null> {
	const { associationId, ...words } = order.command
	return perform(deps, {
		act: acts.renameAssociation,
		order,
		...onCoalition(order.coalition),
		decide: (actor, { coalition }, context) => {
			const present = coalition.associations.find(({ id }) => id === associationId)
			if (!present) return refuse({ code: 'notFound' })
			return changeAssociation(actor, coalition, { ...present, ...words }, context)
		},
	})
}

export type SeatPerson = {
	/** Somebody who has or has had a seat in the coalition, or somebody new to it. */
	readonly who:
		| { readonly kind: 'known'; readonly id: PersonId }
		| {
				readonly kind: 'new'
				readonly name: string
				/** Empty: none. */
				readonly email: string
				/** Somebody in the coalition has the address, and this is another person. */
				readonly another: boolean
		  }
	/** Null for chair and secretary. */
	readonly associationId: AssociationId | null
	readonly role: Role
	/** Null: until further notice. */
	readonly until: Instant | null
	/** The seat that ends as this one begins. */
	readonly replaces: SeatId | null
}

export type Seated = { readonly seatId: SeatId; readonly personId: PersonId; readonly invited: boolean }

/**
 * Gives somebody a seat from now on, entering them in the directory when they are new to the coalition. Those with an
 * address are invited by mail. Refuses `empty` on `who` where somebody in the coalition has the address and it is not said
 * whether it is them; whether people elsewhere have it is not told.
 */
export function seatPerson(deps: Deps, order: Order<SeatPerson>): Outcome<Seated> {
	const { who, replaces, ...place } = order.command
	return perform(deps, {
		act: acts.seatPerson,
		order,
		...onCoalition(order.coalition),
		load: (now) => ({ ...membersOf(order.coalition, now), persons: seatedPersonsQuery(order.coalition) }),
		decide: async (actor, { persons, ...members }, context) => {
			const chosen = await choose(order, persons)
			const person = chosen.ok ? chosen.value : { id: deps.newId<'person'>(), invite: false }
			const seat = { ...place, personId: person.id, from: context.now, invite: person.invite }
			const decided =
				replaces === null
					? membership.giveSeat(actor, members, seat, context)
					: arranging.replaceSeat(actor, members, { ...seat, replaces }, context)
			// Who may not give a seat is not told who has an address.
			if (!decided.ok) return decided
			if (!chosen.ok) return chosen
			if (who.kind === 'new') {
				const entered = await createPerson(deps, { name: who.name, emails: [who.email] }, person.id)
				if (!entered.ok) return entered
			}
			return ok({
				...decided.value,
				value: { seatId: decided.value.value.seatId, personId: person.id, invited: person.invite },
			})
		},
	})
}

type Chosen = { readonly id: PersonId; readonly invite: boolean }

async function choose(order: Order<SeatPerson>, persons: readonly SeatedPerson[]): Promise<Result<Chosen, Rejection>> {
	const { who } = order.command
	if (who.kind === 'known') {
		const known = persons.find(({ id }) => id === who.id)
		return known ? ok({ id: known.id, invite: known.emails.length > 0 }) : refuse({ code: 'empty', field: 'who' })
	}
	const email = normaliseEmail(who.email)
	const shared = email !== '' && persons.some(({ emails }) => emails.includes(email))
	if (shared && !who.another) return refuse({ code: 'empty', field: 'who' })
	return ok({ id: await personIdFor(order, { name: who.name, emails: [email] }), invite: email !== '' })
}

import { createCoalition } from '#domain/coalition/create-coalition.ts'
import type { Preset } from '#domain/deciding/bylaws.ts'
import type { AssociationId, Instant, PersonId } from '#domain/kernel/id.ts'
import { addAssociation } from '#domain/members/member-associations.ts'
import { giveSeat } from '#domain/members/membership.ts'
import type { Role } from '#domain/members/seats.ts'
import { actorIn, membershipOf, OPERATOR } from './model-attempt.ts'
import { act, type Decide, emptyStore, type Outcome, type Store, viewOf } from './model-store.ts'

export const CHAIR = 'chair' as PersonId

export function mustBeSaved(outcome: Outcome, what: string): void {
	if (outcome.result !== 'saved') throw new Error(`${what} must be granted: ${JSON.stringify(outcome)}`)
}

/** Three associations or the first two, two with a deputy, one with a contributor. */
export function peopled(start: Instant, preset: Preset, few = false): Store {
	const store = emptyStore(start)
	const settings = { name: 'NSPH', seriesPrefix: 'N', preset, language: 'sv', listed: true } as const
	const command = { slug: 'nsph', settings, demo: false, chair: CHAIR }
	const created = act(store, OPERATOR, (view, context) =>
		createCoalition(actorIn(view, OPERATOR), command, [], context),
	)
	mustBeSaved(created, 'createCoalition')
	const seat = (person: string, role: Role, associationId: AssociationId | null) => {
		const given = { personId: person as PersonId, associationId, role, from: start, until: null, invite: false }
		byChair(store, 'giveSeat', (view, context) => giveSeat(actorIn(view, CHAIR), membershipOf(view), given, context))
	}
	seat('secretary', 'secretary', null)
	const people = [['dora', 'petra', 'carl'], ['dina', 'pia'], ['disa']]
	for (const [delegate = '', deputy, contributor] of people.slice(0, few ? 2 : 3)) {
		const named = { name: delegate, area: '' }
		byChair(store, 'addAssociation', (view, context) =>
			addAssociation(actorIn(view, CHAIR), view.coalition, named, context),
		)
		const id = viewOf(store).coalition.associations.at(-1)?.id ?? null
		seat(delegate, 'delegate', id)
		if (deputy) seat(deputy, 'deputy', id)
		if (contributor) seat(contributor, 'contributor', id)
	}
	return store
}

export function byChair(store: Store, what: string, decide: Decide): void {
	mustBeSaved(act(store, CHAIR, decide), what)
}

/**
 * Reads, lets others act, and writes on what was read; where that no longer holds, reads again and writes at once. `lost`:
 * it was so.
 */
export function raced(
	store: Store,
	who: PersonId,
	decide: Decide,
	others: () => void,
	what: string,
): { readonly outcome: Outcome; readonly lost: boolean } {
	const before = store.moments.length
	others()
	const lag = store.moments.length - before
	const outcome = act(store, who, decide, lag)
	if (outcome.result !== 'lost') return { outcome, lost: false }
	if (lag === 0) throw new Error(`${what} lost against nobody`)
	const again = act(store, who, decide)
	if (again.result === 'lost') throw new Error(`${what} lost against nobody`)
	return { outcome: again, lost: true }
}

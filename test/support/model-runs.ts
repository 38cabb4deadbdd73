import { createCoalition } from '#domain/coalition/create-coalition.ts'
import type { Preset } from '#domain/deciding/bylaws.ts'
import type { AssociationId, Instant, PersonId } from '#domain/kernel/id.ts'
import { addAssociation } from '#domain/members/member-associations.ts'
import { giveSeat } from '#domain/members/membership.ts'
import type { Role } from '#domain/members/seats.ts'
import { type Attempt, actorIn, membershipOf, nth, OPERATOR, PEOPLE, type Step } from './model-attempt.ts'
import { act, type Decide, emptyStore, type Next, type Outcome, type Store, type View, viewOf } from './model-store.ts'

export const CHAIR = 'chair' as PersonId

export function mustBeSaved(outcome: Outcome, what: string): void {
	if (outcome.result !== 'saved') throw new Error(`${what} must be granted: ${JSON.stringify(outcome)}`)
}

/** A coalition with these associations: of each the delegate, perhaps a deputy, perhaps a contributor. */
export function peopled(start: Instant, preset: Preset, associations: readonly (readonly string[])[]): Store {
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
	for (const [delegate = '', deputy, contributor] of associations) {
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

export const byChair = (store: Store, what: string, decide: Decide) => mustBeSaved(act(store, CHAIR, decide), what)

type Trying<Kind extends string> = {
	readonly acts: Readonly<Record<Kind, Attempt>>
	readonly aptFor: (step: Step<Kind>, view: View) => PersonId | null
	readonly nextAct: (view: View, step: Step) => Next | null
}

/** A step, and what others did between its reading and its writing. `next`: by whoever may, and not refused. */
export type RacedStep<Kind extends string> = Step<Kind | 'next'> & { readonly meanwhile: readonly Step<Kind>[] }

/** How a model goes through its steps, with a note of all that happened over all runs. */
export function running<Kind extends string>({ acts, aptFor, nextAct }: Trying<Kind>) {
	/** So that a model that never gets anywhere does not pass for one that holds. */
	const seen = new Map<string, number>()
	const note = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)

	/** Anybody tries anything; whoever was overtaken reads again, as the write path does. */
	function attempt(store: Store, step: Step<Kind>, meanwhile: readonly Step<Kind>[] = []): void {
		const who = (step.apt ? aptFor(step, viewOf(store)) : null) ?? nth(PEOPLE, step.who) ?? OPERATOR
		const decide: Decide = (view, context) => acts[step.kind](view, actorIn(view, who, step.recent), step, context)
		const outcome = raced(store, who, decide, meanwhile, step.kind)
		note(outcome.result === 'refused' ? `refused: ${outcome.reason.code}` : `${outcome.result}: ${step.kind}`)
	}

	/** Somebody who may takes it a step on, and is not refused unless overtaken. */
	function advance(store: Store, { meanwhile, ...step }: RacedStep<Kind>): void {
		let next = nextAct(viewOf(store), step)
		for (let waits = 0; next?.waitUntil !== undefined && next.waitUntil > store.clock && waits < 3; waits += 1) {
			store.clock = next.waitUntil
			next = nextAct(viewOf(store), step)
		}
		if (!next) return
		const outcome = raced(store, next.by, next.decide, meanwhile, next.name)
		const { refusedFor } = next
		if ((refusedFor !== undefined || next.mayFail) && outcome.result === 'refused')
			note(`refused: ${outcome.reason.code}`)
		else if (refusedFor !== undefined && meanwhile.length === 0) throw new Error(`${next.name} must be refused`)
		else if (meanwhile.length === 0 && !next.mayFail) mustBeSaved(outcome, next.name)
		note(outcome.result === 'saved' ? `next: ${next.name}` : `next, not saved: ${next.name}`)
	}

	/** Reads, lets others act, and writes on what was read; where that no longer holds, reads again and writes at once. */
	function raced(store: Store, who: PersonId, decide: Decide, meanwhile: readonly Step<Kind>[], what: string): Outcome {
		const before = store.moments.length
		for (const other of meanwhile) attempt(store, other)
		const lag = store.moments.length - before
		const outcome = act(store, who, decide, lag)
		if (outcome.result !== 'lost') return outcome
		if (lag === 0) throw new Error(`${what} lost against nobody`)
		note(`lost: ${what}`)
		const again = act(store, who, decide)
		if (again.result === 'lost') throw new Error(`${what} lost against nobody`)
		return again
	}

	function step(store: Store, each: RacedStep<Kind>): void {
		store.clock += each.wait
		if (each.kind === 'next') advance(store, each)
		else attempt(store, { ...each, kind: each.kind as Kind }, each.meanwhile)
	}
	return { seen, note, step }
}

import fc from 'fast-check'
import { carried, stretchNow } from '#domain/amendment/carrying.ts'
import { decideAmendment, reopenAmendment } from '#domain/amendment/deciding.ts'
import { joinAmendment, leaveAmendment } from '#domain/amendment/joining.ts'
import {
	changeAmendment,
	type Proposed,
	proposeAmendment,
	putForwardAmendment,
	withdrawAmendment,
} from '#domain/amendment/proposing.ts'
import { AMENDMENT_OUTCOMES } from '#domain/amendment/state.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, PersonId } from '#domain/kernel/id.ts'
import type { Rejection, RejectionCode } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { type DocumentEdit, editDocument } from '#domain/statement/document.ts'
import { changesOf } from '#domain/statement/text-history.ts'
import { type AmendedText, type Held, standingIn, wordingOf } from './amending-model.ts'
import { TOUCH, touched } from './amending-touches.ts'
import { ANBO, chair, contributorOf, delegateOf, deputyOf, SHEDO, statement, TILIA } from './rules.ts'

export const STEP = fc.record({
	what: fc.constantFrom(
		...([
			'edit',
			'edit',
			'edit',
			'propose',
			'propose',
			'propose',
			'prepare',
			'putForward',
			'join',
			'join',
			'leave',
		] as const),
		...(['reword', 'reword', 'withdraw', 'decide', 'decide', 'reopen', 'merge', 'merge'] as const),
	),
	who: fc.nat(2),
	which: fc.nat(),
	/** How many of the last changes of the text had not been seen, and whether another version was read than the one that counts. */
	late: fc.nat(3),
	stale: fc.constantFrom(false, false, false, true),
	touches: fc.array(TOUCH, { minLength: 1, maxLength: 3 }),
	several: fc.boolean(),
})
export type Step = typeof STEP extends fc.Arbitrary<infer Value> ? Value : never

/** What is tried, and what must come of it by the model's own reckoning: events, a certain refusal, or (undefined) either. */
export type Attempt = {
	readonly by: PersonId
	readonly decided: Result<Pick<Decision<unknown>, 'events'>, Rejection>
	readonly refusedFor?: RejectionCode | null
	/** What an amendment was to want. */
	readonly wants?: readonly Wanted[]
	/** What the text must be afterwards; left out where it must not change. */
	readonly becomes?: readonly Block[]
	/** Those that were put into the text, the chosen; of these, those that were whole. */
	readonly chosen?: readonly Held[]
	readonly merged?: readonly Held[]
}

/** Null: there is nothing to do it to. */
export type Command = (text: AmendedText, step: Step) => Attempt | null

export const consulting = statement('consulting')
const ASSOCIATIONS = [SHEDO, ANBO, TILIA] as const
const at = <Value>(all: readonly Value[], place: number): Value | undefined => all[place % Math.max(1, all.length)]
const associationOf = ({ who }: Step): AssociationId => ASSOCIATIONS[who] ?? SHEDO

/** Each with an own person behind it. */
const named = (actor: Actor, name: string): Actor => ({ ...actor, personId: name as PersonId })
const delegate = (of: AssociationId) => named(delegateOf(of), `delegate-${of}`)
const deputy = (of: AssociationId) => named(deputyOf(of), `deputy-${of}`)
const contributor = (of: AssociationId) => named(contributorOf(of), `contributor-${of}`)

export const asWanted = ({ blockId, content }: BlockVersion): Wanted => ({ blockId, content })

/** The text as somebody had it in front of them who has not seen its last changes. */
function textBefore({ changes, blocks }: AmendedText, late: number): readonly BlockVersion[] {
	if (late === 0) return blocks
	return [...changesOf(changes.slice(0, Math.max(1, changes.length - late)))].at(-1)?.after ?? []
}

/** A stretch of the text as it was seen, and what is wanted in its place. */
function proposed(text: AmendedText, { late, which, touches, several }: Step): Proposed {
	const before = textBefore(text, late)
	const from = which % Math.max(1, before.length)
	const seen = several ? before.slice(from, from + 3) : before.slice(from, from + 1)
	return { seen, wanted: touched(seen.map(asWanted), touches), reason: 'Det blir bättre.' }
}

/** The whole text written anew by the chair. */
export const written = (text: AmendedText, wanted: readonly Wanted[], context: Context) => {
	const edit: DocumentEdit = {
		do: 'write',
		blocks: wanted.map(({ content }) => content),
		names: wanted.map(({ blockId }) => blockId),
	}
	return editDocument(chair, { statement: consulting, blocks: text.blocks }, edit, context)
}

const edit: Command = (text, { touches }) => {
	const wanted = touched(text.blocks.map(asWanted), touches)
	return {
		by: chair.personId,
		decided: written(text, wanted, text.context()),
		refusedFor: null,
		becomes: wanted.map(({ content }) => content),
	}
}

const propose =
	(as: (of: AssociationId) => Actor): Command =>
	(text, step) => {
		const associationId = associationOf(step)
		const actor = as(associationId)
		const command = { ...proposed(text, step), associationId }
		const standing = standingIn(text, associationId)
		const decided = proposeAmendment(actor, consulting, standing, command, text.context())
		return { by: actor.personId, decided, wants: command.wanted }
	}

const some = ({ amendments }: AmendedText, { which }: Step): Held | undefined => at([...amendments.values()], which)

/** The version that somebody read: that which counts, or an earlier one. */
const readIn = (held: Held, { stale }: Step) =>
	(stale ? held.wordings[0] : held.wordings.at(-1))?.versionId ?? held.versionId

export const isLive = ({ state }: Held) => state === 'open' || state === 'prepared'

const putForward: Command = (text, step) => {
	const held = some(text, step)
	if (held === undefined) return null
	const actor = deputy(held.associationId)
	const versionId = readIn(held, step)
	const standing = standingIn(text, held.associationId)
	return {
		by: actor.personId,
		decided: putForwardAmendment(actor, consulting, held, standing, { versionId }, text.context()),
		refusedFor: unless(held.state === 'prepared', held.versionId === versionId),
	}
}

/** For what is said of an amendment in a state, and in words, it must be refused, if for anything. */
const unless = (inState: boolean, inWords: boolean): RejectionCode | null => {
	if (!inState) return 'amendmentState'
	return inWords ? null : 'amendmentChanged'
}

/** From the stretch as it is now, and what the amendment wants of it; its own words where others stand in its way. */
const reword: Command = (text, step) => {
	const held = some(text, step)
	if (held === undefined) return null
	const { seen, wanted } = wordingOf(held)
	const [from, until] = stretchNow(seen, text.blocks)
	const now = carried({ seen, wanted }, text.blocks)
	const stands = now.ok ? now.blocks.slice(from, now.blocks.length - (text.blocks.length - until)) : wanted
	const versionId = readIn(held, step)
	const command = {
		seen: text.blocks.slice(from, until),
		wanted: touched(stands, step.touches),
		reason: 'Klarare så.',
		versionId,
	}
	const actor = (step.several ? contributor : delegate)(held.associationId)
	const decided = changeAmendment(actor, consulting, held, command, text.context(), [])
	const may = held.state === 'prepared' || !step.several
	const refused = may ? unless(isLive(held), held.versionId === versionId) : 'notAllowed'
	// What it named and is there no more is one of its own.
	const there = new Set(command.seen.map(({ blockId }) => blockId))
	const wants = command.wanted.map((block) =>
		block.blockId !== null && there.has(block.blockId) ? block : { ...block, blockId: null },
	)
	return { by: actor.personId, decided, wants, ...(refused !== null && { refusedFor: refused }) }
}

const withdraw: Command = (text, step) => {
	const held = some(text, step)
	if (held === undefined) return null
	const actor = delegate(held.associationId)
	const decided = withdrawAmendment(actor, consulting, held, text.context(), [])
	return { by: actor.personId, decided, refusedFor: unless(isLive(held), true) }
}

const join: Command = (text, step) => {
	const held = some(text, step)
	if (held === undefined) return null
	const associationId = associationOf(step)
	const actor = delegate(associationId)
	const command = { associationId, versionId: readIn(held, step) }
	const own = associationId === held.associationId
	const refusedFor =
		held.state === 'prepared'
			? 'notFound'
			: own
				? 'ownAmendment'
				: unless(held.state === 'open', command.versionId === held.versionId)
	return { by: actor.personId, decided: joinAmendment(actor, consulting, held, command, text.context()), refusedFor }
}

const leave: Command = (text, step) => {
	const held = some(text, step)
	if (held === undefined) return null
	const associationId = associationOf(step)
	const actor = delegate(associationId)
	const refusedFor = held.state === 'prepared' ? 'notFound' : unless(held.state === 'open', true)
	return {
		by: actor.personId,
		decided: leaveAmendment(actor, consulting, held, { associationId }, text.context()),
		refusedFor,
	}
}

const decide: Command = (text, step) => {
	const held = some(text, step)
	if (held === undefined) return null
	const versionId = readIn(held, step)
	const outcome = AMENDMENT_OUTCOMES[step.who] ?? 'adopted'
	const decided = decideAmendment(chair, consulting, held, { versionId, outcome, note: 'Skäl.' }, text.context(), [])
	const waits = held.state === 'prepared'
	const refusedFor = waits ? 'notFound' : unless(held.state === 'open', held.versionId === versionId)
	return { by: chair.personId, decided, refusedFor }
}

const reopen: Command = (text, step) => {
	const held = some(text, step)
	if (held === undefined) return null
	const decided = reopenAmendment(chair, consulting, held, text.context())
	const isDecided = AMENDMENT_OUTCOMES.some((outcome) => outcome === held.state)
	return { by: chair.personId, decided, refusedFor: held.state === 'prepared' ? 'notFound' : unless(isDecided, true) }
}

/** All but putting together. */
export const ON_ONE = {
	edit,
	propose: propose(delegate),
	prepare: propose(contributor),
	putForward,
	reword,
	join,
	leave,
	withdraw,
	decide,
	reopen,
} as const satisfies Partial<Record<Step['what'], Command>>

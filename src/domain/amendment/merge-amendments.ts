import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AmendmentId, AmendmentVersionId, BlockId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { NOTE_LIMIT, optionalText, requiredText } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Draft } from '#domain/statement/draft.ts'
import { type Became, rewrite } from '#domain/statement/rewrite.ts'
import { acts } from './acts.ts'
import { adoptedTogether } from './adopted-together.ts'
import { type Amendment, amendmentTold, onAmendment } from './amendment.ts'
import { notAsked } from './asked.ts'
import type { Stretch } from './carrying.ts'
import type { Choices } from './collision.ts'
import type { BeforeMerging, MergedPart } from './facts.ts'
import { isDone, type MergedIn } from './in-text.ts'
import type { OvertakenBy } from './overtaken.ts'
import { speaksFor } from './proposing.ts'
import { type Came, type PutTogether, putTogether, yieldsToHeldOnly } from './putting-together.ts'
import { standingBehind } from './standing-behind.ts'
import { MERGEABLE_STATES, type MergedOutcome } from './state.ts'
import { noneTurnedRound } from './turning-round.ts'

/** Most amendments that are merged at once. */
export const MERGED_AT_ONCE = 100

/** An amendment with its words, and with what was decided of it. */
export type Mergeable = Amendment &
	Stretch & { readonly number: number; readonly merged: MergedIn } & Omit<BeforeMerging, 'state'>

export type MergeAmendments = {
	/** The text as it was on the page; null: it never was as the page says. */
	readonly seen: readonly BlockVersion[] | null
	/** Which, in the words that were read. */
	readonly chosen: readonly { readonly amendmentId: AmendmentId; readonly versionId: AmendmentVersionId }[]
	readonly choices: Choices
	/** What is changed in those that do not come in as they are, and why. */
	readonly note: string
	/** Said once that what others think of a part that is struck may lose its place with it. */
	readonly letGo: boolean
}

/**
 * `older`: the blocks that were in the text when the latest of what was read was written, wherever they stand now. `overtaken`: what
 * associations rejected because they preferred one of the amendments.
 */
export type KnownOfAmendments = {
	readonly amendments: readonly Mergeable[]
	readonly overtaken: readonly OvertakenBy[]
	readonly judged: readonly BlockId[]
	readonly older: readonly BlockId[]
}

/** What became of each that was chosen; null: nothing of it came into the text, and it stands as it did. */
export type MergedAs = { readonly amendmentId: AmendmentId; readonly outcome: MergedOutcome | null }

/**
 * Puts amendments into the text, in one act: those that were undecided are adopted by it. What becomes of each is not for whoever does
 * it to say: adopted as it is, where all its words came in; with changes, and a note on them, where others stand in their place. What
 * others wrote in the text meanwhile stays; where they wrote in the same parts the page is shown again.
 */
export function mergeAmendments(
	actor: Actor,
	draft: Draft,
	known: KnownOfAmendments,
	command: MergeAmendments,
	{ now, newId }: Context,
): Result<Decision<readonly MergedAs[]>, Rejection> {
	const { statement } = draft
	const may = permit(acts.mergeAmendments, actor, now, { statement, associationId: null })
	if (!may.ok) return may
	const chosen = chosenAmong(known.amendments, command.chosen, draft.blocks)
	if (!chosen.ok) return chosen
	const { seen } = command
	if (seen === null || !isWhole(seen, draft.blocks, [...known.older, ...chosen.value.flatMap(blocksSeen)]))
		return refuse({ code: 'textChanged' })
	const together = chosen.value.map((each) => ({ ...each, adoptedTogether: adoptedTogether(each) }))
	const made = putTogether(seen, together, command.choices)
	const fits = isChosenIn(made, chosen.value)
	if (!fits.ok) return fits
	const straight = noneTurnedRound(seen, together, command.choices, made)
	if (!straight.ok) return straight
	const merged = chosen.value.flatMap((amendment) => {
		const came = made.came.get(amendment.id)
		return came && came.how !== 'none' ? [{ amendment, came, outcome: outcomeOf(came) }] : []
	})
	if (merged.length === 0) return refuse({ code: 'mergesNothing' })
	const kept = unchangedIfPreferred(merged, made, known.overtaken)
	if (!kept.ok) return kept
	const changed = merged.some(({ outcome }) => outcome === 'adoptedWithChanges')
	const note = (changed ? requiredText : optionalText)('note', command.note, NOTE_LIMIT)
	if (!note.ok) return note
	const { letGo } = command
	const written = rewrite(draft, { how: 'merged', seen, wanted: made.wanted, letGo }, known.judged, newId)
	if (!written.ok) return written.reason.code === 'partsChanged' ? refuse({ code: 'textChanged' }) : written
	const { value: became, events, guards } = written.value
	const own = (amendment: Amendment) => standingBehind(amendment).some((id) => speaksFor(actor, id, now))
	const facts = merged.map(({ amendment, came, outcome }): DomainEvent => {
		const payload = {
			amendmentId: amendment.id,
			versionId: amendment.versionId,
			outcome,
			note: outcome === 'adopted' ? '' : note.value,
			own: own(amendment),
			parts: partsIn(came, became),
			before: beforeMerging(amendment),
		}
		return onAmendment(amendment, { type: 'amendmentMerged', payload })
	})
	const behind = merged.flatMap(({ amendment }) => standingBehind(amendment))
	const outcomes = new Map(merged.map(({ amendment, outcome }) => [amendment.id, outcome]))
	return ok({
		value: chosen.value.map(({ id }) => ({ amendmentId: id, outcome: outcomes.get(id) ?? null })),
		events: [...events, ...facts],
		guards: [...may.value.guards, ...guards],
		// The chair learns what the secretary merged.
		notifications: amendmentTold(statement.id, may.value.seat.role === 'secretary' ? [null, ...behind] : behind),
	})
}

const blocksSeen = ({ seen }: Stretch): BlockId[] => seen.map(({ blockId }) => blockId)

/** Whether this was a text, as it was read: each part once and in its order, and none that stood there then left out. */
function isWhole(seen: readonly BlockVersion[], stands: readonly BlockVersion[], older: readonly BlockId[]): boolean {
	const read = new Set(seen.map(({ blockId }) => blockId))
	if (read.size < seen.length) return false
	const [then, now] = [new Set(older), new Set(stands.map(({ blockId }) => blockId))]
	if ([...now].some((blockId) => then.has(blockId) && !read.has(blockId))) return false
	const inOrder = [...now].filter((blockId) => read.has(blockId))
	return [...read].filter((blockId) => now.has(blockId)).every((blockId, at) => blockId === inOrder[at])
}

const outcomeOf = ({ how }: Came): MergedOutcome => (how === 'whole' ? 'adopted' : 'adoptedWithChanges')

/**
 * Refuses other words for those that associations preferred to another in a ballot: they are what it fell for. They give way to nothing but
 * what associations have adopted (`held`), and so does what associations have adopted of them.
 */
function unchangedIfPreferred(
	merged: readonly { readonly amendment: Mergeable; readonly outcome: MergedOutcome }[],
	{ asked }: PutTogether,
	overtaken: readonly OvertakenBy[],
): Result<null, Rejection> {
	const preferred = new Set(overtaken.map((each) => each.preferred))
	const changed = merged.filter(
		({ amendment, outcome }) =>
			outcome !== 'adopted' &&
			preferred.has(amendment.id) &&
			adoptedTogether(amendment) === null &&
			!yieldsToHeldOnly(amendment.id, asked),
	)
	if (changed.length === 0) return ok(null)
	return refuse({ code: 'preferredChanged', numbers: changed.map(({ amendment }) => amendment.number) })
}

/** Those that were chosen, each once, in the order of their numbers. */
function chosenAmong(
	amendments: readonly Mergeable[],
	named: MergeAmendments['chosen'],
	stands: readonly BlockVersion[],
): Result<readonly Mergeable[], Rejection> {
	if (named.length === 0) return refuse({ code: 'empty', field: 'chosen' })
	const read = new Map(named.map(({ amendmentId, versionId }) => [amendmentId, versionId]))
	if (read.size > MERGED_AT_ONCE)
		return refuse({ code: 'tooLong', field: 'chosen', limit: MERGED_AT_ONCE, length: read.size })
	const chosen = amendments.filter(({ id, state }) => read.has(id) && state !== 'prepared')
	if (chosen.length < read.size) return refuse({ code: 'notFound' })
	for (const amendment of chosen) {
		const free = notAsked(amendment)
		if (!free.ok) return free
	}
	// Somebody else may have merged it meanwhile: its words are not to come in twice.
	const moved = chosen.filter(
		(each) => !isMergeable(each.state) || read.get(each.id) !== each.versionId || isDone(each, stands),
	)
	if (moved.length > 0) return refuse({ code: 'amendmentsMoved', numbers: moved.map(({ number }) => number) })
	return ok(chosen.toSorted((one, other) => one.number - other.number))
}

const isMergeable = (state: Amendment['state']): state is BeforeMerging['state'] =>
	MERGEABLE_STATES.some((each) => each === state)

function isChosenIn({ inTheWay, asked }: PutTogether, chosen: readonly Mergeable[]): Result<null, Rejection> {
	const apart = chosen.filter(({ id }) => inTheWay.includes(id)).map(({ number }) => number)
	if (apart.length > 0) return refuse({ code: 'amendmentsInTheWay', numbers: apart })
	const open = asked.filter(({ choice }) => choice === null)
	if (open.length === 0) return ok(null)
	return refuse({
		code: 'collisionsOpen',
		collisions: open.map(({ key, kind, base, sides, held }) => ({ key, kind, base, sides, held })),
	})
}

function beforeMerging({ state, note, decidedSeatId, decidedAt, own }: Mergeable): BeforeMerging {
	if (!isMergeable(state)) throw new Error('only what can be merged is')
	return { state, note, decidedSeatId, decidedAt, own }
}

/** Where the words went: in which versions of blocks. */
function partsIn({ parts }: Came, became: readonly (Became | null)[]): MergedPart[] {
	return parts.flatMap(({ kind, at, blockId, ...words }): MergedPart[] => {
		const stands = at === null ? null : (became[at] ?? null)
		const name = stands?.blockId ?? blockId
		return name === null ? [] : [{ kind, blockId: name, versionId: stands?.id ?? null, ...words }]
	})
}

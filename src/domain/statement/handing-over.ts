import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { BlockId, BlockVersionId, NewId, PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import type { Block, BlockVersion } from './block.ts'
import { BLOCK_LIMIT, validBlock } from './block-texts.ts'
import type { Draft } from './draft.ts'
import { inStage } from './in-stage.ts'
import { change, orderOf, rearranged, unchanged } from './rearranging.ts'
import { BLOCKS_LIMIT, roomFor } from './whole-text.ts'

/**
 * The room and every other door hold each block and the text to their limits, and none knows what another is taking at the same moment. What both
 * have taken is not refused here, where nobody is asked: it is at most twice as long, but for the marks where the two meet.
 */
const DOORS = 3

/** A block of a text that several wrote at once: which one it is, null for a new one; and what it says, null where it says what stands. */
export type TypedBlock = { readonly blockId: BlockId | null; readonly content: Block | null }

/** A whole text as several wrote it at once. */
export type TypedText = {
	/** What it was written from: the whole text, by its versions. */
	readonly seen: readonly BlockVersionId[]
	readonly blocks: readonly TypedBlock[]
	/** Blocks that somebody took away knowing that what is said of them loses its place. */
	readonly letGo: readonly BlockId[]
	/** Who wrote, and in which of the blocks, by their places. None of them: took away or moved blocks. */
	readonly writers: readonly { readonly personId: PersonId; readonly blocks: readonly number[] }[]
}

/** What a text that was handed over became: the versions that are new, by their places in it. */
export type Taken = {
	readonly written: readonly { readonly place: number; readonly blockId: BlockId; readonly id: BlockVersionId }[]
}

/** Takes over what several wrote at once, from one of them who still may write. `judged`: the blocks with stances or comments. */
export function handOver(
	actor: Actor,
	draft: Draft,
	text: TypedText,
	judged: readonly BlockId[],
	{ now, newId }: Context,
): Result<Decision<Taken>, Rejection> {
	const may = permit(acts.handOver, actor, now, draft)
	return may.ok ? taken(draft, text, judged, newId, may.value.guards) : may
}

/** The same where none of those who wrote may write any more: what they wrote while they could is not lost. */
export function handOverLeft(
	draft: Draft,
	text: TypedText,
	judged: readonly BlockId[],
	newId: NewId,
): Result<Decision<Taken>, Rejection> {
	const { stages } = acts.handOverLeft
	const stage = inStage(draft.statement, stages)
	if (!stage.ok) return stage
	return taken(draft, text, judged, newId, [{ kind: 'stageIn', statementId: draft.statement.id, stages }])
}

function taken(
	draft: Draft,
	text: TypedText,
	judged: readonly BlockId[],
	newId: NewId,
	guards: readonly Guard[],
): Result<Decision<Taken>, Rejection> {
	if (text.seen.join() !== draft.blocks.map(({ id }) => id).join()) return refuse({ code: 'textChanged' })
	const room = roomFor(text.blocks.length, BLOCKS_LIMIT * DOORS)
	if (!room.ok) return room
	const stands = new Map(draft.blocks.map((block) => [block.blockId, block]))
	const order: BlockId[] = []
	const written: (BlockVersion & { readonly place: number })[] = []
	for (const [place, { blockId: name, content }] of text.blocks.entries()) {
		const standing = name === null ? undefined : stands.get(name)
		if (name !== null) stands.delete(name)
		const blockId = standing?.blockId ?? newId<'block'>()
		const valid = content && validBlock(content, BLOCK_LIMIT * DOORS)
		if (!standing && !valid) return refuse({ code: 'blockGone' })
		if (valid && !valid.ok) return valid
		order.push(blockId)
		if (!valid || JSON.stringify(valid.value) === JSON.stringify(standing?.content)) continue
		written.push({ id: newId<'blockVersion'>(), blockId, content: valid.value, place })
	}
	const removed = [...stands.values()]
	const isJudged = new Set(judged)
	const letGo = new Set(text.letGo)
	const lost = removed.flatMap(({ blockId }) => (isJudged.has(blockId) && !letGo.has(blockId) ? [blockId] : []))
	if (lost.length > 0) return refuse({ code: 'losesPlace', blocks: lost })
	const value = { written: written.map(({ place, blockId, id }) => ({ place, blockId, id })) }
	const isSameOrder = order.join() === orderOf(draft).join()
	if (written.length === 0 && isSameOrder) return unchanged(value)
	// Of a long text the order is longer than what was typed, and this is done every ten seconds.
	const event = typed(draft, isSameOrder ? undefined : order, written, text.writers)
	const anew = new Set(written.map(({ blockId }) => blockId))
	const decided = change(value, event, [...removed, ...draft.blocks.filter(({ blockId }) => anew.has(blockId))])
	return decided.ok ? ok({ ...decided.value, guards: [...guards, ...decided.value.guards] }) : decided
}

/** Whose the versions are, as far as they became others; who only moved or took away something has none. */
function typed(
	draft: Draft,
	order: readonly BlockId[] | undefined,
	written: readonly (BlockVersion & { readonly place: number })[],
	writers: TypedText['writers'],
): DomainEvent {
	const event = rearranged(
		draft,
		'typed',
		order,
		written.map(({ id, blockId, content }) => ({ id, blockId, content })),
	)
	const whose = writers.map(({ personId, blocks }) => {
		const places = new Set(blocks)
		return { personId, versions: written.flatMap(({ id, place }) => (places.has(place) ? [id] : [])) }
	})
	return { ...event, payload: { ...event.payload, writers: whose } }
}

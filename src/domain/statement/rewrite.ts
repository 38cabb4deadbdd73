import type { Decision } from '#domain/kernel/decision.ts'
import type { BlockId, BlockVersionId, NewId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { type Result, refuse } from '#domain/kernel/result.ts'
import type { Wanted } from './alignment.ts'
import type { BlockVersion } from './block.ts'
import { validBlock } from './block-texts.ts'
import type { Draft } from './draft.ts'
import { type Choose, merge } from './merge.ts'
import { change, rearranged, unchanged } from './rearranging.ts'
import { BLOCKS_LIMIT, roomFor } from './whole-text.ts'

/** Which side is to have the last word in parts that others changed too. */
export type LastWord = {
	readonly side: 'mine' | 'theirs'
	/** The versions the person has seen of the others; null stands for parts they took away. What came later is asked about anew. */
	readonly against: readonly (BlockVersionId | null)[]
}

export type Rewriting = {
	readonly how: 'rewritten' | 'takenBack' | 'restored' | 'merged' | 'unmerged'
	/** The stretch of the text that was in front of whoever wrote. */
	readonly seen: readonly BlockVersion[]
	/** What they made of it. */
	readonly wanted: readonly Wanted[]
	readonly lastWord?: LastWord | undefined
	/** Said once that what others think of a part may lose its place with it. */
	readonly letGo?: boolean | undefined
}

/** What a block that was wanted became: itself, in the version that stands now. */
export type Became = { readonly blockId: BlockId; readonly id: BlockVersionId }

/**
 * A stretch of the text, or all of it, written anew. What others changed meanwhile is kept; where both changed the same part, or
 * something that is judged or commented on would lose its place, the person is asked. `judged`: the parts with stances or comments.
 * The value is what each of the blocks wanted became; null for one that others took away.
 */
export function rewrite(
	draft: Draft,
	{ how, seen, wanted, lastWord, letGo = false }: Rewriting,
	judged: readonly BlockId[],
	newId: NewId,
): Result<Decision<readonly (Became | null)[]>, Rejection> {
	const { blocks } = draft
	const merged = merge(seen, wanted, blocks, choiceOf(lastWord))
	if (merged.clashes.length > 0) return refuse({ code: 'partsChanged', parts: merged.clashes })
	// One that two doors filled is not refused what makes it less.
	const room = roomFor(merged.blocks.length, Math.max(BLOCKS_LIMIT, draft.blocks.length))
	if (!room.ok) return room
	const isJudged = new Set(judged)
	const lost = merged.removed.filter(({ blockId }) => isJudged.has(blockId))
	if (lost.length > 0 && !letGo) return refuse({ code: 'losesPlace', blocks: lost.map(({ blockId }) => blockId) })
	const order: BlockId[] = []
	const written: BlockVersion[] = []
	/** By the block's id, or where it has none by itself. */
	const stands = new Map<unknown, Became>()
	for (const block of merged.blocks) {
		const blockId = block.blockId ?? newId<'block'>()
		order.push(blockId)
		if ('id' in block) {
			stands.set(blockId, { blockId, id: block.id })
			continue
		}
		const content = validBlock(block.content)
		if (!content.ok) return content
		const version = { id: newId<'blockVersion'>(), blockId, content: content.value }
		written.push(version)
		stands.set(block.blockId ?? block, { blockId, id: version.id })
	}
	const became = wanted.map((block) => stands.get(block.blockId ?? block) ?? null)
	const isSame = written.length === 0 && order.join() === blocks.map(({ blockId }) => blockId).join()
	if (isSame) return unchanged(became)
	const anew = new Set(written.map(({ blockId }) => blockId))
	const touched = [...merged.removed, ...blocks.filter(({ blockId }) => anew.has(blockId))]
	return change(became, rearranged(draft, how, order, written), touched)
}

function choiceOf(lastWord: LastWord | undefined): Choose {
	const against = new Set(lastWord?.against)
	return ({ theirs }) => (against.has(theirs?.id ?? null) ? lastWord?.side : undefined)
}

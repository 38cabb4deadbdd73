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
import { roomFor } from './whole-text.ts'

/** Which side is to have the last word in parts that others changed too. */
export type LastWord = {
	readonly side: 'mine' | 'theirs'
	/** The versions the person has seen of the others; null stands for parts they took away. What came later is asked about anew. */
	readonly against: readonly (BlockVersionId | null)[]
}

export type Rewriting = {
	readonly how: 'rewritten' | 'takenBack' | 'restored'
	/** The stretch of the text that was in front of whoever wrote. */
	readonly seen: readonly BlockVersion[]
	/** What they made of it. */
	readonly wanted: readonly Wanted[]
	readonly lastWord?: LastWord | undefined
	/** Said once that what others think of a part may lose its place with it. */
	readonly letGo?: boolean | undefined
}

/**
 * A stretch of the text, or all of it, written anew. What others changed meanwhile is kept; where both changed the same part, or
 * something that is judged or commented on would lose its place, the person is asked. `judged`: the parts with stances or comments.
 */
export function rewrite(
	draft: Draft,
	{ how, seen, wanted, lastWord, letGo = false }: Rewriting,
	judged: readonly BlockId[],
	newId: NewId,
): Result<Decision<null>, Rejection> {
	const { blocks } = draft
	const merged = merge(seen, wanted, blocks, choiceOf(lastWord))
	if (merged.clashes.length > 0) return refuse({ code: 'partsChanged', parts: merged.clashes })
	const room = roomFor(merged.blocks.length)
	if (!room.ok) return room
	const isJudged = new Set(judged)
	const lost = merged.removed.filter(({ blockId }) => isJudged.has(blockId))
	if (lost.length > 0 && !letGo) return refuse({ code: 'losesPlace', blocks: lost.map(({ blockId }) => blockId) })
	const order: BlockId[] = []
	const written: BlockVersion[] = []
	for (const block of merged.blocks) {
		const blockId = block.blockId ?? newId<'block'>()
		order.push(blockId)
		if ('id' in block) continue
		const content = validBlock(block.content)
		if (!content.ok) return content
		written.push({ id: newId<'blockVersion'>(), blockId, content: content.value })
	}
	const isSame = written.length === 0 && order.join() === blocks.map(({ blockId }) => blockId).join()
	if (isSame) return unchanged(null)
	const anew = new Set(written.map(({ blockId }) => blockId))
	const touched = [...merged.removed, ...blocks.filter(({ blockId }) => anew.has(blockId))]
	return change(null, rearranged(draft, how, order, written), touched)
}

function choiceOf(lastWord: LastWord | undefined): Choose {
	const against = new Set(lastWord?.against)
	return ({ theirs }) => (against.has(theirs?.id ?? null) ? lastWord?.side : undefined)
}

import type { BlockId } from '#domain/kernel/id.ts'
import { longestRise } from '#domain/kernel/longest-rise.ts'
import { sameText, type Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { diff } from './diff.ts'

type Text = { readonly seen: readonly BlockVersion[]; readonly wanted: readonly Wanted[] }

/** The blocks that an amendment changes, takes away or moves; and of what it puts in, the block that it is put after, or before. */
export function placesOf({ seen, wanted }: Text): BlockId[] {
	const wantedById = new Map(wanted.flatMap(({ blockId, content }) => (blockId === null ? [] : [[blockId, content]])))
	const placeOf = new Map(seen.map(({ blockId }, place) => [blockId, place]))
	const known = wanted.flatMap(({ blockId }) => {
		const place = blockId === null ? undefined : placeOf.get(blockId)
		return blockId === null || place === undefined ? [] : [{ blockId, place }]
	})
	const unmoved = new Set(longestRise(known, ({ place }) => place).map(({ blockId }) => blockId))
	const places = new Set<BlockId>()
	for (const { blockId, content } of seen) {
		const want = wantedById.get(blockId)
		const stays = want !== undefined && want.kind === content.kind && sameText(want, content) && unmoved.has(blockId)
		if (!stays) places.add(blockId)
	}
	let before: BlockId | null = null
	for (const [index, { blockId }] of wanted.entries()) {
		const beside = before ?? wanted.slice(index).find((each) => each.blockId !== null)?.blockId ?? seen[0]?.blockId
		if (blockId === null && beside !== undefined && beside !== null) places.add(beside)
		before = blockId ?? before
	}
	return seen.map(({ blockId }) => blockId).filter((blockId) => places.has(blockId))
}

/** What an amendment is taken to touch where nothing of what it touches is left: nothing. Its place among the blocks, from 0. */
export function placeAmong(text: Text, blocks: readonly BlockVersion[]): number | null {
	const at = new Map(blocks.map(({ blockId }, place) => [blockId, place]))
	const places = [...placesOf(text), ...text.seen.map(({ blockId }) => blockId)]
	for (const blockId of places) {
		const place = at.get(blockId)
		if (place !== undefined) return place
	}
	return text.seen.length === 0 && blocks.length > 0 ? blocks.length - 1 : null
}

/** How far an amendment reaches: how much it strikes and puts in. Characters. */
export function reachOf({ seen, wanted }: Text): number {
	const before = seen.map(({ blockId, content }) => ({ blockId, content }))
	return diff(before, wanted)
		.flatMap((step) => {
			if ('runs' in step) return step.runs.flatMap(({ kind, text }) => (kind === 'kept' ? [] : [text]))
			return 'piece' in step && typeof step.piece !== 'string' ? textsOf(step.piece.content) : []
		})
		.reduce((sum, text) => sum + text.length, 0)
}

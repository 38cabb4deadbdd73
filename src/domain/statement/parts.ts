import type { BlockVersion } from './block.ts'

/** A stretch of the text that is read, moved and written as one: a position with its sub-points, or a block by itself. */
export type TextPart = readonly [BlockVersion, ...BlockVersion[]]

export function partsOf(blocks: readonly BlockVersion[]): TextPart[] {
	const parts: [BlockVersion, ...BlockVersion[]][] = []
	for (const block of blocks) {
		const part = parts.at(-1)
		if (block.content.kind === 'subPoint' && part?.[0].content.kind === 'position') part.push(block)
		else parts.push([block])
	}
	return parts
}

/** The part that a block is in, and the heading with all that follows up to the next, where it is one. */
export function stretchOf(
	blocks: readonly BlockVersion[],
	blockId: string,
	whole: 'part' | 'section',
): readonly BlockVersion[] {
	if (whole === 'part') return partsOf(blocks).find((part) => part.some((block) => block.blockId === blockId)) ?? []
	const from = blocks.findIndex((block) => block.blockId === blockId)
	if (from < 0) return []
	const next = blocks.findIndex(({ content }, index) => index > from && content.kind === 'heading')
	return blocks.slice(from, next < 0 ? undefined : next)
}

import { alignBlocks, type Wanted } from '#domain/statement/alignment.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { type Placed, wantedAt } from './apart.ts'

/** What somebody wants of a stretch of the text that they saw. */
export type Want =
	/** These in its place, none of them where it is to go. Which block each is of those that were seen is found. */
	| { readonly put: 'instead'; readonly blocks: readonly Block[] }
	/** These after it, and itself as it is. */
	| { readonly put: 'after'; readonly blocks: readonly Block[] }
	/** These in its place, each said which block it is. */
	| { readonly put: 'named'; readonly wanted: readonly Wanted[] }

/** What somebody wants of a whole text: as it was typed, or as an editor knows it. */
export type WantedText =
	| Extract<Want, { readonly put: 'instead' }>
	| { readonly put: 'placed'; readonly placed: Placed }

export function wantedFrom(seen: readonly BlockVersion[], want: Want | WantedText): readonly Wanted[] {
	switch (want.put) {
		case 'instead':
			return alignBlocks(seen, want.blocks)
		case 'after':
			return [...seen, ...want.blocks.map((content) => ({ blockId: null, content }))].map(({ blockId, content }) => ({
				blockId,
				content,
			}))
		case 'named':
			return want.wanted
		case 'placed':
			return wantedAt(seen, want.placed)
	}
}

import type { BlockId } from '#domain/kernel/id.ts'
import type { Block, BlockVersion } from './block.ts'

/** A part that two people changed: what one wrote, and what stands there now. Null: it was taken away. */
export type Clash = {
	readonly blockId: BlockId
	readonly mine: Block | null
	readonly theirs: BlockVersion | null
}

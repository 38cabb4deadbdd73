import { sameText } from '#domain/statement/alignment.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import type { Kept } from './kept.ts'

const textOf = (block: Block): string =>
	(block.kind === 'footnote' ? [block.text] : textsOf(block)).filter((text) => text.trim() !== '').join('\n')

/** The parts that were written or changed and are nowhere in the text as it stands, whole, in their order. Parts that were only moved are none. */
export function wordsOf({ seen, wanted }: Kept, stands: readonly BlockVersion[]): readonly string[] {
	const before = new Map(seen.map(({ blockId, content }) => [blockId, content]))
	const isUnsaved = (content: Block, was: Block | undefined) =>
		!(was && sameText(was, content)) && !stands.some((block) => sameText(block.content, content))
	return wanted
		.filter(({ blockId, content }) => isUnsaved(content, blockId === null ? undefined : before.get(blockId)))
		.map(({ content }) => textOf(content))
		.filter((text) => text !== '')
}

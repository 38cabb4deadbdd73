import type { Block } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { inlineText } from './inline.ts'

/** The plain text of a block as a reader sees it, each of its texts on a line of its own: what can be quoted of it. */
export const wordsOf = (block: Block): string => textsOf(block).map(inlineText).join('\n')

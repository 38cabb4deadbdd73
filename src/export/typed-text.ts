import type { Block } from '#domain/statement/block.ts'
import { toMarkdown } from './markdown.ts'

/** What stands in a comment of a Markdown file stands in braces in a field that people write in. */
const COMMENT = /^<!-- (?:(source: .*)|(\w+)) -->$/gm
/** Sub-points follow their position without an empty line between. */
const ABOVE_SUB_POINT = /\n\n(?=[ ]+[a-z]{1,3}\. )/g

/**
 * A stretch of a text as it is put into a field to be written in: `markup/typed-text.ts` is the way back. Positions keep the
 * numbers that they have in the whole: `before` is how many stand before.
 */
export function typedText(blocks: readonly Block[], before = 0): string {
	return toMarkdown({ title: '', language: '', blocks, before, ends: 'bare' })
		.replace(ABOVE_SUB_POINT, '\n')
		.replace(COMMENT, (_whole, source: string | undefined, kind: string | undefined) => `{${source ?? kind}}`)
		.trimEnd()
}

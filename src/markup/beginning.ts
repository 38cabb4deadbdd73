import type { Block } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { inlineText } from './inline.ts'

/** Long enough to be known by. Characters. */
const SHOWN = 80

/** The beginning of a text, as a reader sees it. */
export function beginning(text: string): string {
	const characters = [...inlineText(text).replace(/\s+/g, ' ').trim()]
	return characters.length > SHOWN
		? `${characters
				.slice(0, SHOWN - 1)
				.join('')
				.trimEnd()}…`
		: characters.join('')
}

/** How a block begins, by which whoever reads knows it again. Empty for one without a text. */
export const beginningOf = (block: Block): string => beginning(textsOf(block)[0] ?? '')

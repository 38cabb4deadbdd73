import type { Block } from './block.ts'

/** Words in square brackets that are neither a link's text, a footnote reference, nor an omission. */
const IN_BRACKETS = /(?<!\\)\[(?!\^|\.\.\.\]|…\])([^\][]{2,400})\](?![([:])/gu

function textsIn(block: Block): readonly string[] {
	switch (block.kind) {
		case 'list':
			return block.items
		case 'memberList':
			return [block.heading]
		case 'table':
			return [...block.header, ...block.rows.flat()]
		default:
			return [block.text]
	}
}

/** What a template left to be filled in, and still stands there: each without its brackets, in the order of the text. */
export function placeholdersIn(blocks: readonly Block[]): string[] {
	return blocks.flatMap((block) =>
		textsIn(block).flatMap((text) => [...text.matchAll(IN_BRACKETS)].map(([, words = '']) => words)),
	)
}

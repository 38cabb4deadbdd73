import { numberBlocks } from '#domain/statement/block.ts'
import { blocksFromPastedText, type PastedText } from '#markup/pasted-text.ts'

export const PROSE =
	'Vi har tagit del av förslaget och vill framföra följande synpunkter på hur det bör genomföras i länet.'

/** `kind: text` for each block, so that an expectation reads as the document does. */
export const outline = ({ blocks }: PastedText): string[] =>
	numberBlocks(blocks).map(({ block, number, letter }) => {
		switch (block.kind) {
			case 'position':
				return `${number}. ${block.text}`
			case 'subPoint':
				return `${letter}. ${block.text}`
			case 'list':
				return `list: ${block.items.join(' | ')}`
			case 'memberList':
				return `members: ${block.heading} ${block.members.map(({ name, area }) => `${name} (${area})`).join(' | ')}`
			case 'table':
				return `table: ${[block.header, ...block.rows].map((row) => row.join(' | ')).join(' || ')}`
			case 'footnote':
				return `footnote ${block.label}: ${block.text}`
			default:
				return `${block.kind}: ${block.text}`
		}
	})

export const pasted = (...lines: string[]): PastedText => blocksFromPastedText(lines.join('\n'))
export const outlineOf = (...lines: string[]): string[] => outline(pasted(...lines))

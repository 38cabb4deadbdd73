import type { Node } from 'prosemirror-model'
import { schema } from '#writing/schema.ts'

/** A stretch of a block's plain text that stands in one place of the document. `atom`: it is one sign there, whatever it says. */
type Stretch = { readonly offset: number; readonly pos: number; readonly length: number; readonly atom: boolean }

/** The plain text of a block, as `markup/block-words` has it of the record's, and where in the document each of its characters stands. */
export type BlockText = {
	readonly text: string
	/** The place before a character; `end`: of one that ends a stretch, the place behind the one before it. */
	readonly posAt: (offset: number, end?: boolean) => number
	readonly offsetAt: (pos: number) => number
}

const { nodes } = schema

/** `at`: the place before the block. */
export function textOf(block: Node, at: number): BlockText {
	const stretches: Stretch[] = []
	let text = block.type === nodes.footnote ? `${block.attrs.label}\n` : ''
	let isFirst = true
	const put = (said: string, pos: number, atom: boolean) => {
		stretches.push({ offset: text.length, pos, length: said.length, atom })
		text += said
	}
	const read = (line: Node, start: number) => {
		// A quote without a source has none in the record.
		if (line.type === nodes.quoteSource && line.content.size === 0) return
		if (!isFirst) text += '\n'
		isFirst = false
		line.forEach((child, offset) => {
			if (child.isText) put(child.text ?? '', start + 1 + offset, false)
			else put(child.type === nodes.lineEnd ? '\n' : `[^${child.attrs.label}]`, start + 1 + offset, true)
		})
	}
	if (block.isTextblock) read(block, at)
	else
		block.descendants((child, offset) => {
			if (child.isTextblock) read(child, at + 1 + offset)
			return !child.isTextblock
		})
	return {
		text,
		posAt: (offset, end = false) => {
			const within = ({ offset: from, length }: Stretch) =>
				end ? offset > from && offset <= from + length : offset >= from && offset < from + length
			const found = stretches.find(within) ?? stretches.findLast((each) => each.offset <= offset) ?? stretches[0]
			if (!found) return at + 1
			if (found.atom) return found.pos + (end || offset > found.offset ? 1 : 0)
			return found.pos + Math.min(found.length, Math.max(0, offset - found.offset))
		},
		offsetAt: (pos) => {
			const found = stretches.findLast((each) => each.pos <= pos)
			if (!found) return 0
			return (
				found.offset + (found.atom ? (pos > found.pos ? found.length : 0) : Math.min(found.length, pos - found.pos))
			)
		},
	}
}

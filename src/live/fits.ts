import type { Node } from 'prosemirror-model'
import { BLOCK_LIMIT, validBlock } from '#domain/statement/block-texts.ts'
import { BLOCKS_LIMIT } from '#domain/statement/whole-text.ts'
import { blocksIn } from '#writing/blocks.ts'
import { schema, type TextDocument } from '#writing/schema.ts'

/** A block of a list that is neither text nor what a page may make of it is taken for as much as this. Characters. */
const MARK = 4

/** Why a text is not one that the record could take. Looks only at blocks that are not in `before`, which was one. */
export function unfitIn(before: TextDocument, after: TextDocument): 'doesNotFit' | 'tooLong' | null {
	if (after === before) return null
	if (after.childCount > Math.max(BLOCKS_LIMIT, before.childCount)) return 'tooLong'
	for (const block of newIn(before.content.content, after.content.content)) {
		if (!isSound(block)) return 'doesNotFit'
		if (atMost(block) > BLOCK_LIMIT && !isShortEnough(block)) return 'tooLong'
	}
	return null
}

/** Those that are not among the others. What is the same at both ends is passed over: a letter changes one of a thousand. */
function newIn(before: readonly Node[], after: readonly Node[]): readonly Node[] {
	const least = Math.min(before.length, after.length)
	let start = 0
	while (start < least && before[start] === after[start]) start += 1
	let end = 0
	while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
	const known = new Set(before.slice(start, before.length - end))
	return after.slice(start, after.length - end).filter((block) => !known.has(block))
}

/** What the schema alone does not hold: that what is inside a slice is what it should be, and that cells are simple. */
function isSound(block: Node): boolean {
	try {
		block.check()
	} catch {
		return false
	}
	let isSound = String(block.attrs.id ?? '').length <= 64
	block.descendants((node) => {
		const { colspan = 1, rowspan = 1, colwidth = null } = node.attrs
		if (colspan !== 1 || rowspan !== 1 || colwidth !== null) isSound = false
		return isSound
	})
	return isSound
}

/** No more characters than this are in what is kept of it: every one escaped, every mark written out. */
function atMost(block: Node): number {
	let sum = 1
	block.descendants((node) => {
		const marks = node.marks.reduce((all, { attrs }) => all + MARK + String(attrs.href ?? '').length, 0)
		sum += (node.text?.length ?? 1) * 2 + marks + String(node.attrs.label ?? '').length + MARK
	})
	return sum
}

function isShortEnough(block: Node): boolean {
	const document = schema.nodes.doc.create(null, block)
	return blocksIn(document, new Map()).every(({ content }) => validBlock(content).ok)
}

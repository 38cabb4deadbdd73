import type { Node } from 'prosemirror-model'
import { ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { normaliseText } from '#domain/kernel/text.ts'
import type { Block } from '#domain/statement/block.ts'
import { BLOCK_LIMIT, lengthOf, mapTexts } from '#domain/statement/block-texts.ts'
import { BLOCKS_LIMIT } from '#domain/statement/whole-text.ts'
import { blocksIn } from '#writing/blocks.ts'
import { schema, type TextDocument } from '#writing/schema.ts'

/** A block of a list that is neither text nor what a page may make of it is taken for as much as this. Characters. */
const MARK = 4

/**
 * Why a text is not one that the record could take. Looks only at blocks that are not in `before`, which was one.
 * What two doors filled over its limit may be made less, and nothing may be put in the place of what is taken away: so no door adds more than
 * its limit to what another does. `steps`: what led from the one to the other.
 */
export function unfitIn(
	before: TextDocument,
	after: TextDocument,
	steps: readonly Step[],
): 'doesNotFit' | 'tooLong' | null {
	if (after === before) return null
	const stood = () => new Map(before.content.content.map((node) => [node.attrs.id, node]))
	if (after.childCount > BLOCKS_LIMIT && hasMore(after, before.childCount, stood())) return 'tooLong'
	for (const block of newIn(before.content.content, after.content.content)) {
		if (!isSound(block)) return 'doesNotFit'
		if (atMost(block) <= BLOCK_LIMIT) continue
		const length = lengthIn(block)
		if (length <= BLOCK_LIMIT) continue
		const was = stood().get(block.attrs.id)
		if (!was || length > lengthIn(was) || steps.some(putsIn)) return 'tooLong'
	}
	return null
}

/** Whether there are more blocks than before, or others. */
function hasMore(after: TextDocument, count: number, stood: ReadonlyMap<unknown, Node>): boolean {
	const names = new Set(after.content.content.map(({ attrs }) => attrs.id))
	return after.childCount > count || names.size < after.childCount || [...names].some((name) => !stood.has(name))
}

const putsIn = (step: Step): boolean =>
	step instanceof ReplaceStep || step instanceof ReplaceAroundStep ? step.slice.size > 0 : false

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

/** What the record would count: characters. */
function lengthIn(block: Node): number {
	const document = schema.nodes.doc.create(null, block)
	return Math.max(...blocksIn(document, new Map()).map(({ content }) => lengthOf(normalised(content))))
}

const normalised = (block: Block): Block => mapTexts(block, normaliseText)

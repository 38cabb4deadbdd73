import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { normaliseText } from '#domain/kernel/text.ts'
import type { Block, BlockVersion } from './block.ts'

/** Longest text of one block. Characters. */
export const BLOCK_LIMIT = 20_000

/** Every text in a block, so that limits and normalisation treat all kinds alike. */
export function textsOf(block: Block): readonly string[] {
	switch (block.kind) {
		case 'list':
			return block.items
		case 'memberList':
			return [block.heading, ...block.members.flatMap((member) => [member.name, member.area])]
		case 'table':
			return [...block.header, ...block.rows.flat()]
		case 'quote':
			return block.source === undefined ? [block.text] : [block.text, block.source]
		case 'footnote':
			return [block.label, block.text]
		default:
			return [block.text]
	}
}

/** The block with every text in it changed. */
export function mapTexts(block: Block, change: (text: string) => string): Block {
	switch (block.kind) {
		case 'list':
			return { ...block, items: block.items.map(change) }
		case 'memberList': {
			const members = block.members.map((member) => ({ name: change(member.name), area: change(member.area) }))
			return { ...block, heading: change(block.heading), members }
		}
		case 'table':
			return { ...block, header: block.header.map(change), rows: block.rows.map((row) => row.map(change)) }
		case 'quote':
			return block.source === undefined
				? { ...block, text: change(block.text) }
				: { ...block, text: change(block.text), source: change(block.source) }
		case 'footnote':
			return { ...block, label: change(block.label), text: change(block.text) }
		default:
			return { ...block, text: change(block.text) }
	}
}

/** What counts towards the limit of a block: characters. An empty item or cell counts as one. */
export const lengthOf = (block: Block): number =>
	textsOf(block).reduce((sum, text) => sum + Math.max(1, [...text].length), 0)

/** A block fit to be stored: normalised, and within the limit. */
export function validBlock(block: Block, limit = BLOCK_LIMIT): Result<Block, Rejection> {
	const normal = mapTexts(block, normaliseText)
	const length = lengthOf(normal)
	return length > limit ? refuse({ code: 'tooLong', field: 'text', limit, length }) : ok(normal)
}

/** Whether there is nothing to read in a text: nothing to ask anybody about. */
export function isEmpty(blocks: readonly Pick<BlockVersion, 'content'>[]): boolean {
	return blocks.every(({ content }) => textsOf(content).every((text) => text.trim() === ''))
}

/**
 * A text in two, cut before the character at `at` (a UTF-16 index), without the white space where they meet; null when
 * either would be empty. What people see as one character, a letter with its marks or an emoji, is never cut in two.
 */
export function halvesOf(text: string, at: number): readonly [string, string] | null {
	const seen = [...new Intl.Segmenter('sv', { granularity: 'grapheme' }).segment(text)]
	const cut = seen.findLastIndex(({ index }) => index <= at)
	const white = ({ segment }: { readonly segment: string }) => segment.trim() === ''
	const end = seen.slice(0, Math.max(0, cut)).findLastIndex((character) => !white(character)) + 1
	const start = seen.findIndex((character, index) => index >= cut && !white(character))
	const after = seen[start]
	if (at >= text.length || end === 0 || after === undefined) return null
	return [text.slice(0, seen[end]?.index), text.slice(after.index)]
}

/** Whether joining would lose the label of a footnote, or a source of a quote that the other does not have. */
export function losesMoreThanText(previous: Block, current: Block): boolean {
	if (current.kind === 'footnote') return true
	if (current.kind !== 'quote' || current.source === undefined) return false
	return previous.kind !== 'quote' || previous.source !== current.source
}

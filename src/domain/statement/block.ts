import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'

/** A member association as literal text in a statement: as it was that day, never looked up again. */
export type ListedMember = { readonly name: string; readonly area: string }

/**
 * One block of a document. Texts are inline Markdown (emphasis, links), Unicode NFC, without line breaks of their own
 * other than LF. Numbers of positions and letters of sub-points are not stored: they come from the order of the blocks.
 */
export type Block =
	| { readonly kind: 'heading'; readonly text: string }
	| { readonly kind: 'paragraph'; readonly text: string }
	/** `source` is shown beside the quote, outside the statement's own text. */
	| { readonly kind: 'quote'; readonly text: string; readonly source?: string }
	| { readonly kind: 'list'; readonly items: readonly string[] }
	| { readonly kind: 'position'; readonly text: string }
	/** Belongs to the nearest position before it. */
	| { readonly kind: 'subPoint'; readonly text: string }
	/** Referred to from other texts as `[^label]`. */
	| { readonly kind: 'footnote'; readonly label: string; readonly text: string }
	| { readonly kind: 'signature'; readonly text: string }
	| { readonly kind: 'memberList'; readonly heading: string; readonly members: readonly ListedMember[] }
	| { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Every kind there is, the most used first. */
export const BLOCK_KINDS = [
	'paragraph',
	'heading',
	'position',
	'subPoint',
	'quote',
	'list',
	'footnote',
	'table',
	'signature',
	'memberList',
] as const satisfies readonly Block['kind'][]

/** An immutable version of a block. Editing a block keeps `blockId` and makes a new `id`. */
export type BlockVersion = { readonly id: BlockVersionId; readonly blockId: BlockId; readonly content: Block }

/** A block as it is shown: with the number or letter its place gives it. */
export type NumberedBlock<B extends Block = Block> = {
	readonly block: B
	/** 1, 2, … for positions; of a sub-point, its position's number; otherwise null. */
	readonly number: number | null
	/** a, b, … for sub-points; otherwise null. */
	readonly letter: string | null
}

/** a … z, then aa, ab …: the letter of the nth sub-point, counted from 0. */
export function letterOf(index: number): string {
	const head = Math.floor(index / 26)
	const tail = String.fromCharCode(97 + (index % 26))
	return head === 0 ? tail : letterOf(head - 1) + tail
}

/** Numbers positions through the whole document and letters the sub-points of each. */
export function numberBlocks<B extends Block>(blocks: readonly B[]): NumberedBlock<B>[] {
	let number = 0
	let subPoints = 0
	return blocks.map((block) => {
		if (block.kind === 'position') {
			number += 1
			subPoints = 0
			return { block, number, letter: null }
		}
		if (block.kind === 'subPoint') {
			subPoints += 1
			return { block, number: number || null, letter: letterOf(subPoints - 1) }
		}
		return { block, number: null, letter: null }
	})
}

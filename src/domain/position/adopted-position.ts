import type { BlockId, StatementId } from '#domain/kernel/id.ts'
import { type Block, type BlockVersion, numberBlocks } from '#domain/statement/block.ts'

/** A position of a published text, with its sub-points: what the position bank holds. */
export type AdoptedPosition = {
	readonly number: number
	readonly text: string
	readonly subPoints: readonly string[]
	/** Where in the text its blocks stand, counted from 0: the position's own, and the last of its sub-points'. */
	readonly first: number
	readonly last: number
}

/** One that is put into another text, with where it came from. */
export type SourcedPosition = Pick<AdoptedPosition, 'number' | 'text' | 'subPoints'> & {
	readonly statementId: StatementId
}

export function adoptedPositions(blocks: readonly Block[]): AdoptedPosition[] {
	const found: AdoptedPosition[] = []
	for (const [index, { block, number }] of numberBlocks(blocks).entries()) {
		const current = found.at(-1)
		if (block.kind === 'position' && number !== null) {
			found.push({ number, text: block.text, subPoints: [], first: index, last: index })
		} else if (block.kind === 'subPoint' && current) {
			found[found.length - 1] = { ...current, subPoints: [...current.subPoints, block.text], last: index }
		}
	}
	return found
}

/** The position as blocks of a text. */
export function blocksOf({ text, subPoints }: SourcedPosition): Block[] {
	return [{ kind: 'position', text }, ...subPoints.map((point): Block => ({ kind: 'subPoint', text: point }))]
}

/** Where another position belongs: after the last there is, or, in a text without any, last. */
export function afterPositions(blocks: readonly BlockVersion[]): BlockId | null {
	const last = blocks.findLast(({ content: { kind } }) => kind === 'position' || kind === 'subPoint')
	return (last ?? blocks.at(-1))?.blockId ?? null
}

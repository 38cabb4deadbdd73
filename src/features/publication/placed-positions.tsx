import { type Block, numberBlocks } from '#domain/statement/block.ts'

/** A position or sub-point where it stands: `9b` in addresses, `9 b` as it is said. */
export type Placed = {
	readonly place: string
	readonly name: string
	readonly block: Extract<Block, { kind: 'position' | 'subPoint' }>
}

export type FoundPosition = Placed & {
	/** The position that a sub-point belongs to. */
	readonly under: Placed | null
	/** The sub-points of a position. */
	readonly parts: readonly Placed[]
	/** What it said is withheld. */
	readonly withheld: boolean
}

/** All there are, in their order. */
export function placedPositions(blocks: readonly Block[]): Placed[] {
	return placed(blocks).map(({ index: _, ...position }) => position)
}

function placed(blocks: readonly Block[]) {
	return numberBlocks(blocks).flatMap(({ block, number, letter }, index) =>
		number === null || (block.kind !== 'position' && block.kind !== 'subPoint')
			? []
			: [
					{
						place: `${number}${letter ?? ''}`,
						name: letter === null ? `${number}` : `${number} ${letter}`,
						block,
						index,
					},
				],
	)
}

/** The one with that place in an address; null where there is none. `withheld`: places of blocks in the text, from 0. */
export function findPosition(
	blocks: readonly Block[],
	withheld: readonly { readonly index: number }[],
	place: string,
): FoundPosition | null {
	const all = placed(blocks)
	const found = all.find((position) => position.place === place)
	if (found === undefined) return null
	const number = Number.parseInt(place, 10)
	const family = all.filter((position) => Number.parseInt(position.place, 10) === number)
	const [head] = family
	const isHead = found.block.kind === 'position'
	return {
		...found,
		under: isHead || head?.block.kind !== 'position' ? null : head,
		parts: isHead ? family.slice(1) : [],
		withheld: withheld.some(({ index }) => index === found.index),
	}
}

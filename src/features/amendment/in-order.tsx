import { placeAmong } from '#domain/amendment/places.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'
import { reachOf } from './standing.tsx'

export type Placed = {
	readonly amendment: AmendmentRow
	/** The block of the text it begins at, from 0; null where that is there no more. */
	readonly place: number | null
}

/** Amendments in the order of the text, and at a block those that change most first; last those whose place is gone. */
export function inTextOrder(amendments: readonly AmendmentRow[], blocks: readonly BlockVersion[]): Placed[] {
	return amendments
		.map((amendment) => ({ amendment, place: placeAmong(amendment, blocks), reach: reachOf(amendment) }))
		.sort(
			(one, other) =>
				(one.place ?? blocks.length) - (other.place ?? blocks.length) ||
				other.reach - one.reach ||
				one.amendment.number - other.amendment.number,
		)
}

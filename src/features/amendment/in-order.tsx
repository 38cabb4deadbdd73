import { placeAmong } from '#domain/amendment/places.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'
import type { AmendmentsView } from '#read/amendment/list.ts'

export type Placed = {
	readonly amendment: AmendmentRow
	/** The block of the text it begins at, from 0; null where that is there no more. */
	readonly place: number | null
}

export const placedIn = (amendments: readonly AmendmentRow[], blocks: readonly BlockVersion[]): Placed[] =>
	amendments.map((amendment) => ({ amendment, place: placeAmong(amendment, blocks) }))

/** Those that are tied to one another, also by way of others, together where the first of them stands. */
export function clustered(
	placed: readonly Placed[],
	tiedTo: (one: Placed) => readonly AmendmentRow['id'][],
): readonly (readonly Placed[])[] {
	const groups: Placed[][] = []
	for (const one of placed) {
		const ties = tiedTo(one)
		const [first, ...others] = groups.filter((group) => group.some(({ amendment }) => ties.includes(amendment.id)))
		if (first === undefined) groups.push([one])
		else first.push(...others.flatMap((group) => group.splice(0)), one)
	}
	return groups.filter((group) => group.length > 0)
}

type Tally = { readonly open: number; readonly decided: number; readonly waiting: number }

/** How many there are to see, of one association or of all. */
export function tallyOf(counts: AmendmentsView['counts'], by: string | null): Tally {
	const sum = (is: (state: string) => boolean) =>
		counts
			.filter(({ associationId, state }) => is(state) && (by === null || associationId === by))
			.reduce((total, { count }) => total + count, 0)
	return {
		open: sum((state) => state === 'open'),
		decided: sum((state) => state !== 'open' && state !== 'prepared'),
		waiting: sum((state) => state === 'prepared'),
	}
}

/** Of these as many as are shown. */
export const countIn = ({ open, decided, waiting }: Tally, show: keyof Tally | null): number =>
	show === null ? open + decided : { open, decided, waiting }[show]

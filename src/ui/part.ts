/** A stretch of a list that is too long for one page. */
export type Part<Item> = {
	readonly items: readonly Item[]
	/** Its number among the parts, from 1. */
	readonly number: number
	readonly count: number
	/** How many of the list stand before it, and in all. */
	readonly before: number
	readonly total: number
}

/** Most rows of a list on one page: about as many as are read, and as a coalition of ordinary size has. */
export const PART = 50

/**
 * The part that a page's URL asks for (`?part=2`), the first where it asks for none, the last where there are not so many.
 * A list that fits on a page is one part.
 */
export function partOf<Item>(list: readonly Item[], query: URLSearchParams, size = PART): Part<Item> {
	const count = Math.max(1, Math.ceil(list.length / size))
	const asked = query.get('part') ?? ''
	const number = /^[1-9][0-9]{0,8}$/.test(asked) ? Math.min(Number(asked), count) : 1
	const before = (number - 1) * size
	return { items: list.slice(before, before + size), number, count, before, total: list.length }
}

/** The first part alone, where the rest is seen elsewhere, or comes up as the first are seen to. */
export const firstOf = <Item>(list: readonly Item[], size = PART): Part<Item> =>
	partOf(list, new URLSearchParams(), size)

/** The number of the part in which the item at a place of the list stands. */
export const partAt = (place: number, size = PART): number => Math.floor(place / size) + 1

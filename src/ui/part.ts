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
const PART = 50

/**
 * The part that a page's URL asks for (`?part=2`), the first where it asks for none, the last where there are not so many.
 * A list that fits on a page is one part.
 */
export function partOf<Item>(list: readonly Item[], query: URLSearchParams, size = PART): Part<Item> {
	const place = placeIn(list.length, query, size)
	return { ...place, items: list.slice(place.before, place.before + size) }
}

function placeIn(total: number, query: URLSearchParams, size: number): Omit<Part<never>, 'items'> {
	const count = Math.max(1, Math.ceil(total / size))
	const number = Math.min(numberIn(query), count)
	return { number, count, before: (number - 1) * size, total }
}

/** Where the part begins that is asked for, were there so many, and how many are on it: for what reads no more than that. */
export const partIn = (query: URLSearchParams, size = PART) => ({ size, from: (numberIn(query) - 1) * size })

/** The part that was read of a list of so many. */
export function partRead<Item>(items: readonly Item[], total: number, query: URLSearchParams, size = PART): Part<Item> {
	const count = Math.max(1, Math.ceil(total / size))
	const number = Math.min(numberIn(query), count)
	return { items, number, count, before: (number - 1) * size, total }
}

/** The part that was read from a place on, of a list of so many. */
export const partBefore = <Item>(items: readonly Item[], before: number, total: number, size: number): Part<Item> => ({
	items,
	number: partAt(before, size),
	count: Math.max(1, Math.ceil(total / size)),
	before,
	total,
})

/** The number that is asked for. */
function numberIn(query: URLSearchParams): number {
	const asked = query.get('part') ?? ''
	return /^[1-9][0-9]{0,8}$/.test(asked) ? Number(asked) : 1
}

/** The first part alone, where the rest is seen elsewhere, or comes up as the first are seen to. */
export const firstOf = <Item>(list: readonly Item[], size = PART): Part<Item> =>
	partOf(list, new URLSearchParams(), size)

/** Most associations across a table that is shown in parts: as many columns as are read side by side. */
const ACROSS = 20

/** The part of associations across a table: all of a coalition of ordinary size. */
export const acrossOf = <Item>(list: readonly Item[], query: URLSearchParams): Part<Item> =>
	partOf(list, query, list.length <= PART ? PART : ACROSS)

/** The same where it is not known yet how many there are: where the part begins that is asked for, were there so many. */
export const acrossIn = (query: URLSearchParams) => ({
	whole: PART,
	size: ACROSS,
	from: (numberIn(query) - 1) * ACROSS,
})

/** The part with these items, which were read alone, of so many more than fit across. */
export const acrossWith = <Item>(items: readonly Item[], total: number, query: URLSearchParams): Part<Item> => ({
	...placeIn(total, query, ACROSS),
	items,
})

/** The number of the part across a table in which the item at a place of so long a list stands. */
export const acrossAt = (place: number): number => partAt(place, ACROSS)

/** The number of the part in which the item at a place of the list stands. */
export const partAt = (place: number, size = PART): number => Math.floor(place / size) + 1

/** The part with the first item that is looked for; where there is none, the part that is asked for by its number. */
export function partWith<Item>(
	list: readonly Item[],
	is: (item: Item) => boolean,
	query: URLSearchParams,
	size = PART,
): Part<Item> {
	const place = list.findIndex(is)
	return partOf(list, place < 0 ? query : new URLSearchParams({ part: String(partAt(place, size)) }), size)
}

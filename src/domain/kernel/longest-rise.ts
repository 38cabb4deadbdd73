/** The most items, in their order, of which each has a higher value than the one before. Values are distinct. */
export function longestRise<Item>(items: readonly Item[], by: (item: Item) => number): Item[] {
	type Link = { readonly item: Item; readonly value: number; readonly before: Link | undefined }
	/** Of rises of each length the one with the lowest end. */
	const ends: Link[] = []
	for (const item of items) {
		const value = by(item)
		let low = 0
		let high = ends.length
		while (low < high) {
			const middle = (low + high) >> 1
			if ((ends[middle]?.value ?? value) < value) low = middle + 1
			else high = middle
		}
		ends[low] = { item, value, before: ends[low - 1] }
	}
	const rise: Item[] = []
	for (let link = ends.at(-1); link !== undefined; link = link.before) rise.push(link.item)
	return rise.reverse()
}

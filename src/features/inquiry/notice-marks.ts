/** A piece of a text. `begins`: the numbers of the words that begin here; `read`: it is among words that were read. */
export type Piece = { readonly text: string; readonly begins: readonly number[]; readonly read: boolean }

/** A text cut where words begin and end, each where it comes first. Words may lie over each other. */
export function marked(text: string, words: readonly string[]): Piece[] {
	const places = words
		.map((each, number) => ({ number, from: each === '' ? -1 : text.indexOf(each), length: each.length }))
		.filter(({ from }) => from >= 0)
	const cuts = new Set([0, text.length])
	for (const { from, length } of places) cuts.add(from).add(from + length)
	const sorted = [...cuts].sort((one, other) => one - other)
	return sorted.slice(0, -1).map((from, index) => {
		const to = sorted[index + 1] ?? text.length
		return {
			text: text.slice(from, to),
			begins: places.filter((place) => place.from === from).map(({ number }) => number),
			read: places.some((place) => place.from <= from && to <= place.from + place.length),
		}
	})
}

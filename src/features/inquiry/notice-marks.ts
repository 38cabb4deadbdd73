/** A piece of a text. `begins`: the numbers of the words that begin here; `read`: it is among words that were read. */
export type Piece = { readonly text: string; readonly begins: readonly number[]; readonly read: boolean }

/** A text cut where words begin and end, each where it comes first. Words may lie over each other. */
export function marked(text: string, words: readonly string[]): Piece[] {
	const begins = new Map<number, number[]>()
	const cuts = new Set([0, text.length])
	/** Where the longest of the words that begin at a place ends. */
	const ends = new Map<number, number>()
	for (const [number, each] of words.entries()) {
		const from = each === '' ? -1 : text.indexOf(each)
		if (from < 0) continue
		const to = from + each.length
		cuts.add(from).add(to)
		const beginning = begins.get(from)
		if (beginning === undefined) begins.set(from, [number])
		else beginning.push(number)
		ends.set(from, Math.max(to, ends.get(from) ?? 0))
	}
	const sorted = [...cuts].sort((one, other) => one - other)
	let readTo = 0
	return sorted.slice(0, -1).map((from, index) => {
		const to = sorted[index + 1] ?? text.length
		readTo = Math.max(readTo, ends.get(from) ?? 0)
		return { text: text.slice(from, to), begins: begins.get(from) ?? [], read: to <= readTo }
	})
}

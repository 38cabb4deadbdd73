/** A stretch in which two texts differ: where it begins in the first, the words that stood there, and those that do now. */
export type ChangedWords = {
	readonly at: number
	readonly before: readonly string[]
	readonly after: readonly string[]
}

const WORD = /[\p{L}\p{N}]+(?:['’.,:/-][\p{L}\p{N}]+)*/gu

/** The words of a text, without marks and spaces; what is joined by a mark, such as an address or a sum, is one word. */
export const wordsOf = (text: string): readonly string[] => text.normalize('NFC').match(WORD) ?? []

/** How far into the first text each diagonal has come; a diagonal is the lead of the first text over the second, in words. */
type Furthest = ReadonlyMap<number, number>

/**
 * Where the words of two texts differ, in order and as few as can be (Myers, "An O(ND) Difference Algorithm"); null when
 * more than `most` words would have to come or go, which bounds the time by the length of the texts times `most`.
 */
export function changedWords(
	before: readonly string[],
	after: readonly string[],
	most: number,
): readonly ChangedWords[] | null {
	const furthest = new Map<number, number>([[1, 0]])
	const rounds: Furthest[] = []
	for (let edits = 0; edits <= most; edits += 1) {
		rounds.push(new Map(furthest))
		for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
			let x = entry(furthest, diagonal, edits).x
			while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1
			furthest.set(diagonal, x)
			if (x >= before.length && x - diagonal >= after.length) {
				return stretches(before, after, sharedPlaces(rounds, before.length, after.length))
			}
		}
	}
	return null
}

/** Where a diagonal is entered: by a word that came in the second text, or by one that went from the first. */
function entry(furthest: Furthest, diagonal: number, edits: number): { readonly x: number; readonly came: boolean } {
	const above = furthest.get(diagonal + 1) ?? -1
	const below = furthest.get(diagonal - 1) ?? -1
	const came = diagonal === -edits || (diagonal !== edits && below < above)
	return { x: came ? above : below + 1, came }
}

/** The pairs of places that hold the same word, found by walking back from the ends. */
function sharedPlaces(rounds: readonly Furthest[], endX: number, endY: number): (readonly [number, number])[] {
	const pairs: (readonly [number, number])[] = []
	let [x, y] = [endX, endY]
	for (const [edits, furthest] of [...rounds.entries()].reverse()) {
		const from = entry(furthest, x - y, edits)
		while (x > from.x) {
			x -= 1
			y -= 1
			pairs.push([x, y])
		}
		if (from.came) y -= 1
		else x -= 1
	}
	return pairs.reverse()
}

function stretches(
	before: readonly string[],
	after: readonly string[],
	shared: readonly (readonly [number, number])[],
): ChangedWords[] {
	const found: ChangedWords[] = []
	let [x, y] = [0, 0]
	for (const [nextX, nextY] of [...shared, [before.length, after.length] as const]) {
		if (nextX > x || nextY > y) found.push({ at: x, before: before.slice(x, nextX), after: after.slice(y, nextY) })
		x = nextX + 1
		y = nextY + 1
	}
	return found
}

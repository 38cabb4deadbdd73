/**
 * Bytes in pieces that follow each other. What is large is never in one place where pages are answered: to make that much room at once
 * is a stretch of its own.
 */
export type Pieces = readonly Uint8Array<ArrayBuffer>[]

export const lengthOf = (pieces: Pieces): number => pieces.reduce((sum, { length }) => sum + length, 0)

/** In one place, for what takes them so. */
export function whole(pieces: Pieces): Uint8Array<ArrayBuffer> {
	const [only, ...others] = pieces
	if (only !== undefined && others.length === 0) return only
	const bytes = new Uint8Array(lengthOf(pieces))
	let at = 0
	for (const piece of pieces) {
		bytes.set(piece, at)
		at += piece.length
	}
	return bytes
}

/** Those from one place up to another, as views. */
export function sliced(pieces: Pieces, from: number, to: number): Pieces {
	const within: Uint8Array<ArrayBuffer>[] = []
	let at = 0
	for (const piece of pieces) {
		if (at >= to) break
		const end = at + piece.length
		if (end > from && from < to) within.push(piece.subarray(Math.max(0, from - at), to - at))
		at = end
	}
	return within
}

import { longestRise } from '#domain/kernel/longest-rise.ts'
import { counted, type Likely, pairsAnywhere } from './pairing.ts'
import { keyOfPiece, type Piece, samePiece, tokensOfPiece } from './piece.ts'
import type { Token } from './words.ts'

/** A text that others are made from, with what is asked of it over and over. */
export type Base = {
	readonly pieces: readonly Piece[]
	readonly placeOf: ReadonlyMap<string, number>
	readonly tokensAt: (place: number) => readonly Token[]
}

/** Which piece each of these is: of the base, by its place, or -1; and which of them no longer follow one another as they did. */
export type Placed = {
	readonly pairs: Int32Array
	readonly moved: ReadonlySet<number>
	/** How many stand unchanged at the beginning and at the end. */
	readonly start: number
	readonly end: number
}

export function baseOf(pieces: readonly Piece[]): Base {
	const tokens = new Map<number, readonly Token[]>()
	return {
		pieces,
		placeOf: new Map(
			pieces.flatMap((piece, place) =>
				typeof piece === 'string' || piece.blockId === null ? [] : [[piece.blockId, place] as const],
			),
		),
		tokensAt: (place) => {
			const known = tokens.get(place)
			if (known !== undefined) return known
			const made = tokensOfPiece(pieces[place] ?? '')
			tokens.set(place, made)
			return made
		},
	}
}

/** Where what is no longer told by an id came from, and what was moved. */
export function placedIn(base: Base, wanted: readonly Piece[]): Placed {
	const { pieces } = base
	let start = 0
	while (start < pieces.length && start < wanted.length && isSame(pieces[start], wanted[start])) start += 1
	let end = 0
	while (
		end < Math.min(pieces.length, wanted.length) - start &&
		isSame(pieces[pieces.length - 1 - end], wanted[wanted.length - 1 - end])
	)
		end += 1
	const pairs = new Int32Array(wanted.length).fill(-1)
	for (let place = 0; place < start; place += 1) pairs[place] = place
	for (let back = 1; back <= end; back += 1) pairs[wanted.length - back] = pieces.length - back
	const inner = pairsOf(base, wanted.slice(start, wanted.length - end), start, pieces.length - end)
	for (const [index, pair] of inner.entries()) pairs[start + index] = pair
	const known = [...inner.entries()].flatMap(([index, pair]) => (pair < 0 ? [] : [{ index: start + index, pair }]))
	const stays = new Set(longestRise(known, ({ pair }) => pair))
	return { pairs, moved: new Set(known.filter((each) => !stays.has(each)).map(({ index }) => index)), start, end }
}

/** The same piece, whatever it says, and saying the same: nothing happened to it. */
function isSame(one: Piece | undefined, other: Piece | undefined): boolean {
	if (one === undefined || other === undefined) return false
	if (one === other) return true
	if (typeof one === 'string' || typeof other === 'string') return false
	return one.blockId !== null && one.blockId === other.blockId && samePiece(one, other)
}

function pairsOf(base: Base, wanted: readonly Piece[], from: number, to: number): Int32Array {
	if (wanted.length === 0 || from >= to) return new Int32Array(wanted.length).fill(-1)
	const named = base.placeOf.size > 0
	if (!named) {
		const olds = Array.from({ length: to - from }, (_, at) => likely(base.pieces[from + at] ?? ''))
		return pairsAnywhere(olds, wanted.map(likely)).map((pair) => (pair < 0 ? pair : pair + from))
	}
	const taken = new Set<number>()
	return Int32Array.from(wanted, (piece) => {
		const place = typeof piece === 'string' || piece.blockId === null ? undefined : base.placeOf.get(piece.blockId)
		if (place === undefined || place < from || place >= to || taken.has(place)) return -1
		taken.add(place)
		return place
	})
}

function likely(piece: Piece): Likely {
	let words: ReadonlyMap<string, number> | undefined
	return {
		key: keyOfPiece(piece),
		sort: typeof piece === 'string' ? (/^\s*<(\w+)/.exec(piece)?.[1]?.toLowerCase() ?? '') : piece.content.kind,
		words: () => {
			words ??= counted(tokensOfPiece(piece).flatMap(({ kind, text }) => (kind === 'word' ? [text] : [])))
			return words
		},
	}
}

import { type Base, placedIn } from './edition.ts'
import { type Piece, samePiece } from './piece.ts'

/** A text as somebody would have it, made from a base. `id` tells it from others. */
export type Amendment = { readonly id: string; readonly wanted: readonly Piece[] }

/** What is wanted of one paragraph of the base. `before`: the place of the base that it would stand before; its length for the end. */
export type Wishes = {
	readonly changed: { readonly by: string; readonly piece: Piece }[]
	readonly removed: string[]
	readonly moved: { readonly by: string; readonly before: number }[]
}

/** What one amendment puts before a place of the base: paragraphs of its own, and places of those that it moved there. */
export type Put = { readonly by: string; readonly entries: (number | Piece)[] }

export type Wanted = {
	/** Only what somebody wants something of. */
	readonly wishes: ReadonlyMap<number, Wishes>
	readonly puts: ReadonlyMap<number, readonly Put[]>
}

/** What all want, by the place where they want it. */
export function wishesOf(base: Base, amendments: readonly Amendment[]): Wanted {
	const wishes = new Map<number, Wishes>()
	const puts = new Map<number, Put[]>()
	const wishesAt = (place: number): Wishes => {
		const known = wishes.get(place) ?? { changed: [], removed: [], moved: [] }
		wishes.set(place, known)
		return known
	}
	for (const { id: by, wanted } of amendments) {
		const { pairs, moved, start, end } = placedIn(base, wanted)
		const stays = new Set<number>()
		let before = start
		let put: Put | null = null
		for (let index = start; index < wanted.length - end; index += 1) {
			const piece = wanted[index]
			const place = pairs[index] ?? -1
			const was = base.pieces[place]
			if (piece === undefined) continue
			if (was !== undefined) {
				stays.add(place)
				if (!samePiece(was, piece)) wishesAt(place).changed.push({ by, piece })
				if (!moved.has(index)) {
					before = place + 1
					put = null
					continue
				}
				wishesAt(place).moved.push({ by, before })
			}
			if (put === null) {
				put = { by, entries: [] }
				puts.set(before, [...(puts.get(before) ?? []), put])
			}
			put.entries.push(was === undefined ? piece : place)
		}
		for (let place = start; place < base.pieces.length - end; place += 1) {
			if (!stays.has(place)) wishesAt(place).removed.push(by)
		}
	}
	return { wishes, puts }
}

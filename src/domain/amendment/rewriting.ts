import { type Collision, merge, type Touch } from './merging.ts'
import type { Piece } from './piece.ts'

/** The two sides of a collision between an amendment and what others did to the text meanwhile. */
const AMENDED = 'amended'
const NOW = 'now'

export type Rewriting =
	| { readonly ok: true; readonly pieces: readonly Piece[]; readonly touches: readonly Touch[] }
	| { readonly ok: false; readonly collisions: readonly Collision[] }

/**
 * An amendment that was made against a base, carried to the text as it is now: what the amendment would make of it, or where
 * others changed the same words.
 */
export function canRewrite(base: readonly Piece[], amended: readonly Piece[], now: readonly Piece[]): Rewriting {
	const { pieces, collisions, touches } = merge(base, [
		{ id: AMENDED, wanted: amended },
		{ id: NOW, wanted: now },
	])
	if (collisions.length > 0) return { ok: false, collisions }
	return { ok: true, pieces: pieces.map(({ piece }) => piece), touches }
}

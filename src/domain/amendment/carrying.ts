import type { Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { collisions } from './merging.ts'
import { canRewrite } from './rewriting.ts'

/** A stretch of a text as somebody saw it, and as they want it. */
export type Stretch = { readonly seen: readonly BlockVersion[]; readonly wanted: readonly Wanted[] }

/** The whole text as an amendment would have it now; or the blocks in which others changed the same words since. */
export type Carried =
	| { readonly ok: true; readonly blocks: readonly Wanted[] }
	| { readonly ok: false; readonly inTheWay: readonly string[] }

const asWanted = ({ blockId, content }: Wanted): Wanted => ({ blockId, content })

const placesOf = new WeakMap<readonly BlockVersion[], ReadonlyMap<string, number>>()

/** Where each block stands in a text. It is looked up once for all amendments to the text. */
function placesIn(blocks: readonly BlockVersion[]): ReadonlyMap<string, number> {
	const known = placesOf.get(blocks) ?? new Map(blocks.map(({ blockId }, place) => [blockId, place]))
	placesOf.set(blocks, known)
	return known
}

/**
 * The stretch of the text as it is now, from the first to the last that is left of what was seen, by their places; at the end
 * where nothing is left of it.
 */
export function stretchNow(seen: readonly BlockVersion[], blocks: readonly BlockVersion[]): readonly [number, number] {
	const places = placesIn(blocks)
	let [from, until] = [blocks.length, 0]
	for (const { blockId } of seen) {
		const place = places.get(blockId)
		if (place === undefined) continue
		from = Math.min(from, place)
		until = Math.max(until, place + 1)
	}
	return [from, Math.max(from, until)]
}

/** An amendment carried to the text as it is now. What others wrote meanwhile stays, and what it does not touch is the same object. */
export function carried({ seen, wanted }: Stretch, blocks: readonly BlockVersion[]): Carried {
	const [from, until] = stretchNow(seen, blocks)
	const stands = new Map(blocks.slice(from, until).map((block) => [block.blockId, block]))
	// As it was seen, so long as it says the same: then it need not be compared.
	const base = seen.map((block) => {
		const now = stands.get(block.blockId)
		return asWanted(now?.id === block.id ? now : block)
	})
	const result = canRewrite(base, wanted, blocks.slice(from, until).map(asWanted))
	if (!result.ok) {
		const inTheWay = result.collisions.flatMap(({ blockId }) => (blockId === null ? [] : [blockId]))
		return { ok: false, inTheWay: [...new Set(inTheWay)] }
	}
	const pieces = result.pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece]))
	return { ok: true, blocks: [...blocks.slice(0, from).map(asWanted), ...pieces, ...blocks.slice(until).map(asWanted)] }
}

/** Which of the amendments want different things of the same words, by their ids; each names all others. */
export function collidingAmong(
	blocks: readonly BlockVersion[],
	amendments: readonly (Stretch & { readonly id: string })[],
): ReadonlyMap<string, ReadonlySet<string>> {
	const there = amendments.flatMap((amendment) => {
		const now = carried(amendment, blocks)
		return now.ok ? [{ id: amendment.id, wanted: now.blocks }] : []
	})
	const found = new Map<string, Set<string>>()
	for (const { sides } of collisions(blocks.map(asWanted), there)) {
		for (const side of sides) {
			const others = sides.filter((other) => other !== side).flatMap(({ by }) => by)
			for (const id of side.by)
				found.set(id, new Set([...(found.get(id) ?? []), ...others.filter((other) => other !== id)]))
		}
	}
	return found
}

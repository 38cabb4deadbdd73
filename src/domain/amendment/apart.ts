import { longestRise } from '#domain/kernel/longest-rise.ts'
import { sameText, type Wanted } from '#domain/statement/alignment.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import type { Stretch } from './carrying.ts'
import { placesOf } from './places.ts'

/**
 * A text as somebody wants it, beside what they saw: blocks as they were, by their places there, from 0; and what they wrote. `was`: the
 * place of the block that it was; null: it is new.
 */
export type Placed = readonly (number | { readonly was: number | null; readonly content: Block })[]

/** Places that there are none of, and places that are named again, are left out; what was written there stays, as new. */
export function wantedAt(seen: readonly BlockVersion[], placed: Placed): Wanted[] {
	const left = new Set(seen.keys())
	return placed.flatMap((each): Wanted[] => {
		const place = typeof each === 'number' ? each : each.was
		const block = place !== null && left.delete(place) ? seen[place] : undefined
		if (typeof each !== 'number') return [{ blockId: block?.blockId ?? null, content: each.content }]
		return block ? [{ blockId: block.blockId, content: block.content }] : []
	})
}

/** A range of the text, by the parts that stand unchanged: after the one, before the other. */
type Range = { readonly from: number; until: number }

/**
 * What somebody changed in a text, each run of changed blocks by itself, so that each can be decided by itself. What is moved is one with all that
 * it was moved past. Something new stands after a block that was seen, where there is one, so that its place is known whatever others do.
 */
export function changesApart(seen: readonly BlockVersion[], wanted: readonly Wanted[]): Stretch[] {
	const placeOf = new Map(seen.map(({ blockId }, place) => [blockId, place]))
	const known = wanted.flatMap(({ blockId }, index) => {
		const place = blockId === null ? undefined : placeOf.get(blockId)
		return place === undefined ? [] : [{ place, index }]
	})
	const inOrder = new Set(longestRise(known, ({ place }) => place))
	const stands = known.filter((pair) => inOrder.has(pair) && isSame(seen[pair.place], wanted[pair.index]))
	/** The parts that stand, with an edge before the first and one after the last. */
	const edges = [{ place: -1, index: -1 }, ...stands, { place: seen.length, index: wanted.length }]
	const edgeBefore = (of: 'place' | 'index', at: number) => edges.findLastIndex((edge) => edge[of] < at)
	const changed = edges.slice(1).flatMap(({ place, index }, at): Range[] => {
		const before = edges[at] ?? { place: -1, index: -1 }
		return place - before.place > 1 || index - before.index > 1 ? [{ from: at, until: at + 1 }] : []
	})
	const moved = known
		.filter((pair) => !inOrder.has(pair))
		.map(({ place, index }): Range => {
			const ends = [edgeBefore('place', place), edgeBefore('index', index)]
			return { from: Math.min(...ends), until: Math.max(...ends) + 1 }
		})
	return joined([...changed, ...moved]).map(({ from, until }) => {
		const [first, last] = [edges[from], edges[until]]
		const [start, end] = [first?.place ?? -1, last?.place ?? seen.length]
		const [startWanted, endWanted] = [first?.index ?? -1, last?.index ?? wanted.length]
		const isNew = wanted
			.slice(startWanted + 1, endWanted)
			.some(({ blockId }) => blockId === null || !placeOf.has(blockId))
		const before = isNew && start >= 0 ? 1 : 0
		const after = before === 0 && end - start === 1 && end < seen.length ? 1 : 0
		return {
			seen: seen.slice(start + 1 - before, end + after),
			wanted: wanted.slice(startWanted + 1 - before, endWanted + after),
		}
	})
}

/** A name for each change, that it keeps when others are made beside it: the block where it begins. */
export function namesOf(stretches: readonly Stretch[]): string[] {
	const taken = new Set<string>()
	return stretches.map((stretch) => {
		const begins: string = placesOf(stretch)[0] ?? 'new'
		const name = taken.has(begins) ? `${begins}-${taken.size}` : begins
		taken.add(name)
		return name
	})
}

/** Ranges that have something in common, as one. */
function joined(ranges: readonly Range[]): Range[] {
	const found: Range[] = []
	for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
		const last = found.at(-1)
		if (last && range.from < last.until) last.until = Math.max(last.until, range.until)
		else found.push({ ...range })
	}
	return found
}

const isSame = (block: BlockVersion | undefined, wanted: Wanted | undefined): boolean =>
	block !== undefined &&
	wanted !== undefined &&
	block.content.kind === wanted.content.kind &&
	sameText(block.content, wanted.content)

import type { BlockId } from '#domain/kernel/id.ts'
import { longestRise } from '#domain/kernel/longest-rise.ts'
import { sameText, type Wanted } from './alignment.ts'
import type { BlockVersion } from './block.ts'
import type { Clash } from './clash.ts'

/** A part of the text: as it stands, or as somebody wants it. */
type Part = BlockVersion | Wanted

export type Merge = {
	/** Parts that both changed, each in their own way, and that nobody has chosen between. */
	readonly clashes: readonly Clash[]
	/** The whole text as it becomes: what changes in it has no version yet, and what is new no id either. */
	readonly blocks: readonly Part[]
	/** What stood there and no longer does. */
	readonly removed: readonly BlockVersion[]
}

/** Who is to have the last word in a part that both changed; undefined: nobody has chosen. */
export type Choose = (clash: Clash) => 'mine' | 'theirs' | undefined

/**
 * A text that was changed by one person from what they saw, put together with what others did to it meanwhile. Parts that only
 * one side changed become as that side has them; nothing of anybody's is lost without a choice. `seen`: the stretch of the text
 * that was in front of them; `wanted`: what they made of it; `stands`: the whole text now.
 */
export function merge(
	seen: readonly BlockVersion[],
	wanted: readonly Wanted[],
	stands: readonly BlockVersion[],
	choose: Choose,
): Merge {
	const now = new Map(stands.map((block) => [block.blockId, block]))
	const mine = new Map(wanted.flatMap((block) => (block.blockId === null ? [] : [[block.blockId, block.content]])))
	const clashes: Clash[] = []
	/** What becomes of each part that was seen: as it stands, as it was written, or null for gone. */
	const outcomes = new Map<BlockId, Part | null>()
	for (const { blockId, id, content } of seen) {
		const theirs = now.get(blockId) ?? null
		const written = mine.get(blockId) ?? null
		const iChanged = written === null || !sameText(written, content)
		const theyChanged = theirs === null || (theirs.id !== id && !sameText(theirs.content, content))
		const agreed = written === null || theirs === null ? written === theirs : sameText(written, theirs.content)
		let own = iChanged && !agreed
		if (own && theyChanged) {
			const clash = { blockId, mine: written, theirs }
			const choice = choose(clash)
			if (choice === undefined) clashes.push(clash)
			own = choice === 'mine'
		}
		outcomes.set(blockId, own ? written && { blockId, content: written } : theirs)
	}
	const placed = arranged(seen, wanted, stands, outcomes)
	const stays = new Set(placed.map(({ blockId }) => blockId))
	return { clashes, blocks: placed, removed: stands.filter(({ blockId }) => !stays.has(blockId)) }
}

/** As it stands, without what was taken away; what was moved or is new comes after what it was put after. */
function arranged(
	seen: readonly BlockVersion[],
	wanted: readonly Wanted[],
	stands: readonly BlockVersion[],
	outcomes: ReadonlyMap<BlockId, Part | null>,
): Part[] {
	const moved = movedIn(seen, wanted)
	const kept = stands.flatMap((block) => {
		const outcome = outcomes.has(block.blockId) ? outcomes.get(block.blockId) : block
		return outcome && !moved.has(block.blockId) ? [outcome] : []
	})
	const keptIds = new Set(kept.map(({ blockId }) => blockId))
	const first: Part[] = []
	const after = new Map<BlockId | null, Part[]>()
	let put = first
	for (const block of wanted) {
		const { blockId } = block
		if (blockId !== null && keptIds.has(blockId)) {
			put = []
			after.set(blockId, put)
			continue
		}
		const outcome = blockId !== null && outcomes.has(blockId) ? outcomes.get(blockId) : block
		if (outcome) put.push(outcome)
	}
	const begins = beginningOf(seen, stands, keptIds)
	const parts = kept.map((block) => [block, ...(after.get(block.blockId) ?? [])])
	return [...parts.slice(0, begins), first, ...parts.slice(begins)].flat()
}

/** How many of the parts that are kept stand before the stretch that was seen. All, where nothing is left of it. */
function beginningOf(
	seen: readonly BlockVersion[],
	stands: readonly BlockVersion[],
	kept: ReadonlySet<BlockId | null>,
): number {
	const inside = new Set(seen.map(({ blockId }) => blockId))
	const at = stands.findIndex(({ blockId }) => inside.has(blockId))
	const before = at < 0 ? stands : stands.slice(0, at)
	return before.filter(({ blockId }) => kept.has(blockId)).length
}

/** Which parts were moved: all but the most that still follow one another as they were seen. */
function movedIn(seen: readonly BlockVersion[], wanted: readonly Wanted[]): Set<BlockId> {
	const placeOf = new Map(seen.map(({ blockId }, place) => [blockId, place]))
	const known = wanted.flatMap(({ blockId }) => {
		const place = blockId === null ? undefined : placeOf.get(blockId)
		return blockId === null || place === undefined ? [] : [{ blockId, place }]
	})
	const inOrder = new Set(longestRise(known, ({ place }) => place))
	return new Set(known.filter((each) => !inOrder.has(each)).map(({ blockId }) => blockId))
}

import type { AdoptedAmendment } from '#domain/deciding/before-ballot.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { carried, collidingAmong, type Stretch, stretchNow } from './carrying.ts'
import { isDone } from './in-text.ts'
import { placesOf } from './places.ts'

/**
 * Which of the amendments want something else of the same words than one that is adopted and still to come into the text; by their ids,
 * each with the numbers of those. In the text as it is; where one of two does not go with that any more, in the text as that one saw it:
 * whoever writes in the words of what is adopted makes no room there for another. One that was written in what stands there since is against it.
 */
export function againstAdopted(
	blocks: readonly BlockVersion[],
	amendments: readonly (Stretch & { readonly id: string })[],
	adopted: readonly AdoptedAmendment[],
): ReadonlyMap<string, readonly number[]> {
	const waiting = adopted.filter((each) => !isDone(each, blocks)).map((each) => ({ ...each, id: `Y${each.number}` }))
	if (waiting.length === 0) return new Map()
	const found = new Map<string, readonly number[]>()
	const note = (id: string, { number }: (typeof waiting)[number]) =>
		found.set(id, [...new Set([...(found.get(id) ?? []), number])])
	const compare = (text: readonly BlockVersion[], some: typeof amendments, others: typeof waiting) => {
		const colliding = collidingAmong(text, [...some, ...others])
		for (const { id } of some) for (const each of others) if (colliding.get(id)?.has(each.id)) note(id, each)
	}
	const isApart = (each: Stretch) => !carried(each, blocks).ok
	compare(blocks, amendments, waiting)
	for (const each of amendments.filter(isApart)) {
		const text = asSeenBy(each, blocks)
		compare(text, [each], waiting)
		for (const other of waiting) if (isBeside(other, each, text)) note(each.id, other)
	}
	for (const each of waiting.filter(isApart)) {
		const text = asSeenBy(each, blocks)
		compare(text, amendments, [each])
		for (const one of amendments) if (isBeside(one, each, text)) note(one.id, each)
	}
	return found
}

/** Whether one is about words that were not there in the text as another saw it, in a part that both change: there is nothing to compare. */
function isBeside(one: Stretch, other: Stretch, text: readonly BlockVersion[]): boolean {
	if (carried(one, text).ok) return false
	const places = new Set(placesOf(other))
	return placesOf(one).some((blockId) => places.has(blockId))
}

/** The text as it is, with the stretch that an amendment was written against as it stood then. */
function asSeenBy({ seen }: Stretch, blocks: readonly BlockVersion[]): readonly BlockVersion[] {
	const ids = new Set(seen.map(({ blockId }) => blockId))
	const others = blocks.filter(({ blockId }) => !ids.has(blockId))
	const [from] = stretchNow(seen, blocks)
	return [...others.slice(0, from), ...seen, ...others.slice(from)]
}

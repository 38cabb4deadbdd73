import type { AdoptedAmendment } from '#domain/deciding/before-ballot.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { carried, collidingAmong, type Stretch, stretchNow } from './carrying.ts'
import { isDone } from './in-text.ts'

/**
 * Which of the amendments want something else of the same words than one that is adopted and still to come into the text; by their ids,
 * each with the numbers of those. In the text as it is; where one of two does not go with that any more, in the text as that one saw it:
 * whoever writes in the words of what is adopted makes no room there for another.
 */
export function againstAdopted(
	blocks: readonly BlockVersion[],
	amendments: readonly (Stretch & { readonly id: string })[],
	adopted: readonly AdoptedAmendment[],
): ReadonlyMap<string, readonly number[]> {
	const waiting = adopted.filter((each) => !isDone(each, blocks)).map((each) => ({ ...each, id: `Y${each.number}` }))
	if (waiting.length === 0) return new Map()
	const found = new Map<string, readonly number[]>()
	const compare = (text: readonly BlockVersion[], some: typeof amendments, others: typeof waiting) => {
		const colliding = collidingAmong(text, [...some, ...others])
		for (const { id } of some) {
			const numbers = others.filter((each) => colliding.get(id)?.has(each.id)).map(({ number }) => number)
			if (numbers.length > 0) found.set(id, [...new Set([...(found.get(id) ?? []), ...numbers])])
		}
	}
	const isApart = (each: Stretch) => !carried(each, blocks).ok
	compare(blocks, amendments, waiting)
	for (const each of amendments.filter(isApart)) compare(asSeenBy(each, blocks), [each], waiting)
	for (const each of waiting.filter(isApart)) compare(asSeenBy(each, blocks), amendments, [each])
	return found
}

/** The text as it is, with the stretch that an amendment was written against as it stood then. */
function asSeenBy({ seen }: Stretch, blocks: readonly BlockVersion[]): readonly BlockVersion[] {
	const ids = new Set(seen.map(({ blockId }) => blockId))
	const others = blocks.filter(({ blockId }) => !ids.has(blockId))
	const [from] = stretchNow(seen, blocks)
	return [...others.slice(0, from), ...seen, ...others.slice(from)]
}

import type { AdoptedAmendment } from '#domain/deciding/before-ballot.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { carried, collidingAmong, type Stretch } from './carrying.ts'
import { isDone } from './in-text.ts'

/**
 * Which of the amendments want something else of the same words than one that is adopted and still to come into the text; by their ids,
 * each with the numbers of those. In the text as it is; one that does not go with that any more, in the text as it was seen.
 */
export function againstAdopted(
	blocks: readonly BlockVersion[],
	amendments: readonly (Stretch & { readonly id: string })[],
	adopted: readonly AdoptedAmendment[],
): ReadonlyMap<string, readonly number[]> {
	const waiting = adopted.filter((each) => !isDone(each, blocks)).map((each) => ({ ...each, id: `Y${each.number}` }))
	if (waiting.length === 0) return new Map()
	const among = (text: readonly BlockVersion[], some: typeof amendments) => {
		const colliding = collidingAmong(text, [...some, ...waiting])
		return some.flatMap(({ id }): [string, number[]][] => {
			const others = waiting.filter((each) => colliding.get(id)?.has(each.id)).map(({ number }) => number)
			return others.length > 0 ? [[id, others]] : []
		})
	}
	const goes = amendments.filter((each) => carried(each, blocks).ok)
	const apart = amendments.filter((each) => !goes.includes(each))
	return new Map([...among(blocks, goes), ...apart.flatMap((each) => among(each.seen, [each]))])
}

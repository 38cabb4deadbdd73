import { sayingOf } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { carried, type Stretch } from './carrying.ts'
import { isInText } from './in-text.ts'

/** Most adopted amendments that are looked at for what is still to come into a text: more than are merged at once, since some stand there already. */
export const LOOKED_AT = 200

/** How many characters are compared word by word: a page asks for this. */
const COMPARED = 20_000

/**
 * How many of these, which were adopted as they are and not merged, are still to come into the text. Not those whose words were written
 * there by hand, nor those that do not go with it any more: of neither there is anything to merge. `blocks`: of the text what any of them
 * saw, and what says the same as a part that one wants. What would take long to compare counts, unless all that it wants
 * stands there as it is: whoever merges sees what becomes of it.
 */
export function countToMerge(adopted: readonly Stretch[], blocks: readonly BlockVersion[]): number {
	const places = new Map(blocks.map(({ id }, at) => [id, at]))
	const says = new Set(blocks.map(({ content }) => sayingOf(content)))
	let left = COMPARED
	return adopted.filter((each) => {
		if (isUntouched(each, places, says)) return true
		left -= lengthOf(each)
		if (left < 0) return !each.wanted.every(({ content }) => says.has(sayingOf(content)))
		return carried(each, blocks).ok && !isInText({ ...each, merged: null }, blocks)
	}).length
}

const lengthOf = ({ seen, wanted }: Stretch): number =>
	[...seen, ...wanted].reduce((sum, { content }) => sum + textsOf(content).join('').length, 0)

/** Whether all that it saw stands as it was, and what it wants otherwise nowhere: so it is with most, and no words are compared. */
function isUntouched(
	{ seen, wanted }: Stretch,
	places: ReadonlyMap<string, number>,
	says: ReadonlySet<string>,
): boolean {
	const at = seen.map(({ id }) => places.get(id) ?? -1)
	if (!at.every((place, index) => place > (at[index - 1] ?? -1))) return false
	const saw = new Map<string | null, string>(seen.map(({ blockId, content }) => [blockId, sayingOf(content)]))
	return wanted.every(({ blockId, content }) => {
		const want = sayingOf(content)
		return saw.get(blockId) === want || !says.has(want)
	})
}

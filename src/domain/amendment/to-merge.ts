import type { BlockVersion } from '#domain/statement/block.ts'
import { carried, type Stretch } from './carrying.ts'
import { isInText } from './in-text.ts'

/**
 * How many of these, which were adopted as they are and not merged, are still to come into the text. Not those whose words were written
 * there by hand, nor those that do not go with it any more: of neither there is anything to merge. `blocks`: of the text what any of them
 * saw, and what says the same as a part that one puts in.
 */
export const countToMerge = (adopted: readonly Stretch[], blocks: readonly BlockVersion[]): number =>
	adopted.filter(
		(each) => isUntouched(each, blocks) || (carried(each, blocks).ok && !isInText({ ...each, merged: null }, blocks)),
	).length

/** Whether all that it saw stands as it was, and nothing but that is wanted otherwise: so it is with most, and no words are compared. */
function isUntouched({ seen, wanted }: Stretch, blocks: readonly BlockVersion[]): boolean {
	const saw = new Set(seen.map(({ blockId }) => blockId))
	const now = blocks.filter(({ blockId }) => saw.has(blockId))
	const stands = now.length === seen.length && now.every(({ id }, at) => id === seen[at]?.id)
	return stands && wanted.every(({ blockId }) => blockId !== null)
}

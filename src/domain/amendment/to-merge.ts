import type { BlockVersion } from '#domain/statement/block.ts'
import { carried, type Stretch } from './carrying.ts'
import { isInText } from './in-text.ts'

/**
 * How many of these, which were adopted as they are and not merged, are still to come into the text. Not those whose words were written
 * there by hand, nor those that do not go with it any more: of neither there is anything to merge.
 */
export const countToMerge = (adopted: readonly Stretch[], blocks: readonly BlockVersion[]): number =>
	adopted.filter((each) => carried(each, blocks).ok && !isInText({ ...each, merged: null }, blocks)).length

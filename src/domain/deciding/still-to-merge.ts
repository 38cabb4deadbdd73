import { carried } from '#domain/amendment/carrying.ts'
import { isDone } from '#domain/amendment/in-text.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { AdoptedAmendment } from './before-ballot.ts'
import type { PreferredAmendment } from './heeding.ts'

type Amendments = {
	readonly adopted: readonly AdoptedAmendment[]
	readonly preferred: readonly PreferredAmendment[]
	readonly blocks: readonly BlockVersion[]
}

/** Whether any of these can be merged into the text as it is. Else its words come there by hand: they were merged once, or what they were about was written over. */
export const anyToMerge = (numbers: readonly number[], { adopted, preferred, blocks }: Amendments): boolean =>
	[...adopted, ...preferred.flatMap(({ number, words }) => (words ? [{ ...words, number }] : []))].some(
		(each) => numbers.includes(each.number) && !isDone(each, blocks) && carried(each, blocks).ok,
	)

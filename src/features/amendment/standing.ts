import type { Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Clash } from '#domain/statement/clash.ts'
import { merge } from '#domain/statement/merge.ts'
import { changesBetween, type PartChange } from '#markup/text-changes.ts'

type Text = { readonly seen: readonly BlockVersion[]; readonly wanted: readonly Wanted[] }

/** An amendment beside the text as it is now. */
export type Standing = {
	/** What it changes: in the text as it is now; where that cannot be, or it is done with, in the text as it was seen. */
	readonly changes: readonly PartChange[]
	/** What stands in the way: parts that were changed otherwise since. */
	readonly clashes: readonly Clash[]
}

/** `live`: it may still come into the text. */
export function standingOf({ seen, wanted }: Text, blocks: readonly BlockVersion[], live: boolean): Standing {
	if (live) {
		const { clashes, blocks: merged } = merge(seen, wanted, blocks, () => undefined)
		if (clashes.length === 0) return { clashes, changes: changesBetween(blocks, merged) }
		return { clashes, changes: unnumbered(changesBetween(seen, wanted)) }
	}
	return { clashes: [], changes: unnumbered(changesBetween(seen, wanted)) }
}

/** Of a stretch by itself it is not known which numbers its positions have. */
const unnumbered = (changes: readonly PartChange[]): PartChange[] =>
	changes.map((change) => ({ ...change, block: { ...change.block, number: null, letter: null } }))

/** How far an amendment reaches: how much it strikes and puts in. Characters. */
export function reachOf({ seen, wanted }: Text): number {
	return changesBetween(seen, wanted)
		.flatMap(({ parts }) => parts)
		.reduce((sum, { kind, text }) => sum + (kind === 'same' ? 0 : text.length), 0)
}

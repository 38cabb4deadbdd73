import { carried, collidingAmong, type Stretch } from '#domain/amendment/carrying.ts'
import { isInText, type MergedIn } from '#domain/amendment/in-text.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Clash } from '#domain/statement/clash.ts'
import { changesBetween, type PartChange } from '#markup/text-changes.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'

/** An amendment beside the text as it is now. */
export type Standing = {
	/** What it changes: in the text as it is now; where that cannot be, or it is done with, in the text as it was seen. */
	readonly changes: readonly PartChange[]
	/** What stands in the way: parts in which the same words were changed otherwise since. */
	readonly clashes: readonly Clash[]
	/** Its words are in the text as it is now. */
	readonly inText: boolean
}

/** `live`: it may still come into the text. */
export function standingOf(
	{ seen, wanted, merged = null }: Stretch & { readonly merged?: MergedIn },
	blocks: readonly BlockVersion[],
	live: boolean,
): Standing {
	const inText = isInText({ seen, wanted, merged: live ? null : merged }, blocks)
	const now = live ? carried({ seen, wanted }, blocks) : null
	if (now?.ok) return { inText, clashes: [], changes: changesBetween(blocks, now.blocks) }
	const inTheWay = seen.filter(({ blockId }) => now?.inTheWay.includes(blockId))
	const clashes = inTheWay.map(({ blockId }) => ({
		blockId,
		mine: wanted.find((each) => each.blockId === blockId)?.content ?? null,
		theirs: blocks.find((each) => each.blockId === blockId) ?? null,
	}))
	return { inText, clashes, changes: unnumbered(changesBetween(seen, wanted)) }
}

/** Of a stretch by itself it is not known which numbers its positions have. */
const unnumbered = (changes: readonly PartChange[]): PartChange[] =>
	changes.map((change) => ({ ...change, block: { ...change.block, number: null, letter: null } }))

/** Of each amendment that is open, those that want something else of the same words; in the order of their numbers. */
export function collidingWith(
	amendments: readonly AmendmentRow[],
	blocks: readonly BlockVersion[],
): (amendment: AmendmentRow) => readonly AmendmentRow[] {
	const open = new Map(amendments.flatMap((each) => (each.state === 'open' ? [[each.id as string, each]] : [])))
	const found = collidingAmong(blocks, [...open.values()])
	return ({ id }) =>
		[...(found.get(id) ?? [])].flatMap((other) => open.get(other) ?? []).sort((one, other) => one.number - other.number)
}

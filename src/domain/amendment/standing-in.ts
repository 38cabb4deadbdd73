import type { BlockId } from '#domain/kernel/id.ts'
import { sameText, type Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { carried, type Stretch } from './carrying.ts'
import { becameIn, changedBlocks, NONE } from './changed-parts.ts'

/** Denials that do not count in a block, since associations want them there. */
export type AllowedIn = (blockId: BlockId) => ReadonlySet<string>

const noneAllowed: AllowedIn = () => NONE

/**
 * Whether a text has what an amendment wants: carried to it, it changes nothing; or each part that it puts in or words otherwise
 * stands there, what it strikes does not, and what it moves stands in its order. What it leaves as it was others may have changed.
 */
export function standsIn(stretch: Stretch, blocks: readonly BlockVersion[], allowed = noneAllowed): boolean {
	if (turnsRound(stretch, blocks, allowed)) return false
	if (changesNothing(stretch, blocks)) return true
	if (struckOf(stretch).some((struck) => blocks.some(({ blockId }) => blockId === struck))) return false
	const stands = (content: Wanted['content']) => blocks.some((block) => sameText(block.content, content))
	if (!hasMoves(stretch, blocks) || !newIn(stretch).every(stands)) return false
	return changedBlocks(stretch).every((changed) => {
		const now = blocks.find(({ blockId }) => blockId === changed.blockId)
		return (
			stands(changed.wanted) || (now && becameIn(changed, now.content, NONE).every((became) => became !== 'missing'))
		)
	})
}

/** Whether a denial that is not allowed was put beside or among the words that an amendment wants. */
export function turnsRound(stretch: Stretch, blocks: readonly BlockVersion[], allowed = noneAllowed): boolean {
	const stands = new Map(blocks.map(({ blockId, content }) => [blockId, content]))
	return changedBlocks(stretch).some((changed) => {
		const now = stands.get(changed.blockId)
		return now !== undefined && becameIn(changed, now, allowed(changed.blockId)).includes('turned')
	})
}

/** The blocks that an amendment takes away. */
export function struckOf({ seen, wanted }: Stretch): BlockId[] {
	const stays = new Set(wanted.map(({ blockId }) => blockId))
	return seen.flatMap(({ blockId }) => (stays.has(blockId) ? [] : [blockId]))
}

/** What it puts in. */
export function newIn({ seen, wanted }: Stretch): Wanted['content'][] {
	const there = new Set<string | null>(seen.map(({ blockId }) => blockId))
	return wanted.flatMap(({ blockId, content }) => (there.has(blockId) ? [] : [content]))
}

/** Whether an amendment, carried to the text, leaves it as it is. */
function changesNothing(stretch: Stretch, blocks: readonly BlockVersion[]): boolean {
	const now = carried(stretch, blocks)
	if (!now.ok || now.blocks.length !== blocks.length) return false
	return blocks.every(({ blockId, content }, at) => {
		const there = now.blocks[at]
		return there?.blockId === blockId && sameText(there.content, content)
	})
}

const placesIn = (those: readonly Pick<Wanted, 'blockId'>[]): ReadonlyMap<string | null, number> =>
	new Map(those.map(({ blockId }, place) => [blockId, place]))
const order = (places: ReadonlyMap<string | null, number>, one: string, other: string): boolean =>
	(places.get(one) ?? 0) < (places.get(other) ?? 0)

/** The blocks that were to change places, two and two, of those that are left. */
export function turnedIn({ seen, wanted }: Stretch, left: (blockId: BlockId) => boolean = () => true) {
	const [then, asked] = [placesIn(seen), placesIn(wanted)]
	const common = seen.flatMap(({ blockId }) => (asked.has(blockId) && left(blockId) ? [blockId] : []))
	// As it is in most amendments.
	if (common.every((one, at) => at === 0 || order(asked, common[at - 1] ?? one, one))) return []
	return common.flatMap((one, at) =>
		common
			.slice(at + 1)
			.flatMap((other) => (order(then, one, other) === order(asked, one, other) ? [] : [{ one, other }])),
	)
}

/** Whether any of the blocks that were to change places have, where some were to: others may have moved the rest since. */
export function hasMoves({ seen, wanted }: Stretch, blocks: readonly BlockVersion[]): boolean {
	const [asked, now] = [placesIn(wanted), placesIn(blocks)]
	const turned = turnedIn({ seen, wanted }, (blockId) => now.has(blockId))
	return turned.length === 0 || turned.some(({ one, other }) => order(now, one, other) === order(asked, one, other))
}

import { isNegation } from '#domain/signing/slips.ts'
import { sameText, type Wanted } from '#domain/statement/alignment.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { carried, type Stretch } from './carrying.ts'
import { editsBetween } from './edits.ts'
import { tokensOfPiece } from './piece.ts'
import type { Token } from './words.ts'

/**
 * Whether a text has what an amendment wants: carried to it, it changes nothing; or each part that it puts in or words otherwise
 * stands there, what it strikes does not, and what it moves stands in its order. What it leaves as it was others may have changed.
 */
export function standsIn({ seen, wanted }: Stretch, blocks: readonly BlockVersion[]): boolean {
	if (changesNothing({ seen, wanted }, blocks)) return true
	const stays = new Set(wanted.map(({ blockId }) => blockId))
	const struck = seen.filter(({ blockId }) => !stays.has(blockId))
	if (blocks.some(({ blockId }) => struck.some((each) => each.blockId === blockId))) return false
	if (!hasMoves({ seen, wanted }, blocks)) return false
	return wanted.every(({ blockId, content }) => {
		const was = seen.find((block) => block.blockId === blockId)
		if (was !== undefined && sameText(was.content, content)) return true
		if (blocks.some((block) => sameText(block.content, content))) return true
		const now = blocks.find((block) => block.blockId === blockId)
		return was !== undefined && now !== undefined && hasChange(was.content, content, now.content)
	})
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

/** Whether any of the blocks that were to change places have, where some were to: others may have moved the rest since. */
export function hasMoves({ seen, wanted }: Stretch, blocks: readonly BlockVersion[]): boolean {
	const placesIn = (those: readonly Pick<Wanted, 'blockId'>[]) =>
		new Map(those.map(({ blockId }, place) => [blockId, place]))
	const [then, asked, now] = [placesIn(seen), placesIn(wanted), placesIn(blocks)]
	const common = seen.flatMap(({ blockId }) => (asked.has(blockId) && now.has(blockId) ? [blockId] : []))
	const order = (places: ReadonlyMap<string | null, number>, one: string, other: string) =>
		(places.get(one) ?? 0) < (places.get(other) ?? 0)
	const turned = common.flatMap((one, at) =>
		common
			.slice(at + 1)
			.flatMap((other) => (order(then, one, other) === order(asked, one, other) ? [] : [{ one, other }])),
	)
	return turned.length === 0 || turned.some(({ one, other }) => order(now, one, other) === order(asked, one, other))
}

/**
 * Whether each change of words that was wanted in a block was made in it, whatever others wrote beside; unless what they wrote among those
 * words turns them round.
 */
function hasChange(was: Block, wanted: Block, now: Block): boolean {
	const [before, ours, theirs] = [tokensOf(was), tokensOf(wanted), tokensOf(now)]
	const made = partsBetween(before, theirs)
	return partsBetween(before, ours).every(({ from, to, at, end }) => {
		const [gone, come] = [textsOf(before, from, to), textsOf(ours, at, end)]
		return made.some((there) => {
			const stands = textsOf(theirs, there.at, there.end)
			const isThere = there.from <= from && to <= there.to && holds(stands, come)
			if (turnsRound(come, stands)) return false
			return isThere && (gone.length === 0 || holds(come, gone) || !holds(stands, gone))
		})
	})
}

const tokensOf = (content: Block) => tokensOfPiece({ blockId: null, content })
const partsBetween = (before: readonly Token[], after: readonly Token[]) =>
	editsBetween(before, after).flatMap(({ parts }) => parts)
const textsOf = (tokens: readonly Token[], from: number, to: number) => tokens.slice(from, to).map(({ text }) => text)

/** Whether words that stand deny something that was not denied, or not what was. */
function turnsRound(wanted: readonly string[], stands: readonly string[]): boolean {
	const denying = (words: readonly string[]) => words.filter((word) => isNegation(word.toLocaleLowerCase('sv'))).join()
	return denying(wanted) !== denying(stands)
}

/** Whether some words stand among others, one after the other. */
const holds = (words: readonly string[], some: readonly string[]): boolean =>
	words.some((_, at) => some.every((word, index) => words[at + index] === word)) || some.length === 0

import type { BlockId } from '#domain/kernel/id.ts'
import { sameText } from '#domain/statement/alignment.ts'
import type { Block } from '#domain/statement/block.ts'
import type { Stretch } from './carrying.ts'
import { countDenials, denialsIn } from './denials.ts'
import { editsBetween } from './edits.ts'
import { tokensOfPiece } from './piece.ts'
import { sentenceFrom, sentenceTo } from './sentence.ts'
import type { Stretch as Places } from './shortest.ts'
import type { Token } from './words.ts'

/** `within`: the change that it is read and chosen as a part of, where little stands between two. */
type Part = Places & { readonly within: Places }

/** What an amendment changes in the words of a block: its parts, of what was seen and of what is wanted. */
export type ChangedBlock = {
	readonly blockId: BlockId
	readonly was: Block
	readonly wanted: Block
	readonly parts: readonly Part[]
}

/** What became of a part in a block: it stands there, or does with a denial put beside or among it, or does not. */
type Became = 'stands' | 'turned' | 'missing'

export const NONE: ReadonlySet<string> = new Set()

/** The blocks that an amendment words otherwise. */
export function changedBlocks({ seen, wanted }: Stretch): ChangedBlock[] {
	const asked = new Map(wanted.map(({ blockId, content }) => [blockId as string | null, content]))
	return seen.flatMap(({ blockId, content: was }) => {
		const want = asked.get(blockId)
		if (want === undefined || sameText(was, want)) return []
		return [{ blockId, was, wanted: want, parts: partsBetween(tokensOf(was), tokensOf(want)) }]
	})
}

/** What became of each part in a block as it is now. `allowed`: denials that do not count there. */
export function becameIn({ was, wanted, parts }: ChangedBlock, now: Block, allowed: ReadonlySet<string>): Became[] {
	if (sameText(now, wanted)) return parts.map(() => 'stands')
	const [before, ours, theirs] = [tokensOf(was), tokensOf(wanted), tokensOf(now)]
	const [made, left] = [partsBetween(before, theirs), partsBetween(ours, theirs)]
	const denials = (tokens: readonly Token[], from: number, to: number) =>
		countDenials(textsOf(tokens, from, to), allowed)
	return parts.map((part): Became => {
		const { from, to, at, end } = part
		const [gone, come] = [textsOf(before, from, to), textsOf(ours, at, end)]
		const isBack = (words: readonly string[]) => gone.length > 0 && !holds(come, gone) && holds(words, gone)
		// What was written there has it among other words; or what was written since is beside it.
		const among = made.filter((there) => {
			const stands = textsOf(theirs, there.at, there.end)
			return there.from <= from && to <= there.to && holds(stands, come) && !isBack(stands)
		})
		const beside = left.filter((there) => there.from <= end && at <= there.to)
		const isWhole = !beside.some(
			(there) => (there.from < end && at < there.to) || isBack(textsOf(theirs, there.at, there.end)),
		)
		// Only what stands in the same sentence, item or cell turns it round.
		const turnsAmong = among.some((there) => {
			const known = denials(before, there.from, from) + denials(before, to, there.to) + denials(ours, at, end)
			const isTurned = (place: number) => {
				const starts = sentenceFrom(theirs, there.at, place)
				return denials(theirs, starts, sentenceTo(theirs, there.end, place + come.length)) > known
			}
			if (come.length === 0) return denials(theirs, there.at, there.end) > known
			return placesOf(come, textsOf(theirs, there.at, there.end)).every((place) => isTurned(there.at + place))
		})
		const turnsBeside = beside.some((there) => {
			const starts = there.to <= at ? sentenceFrom(theirs, there.at, there.end) : there.at
			const stops = there.from >= end ? sentenceTo(theirs, there.end, there.at) : there.end
			return denials(theirs, starts, stops) > denials(ours, there.from, there.to)
		})
		if (turnsAmong || (isWhole && turnsBeside)) return 'turned'
		return among.length > 0 || isWhole ? 'stands' : 'missing'
	})
}

/** The denials that an amendment puts into a block. */
export const broughtDenials = ({ wanted, parts }: ChangedBlock): string[] =>
	denialsIn(parts.flatMap(({ at, end }) => textsOf(tokensOf(wanted), at, end)))

/** The parts of what another wants in a block that change the words which one wants, by its part in it; in whatever version it saw them. */
export function overlapping({ was, wanted }: ChangedBlock, part: Part, other: ChangedBlock): number[] {
	const asked = sameText(was, other.was)
		? [part]
		: partsBetween(tokensOf(other.was), tokensOf(wanted)).filter(({ at, end }) => at <= part.end && part.at <= end)
	const crosses = (their: Part) =>
		asked.some(({ within }) => within.from < their.within.to && their.within.from < within.to)
	return other.parts.flatMap((their, at) => (crosses(their) ? [at] : []))
}

const known = new WeakMap<Block, readonly Token[]>()
function tokensOf(content: Block): readonly Token[] {
	const tokens = known.get(content) ?? tokensOfPiece({ blockId: null, content })
	known.set(content, tokens)
	return tokens
}

const partsBetween = (before: readonly Token[], after: readonly Token[]): Part[] =>
	editsBetween(before, after).flatMap(({ parts, ...within }) => parts.map((part) => ({ ...part, within })))
const textsOf = (tokens: readonly Token[], from: number, to: number) => tokens.slice(from, to).map(({ text }) => text)

/** Where some words stand among others, one after the other. */
const placesOf = (some: readonly string[], words: readonly string[]): number[] =>
	words.flatMap((_, at) => (some.every((word, index) => words[at + index] === word) ? [at] : []))

const holds = (words: readonly string[], some: readonly string[]): boolean =>
	some.length === 0 || placesOf(some, words).length > 0

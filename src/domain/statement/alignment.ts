import type { BlockId } from '#domain/kernel/id.ts'
import type { Block, BlockVersion } from './block.ts'
import { mapTexts, textsOf } from './block-texts.ts'
import { unescapeInline, unescapeLineStart } from './inline-markdown.ts'

/** A block as somebody wants it: which one it is of those they saw, or null for one of its own. */
export type Wanted = { readonly blockId: BlockId | null; readonly content: Block }

/** At least this much of two texts is the same, from 0 to 1, for one to be the other reworded. */
const ALIKE = 0.5
/** Most pairs of blocks that are compared; past that only those at about the same place are. */
const PAIRS = 10_000
const NEAR = 10
/** Up to this long a text is compared by pairs of letters, since it may be a single word; past it by words. Characters. */
const SHORT = 120

/** What a block says, whatever its white space and needless escapes: writing it out and reading it again may change these. */
export function sameText(one: Block, other: Block): boolean {
	return one === other || sayingOf(one) === sayingOf(other)
}

/** Each text is compared several times, with what was seen and with what stands. */
const keys = new WeakMap<Block, string>()

/** What those have in common that say the same: to look one up among many. */
export function sayingOf(block: Block): string {
	const known = keys.get(block)
	if (known !== undefined) return known
	const key = JSON.stringify(mapTexts(block, (text) => text.split('\n').map(bare).join(' ').trim()))
	keys.set(block, key)
	return key
}

const bare = (line: string): string => unescapeLineStart(unescapeInline(line)).replace(/\s+/g, ' ').trim()

/**
 * Which block each of these is, where they were written from those that were `seen`: first whatever says the same, wherever
 * it stands, then what is most like, so that comments and stances stay with a text that is moved or reworded. One block that was
 * written in by itself is the first that came of it, whatever that says.
 */
export function alignBlocks(seen: readonly BlockVersion[], blocks: readonly Block[]): Wanted[] {
	const ids = sameOf(seen, blocks)
	const taken = new Set(ids)
	const left = seen.flatMap(({ blockId, content }, at) => (taken.has(blockId) ? [] : [{ blockId, content, at }]))
	const unknown = blocks.flatMap((content, at) => (ids[at] === null ? [{ content, at }] : []))
	for (const { from, to } of likest(left, unknown)) {
		if (ids[to] !== null || taken.has(from)) continue
		ids[to] = from
		taken.add(from)
	}
	const [only] = seen
	if (only && seen.length === 1 && blocks.length > 0 && !taken.has(only.blockId)) ids[0] = only.blockId
	return blocks.map((content, at) => ({ blockId: ids[at] ?? null, content }))
}

/**
 * The same where whoever wrote says which block each is, as an editor knows it: one that was not `seen`, or that is named a
 * second time, is one of its own.
 */
export function namedBlocks(
	seen: readonly BlockVersion[],
	blocks: readonly Block[],
	names: readonly (BlockId | null)[],
): Wanted[] {
	const left = new Set(seen.map(({ blockId }) => blockId))
	return blocks.map((content, at) => {
		const name = names[at] ?? null
		return { blockId: name !== null && left.delete(name) ? name : null, content }
	})
}

function sameOf(seen: readonly BlockVersion[], blocks: readonly Block[]): (BlockId | null)[] {
	const byKey = Map.groupBy(seen.toReversed(), ({ content }) => sayingOf(content))
	return blocks.map((block) => byKey.get(sayingOf(block))?.pop()?.blockId ?? null)
}

type Left = { readonly blockId: BlockId; readonly content: Block; readonly at: number }
type Unknown = { readonly content: Block; readonly at: number }

/** Pairs that are alike, the most alike first; of equals the nearest. */
function likest(left: readonly Left[], unknown: readonly Unknown[]): { readonly from: BlockId; readonly to: number }[] {
	const near = left.length * unknown.length > PAIRS ? NEAR : Number.POSITIVE_INFINITY
	const before = left.map(({ content }) => partsOf(content))
	const pairs = unknown.flatMap(({ content, at: to }) => {
		const after = partsOf(content)
		return left.flatMap(({ blockId, at }, index) => {
			const far = Math.abs(at - to)
			const parts = before[index]
			const likeness = far > near || parts === undefined ? 0 : likenessOf(parts, after)
			return likeness < ALIKE ? [] : [{ from: blockId, to, likeness, far }]
		})
	})
	return pairs.sort((one, other) => other.likeness - one.likeness || one.far - other.far)
}

type Parts = {
	readonly length: number
	readonly words: () => ReadonlyMap<string, number>
	readonly pairs: () => ReadonlyMap<string, number>
}

function partsOf(block: Block): Parts {
	const text = textsOf(block).join(' ').toLowerCase().replace(/\s+/g, ' ').trim()
	return {
		length: text.length,
		words: once(() => counted(text.split(' '))),
		pairs: once(() => counted(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)))),
	}
}

function once<Value>(make: () => Value): () => Value {
	let made: { readonly value: Value } | undefined
	return () => {
		made ??= { value: make() }
		return made.value
	}
}

function counted(items: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>()
	for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
	return counts
}

/** How much of two texts is the same, from 0 to 1: Dice's coefficient. */
function likenessOf(one: Parts, other: Parts): number {
	const [short, long] = one.length < other.length ? [one, other] : [other, one]
	// A third is at most half alike: not worth counting.
	if (short.length === 0 || short.length * 3 < long.length) return 0
	const by = short.length <= SHORT ? 'pairs' : 'words'
	const [ours, theirs] = [one[by](), other[by]()]
	let shared = 0
	for (const [item, count] of ours) shared += Math.min(count, theirs.get(item) ?? 0)
	return (2 * shared) / (sizeOf(ours) + sizeOf(theirs))
}

const sizeOf = (counts: ReadonlyMap<string, number>): number =>
	[...counts.values()].reduce((sum, count) => sum + count, 0)

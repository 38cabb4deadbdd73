import { longestRise } from '#domain/kernel/longest-rise.ts'
import { sameText } from '#domain/statement/alignment.ts'
import { type Block, type NumberedBlock, numberBlocks } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { type DiffPart, diffWords } from './diff.ts'

/** A block under its name; null: it has none yet. */
type Named = { readonly blockId: string | null; readonly content: Block }

/** What happened to a part of a text, and its words on both sides. `block`: as it is after, or was before it was removed. */
export type PartChange = {
	readonly change: 'added' | 'removed' | 'moved' | 'changed'
	readonly blockId: string | null
	readonly block: NumberedBlock
	readonly parts: readonly DiffPart[]
}

/** All that a block says. */
const wordsOf = (block: Block): string => textsOf(block).join('\n')

/** What is different between two texts, part by part, in the order of the later; what was removed stands where it stood. */
export function changesBetween(before: readonly Named[], after: readonly Named[]): PartChange[] {
	const placeBefore = new Map(before.map(({ blockId }, place) => [blockId, place]))
	const placeAfter = new Map(after.flatMap(({ blockId }, place) => (blockId === null ? [] : [[blockId, place]])))
	const numbersBefore = numberBlocks(before.map(({ content }) => content))
	const numbersAfter = numberBlocks(after.map(({ content }) => content))
	const unmoved = new Set(unmovedOf(before, after))
	const changes: PartChange[] = []
	let passed = 0
	const passRemoved = (until: number) => {
		for (; passed < until; passed += 1) {
			const [gone, block] = [before[passed], numbersBefore[passed]]
			if (!gone || !block || (gone.blockId !== null && placeAfter.has(gone.blockId))) continue
			changes.push({
				change: 'removed',
				blockId: gone.blockId,
				block,
				parts: [{ kind: 'removed', text: wordsOf(gone.content) }],
			})
		}
	}
	for (const [place, { blockId, content }] of after.entries()) {
		const block = numbersAfter[place]
		const was = blockId === null ? undefined : placeBefore.get(blockId)
		if (block === undefined) continue
		const old = was === undefined ? undefined : before[was]
		if (old === undefined || was === undefined) {
			changes.push({ change: 'added', blockId, block, parts: [{ kind: 'added', text: wordsOf(content) }] })
			continue
		}
		const isUnmoved = unmoved.has(blockId)
		if (isUnmoved) passRemoved(was)
		if (!sameText(old.content, content) || old.content.kind !== content.kind) {
			changes.push({ change: 'changed', blockId, block, parts: diffWords(wordsOf(old.content), wordsOf(content)) })
		} else if (!isUnmoved) {
			changes.push({ change: 'moved', blockId, block, parts: [{ kind: 'same', text: wordsOf(content) }] })
		}
	}
	passRemoved(before.length)
	return changes
}

/** The blocks that still follow one another as they did. */
function unmovedOf(before: readonly Named[], after: readonly Named[]): (string | null)[] {
	const places = new Map(before.map(({ blockId }, place) => [blockId, place]))
	const known = after.flatMap(({ blockId }) => {
		const place = blockId === null ? undefined : places.get(blockId)
		return place === undefined ? [] : [{ blockId, place }]
	})
	return longestRise(known, ({ place }) => place).map(({ blockId }) => blockId)
}

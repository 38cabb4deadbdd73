import type { BlockId } from '#domain/kernel/id.ts'
import { blocksOf, type ModelStatement, plainText } from './model.ts'
import type { ModelAmendment } from './model-amendment.ts'
import type { Entry } from './model-entry.ts'
import { modelOf } from './model-reading.ts'

/** How often each word is there. */
export type Counts = ReadonlyMap<string, number>

const wordsIn = (texts: readonly string[]): Counts => {
	const found = new Map<string, number>()
	for (const [word] of texts.flatMap((text) => [...text.matchAll(/[\p{L}\p{N}]+/gu)]))
		found.set(word, (found.get(word) ?? 0) + 1)
	return found
}

/** Of one what the other has less often. */
export function less(one: Counts, other: Counts): Counts {
	const rest = [...one].map(([word, count]) => [word, count - (other.get(word) ?? 0)] as const)
	return new Map(rest.filter(([, count]) => count > 0))
}

export const plus = (...all: readonly Counts[]): Counts => {
	const sum = new Map<string, number>()
	for (const [word, count] of all.flatMap((each) => [...each])) sum.set(word, (sum.get(word) ?? 0) + count)
	return sum
}

export const isWithin = (one: Counts, other: Counts): boolean => less(one, other).size === 0
const isSame = (one: Counts, other: Counts): boolean => isWithin(one, other) && isWithin(other, one)

export const aboutIn = (log: readonly Entry[], statementId: Entry['statementId']): ModelStatement => {
	const about = statementId === null ? undefined : modelOf(log).statements.get(statementId)
	if (!about) throw new Error(`${statementId} is not there`)
	return about
}

/** Of all its blocks, or of some. */
export const wordsOf = (about: ModelStatement, only?: ReadonlySet<BlockId>): Counts =>
	wordsIn(blocksOf(about).flatMap(({ blockId, content }) => (only?.has(blockId) === false ? [] : [plainText(content)])))

type Words = Pick<ModelAmendment, 'seen' | 'wanted'>

const textOf = (blocks: readonly { readonly content: Parameters<typeof plainText>[0] }[]) =>
	wordsIn(blocks.map(({ content }) => plainText(content)))

export const puts = ({ seen, wanted }: Words): Counts => less(textOf(wanted), textOf(seen))
export const strikes = ({ seen, wanted }: Words): Counts => less(textOf(seen), textOf(wanted))
export const handWritten = (inserted: readonly string[]): Counts => wordsIn(inserted)

/** The parts that it words otherwise or takes away. */
export const changes = ({ seen, wanted }: Words): BlockId[] =>
	seen.flatMap(({ blockId, content }) => {
		const want = wanted.find((each) => each.blockId === blockId)
		return want && plainText(want.content) === plainText(content) ? [] : [blockId]
	})

/** Whether all that it puts in stands in the text, and nothing that it takes away. */
export function isThere(words: Words, about: ModelStatement): boolean {
	const kept = new Set(words.wanted.map(({ blockId }) => blockId))
	const gone = words.seen.filter(({ blockId }) => !kept.has(blockId))
	return isWithin(puts(words), wordsOf(about)) && !gone.some(({ blockId }) => about.order.includes(blockId))
}

/** Whether both surely want something else of the same words: of a part that both saw, in whichever version, the same word. */
export const surelyOpposed = (one: Words, other: Words): boolean =>
	one.seen.some((block) => {
		if (!other.seen.some(({ blockId }) => blockId === block.blockId)) return false
		const of = (words: Words) => {
			const [saw, want] = [words.seen, words.wanted.filter(({ blockId }) => blockId === block.blockId)]
			const had = saw.filter(({ blockId }) => blockId === block.blockId)
			return {
				lost: less(textOf(had), textOf(want)),
				come: less(textOf(want), textOf(had)),
				gone: want.length === 0,
			}
		}
		const [mine, theirs] = [of(one), of(other)]
		const both = [...mine.lost].some(([word]) => theirs.lost.has(word))
		return both && !(mine.gone && theirs.gone) && !isSame(mine.come, theirs.come)
	})

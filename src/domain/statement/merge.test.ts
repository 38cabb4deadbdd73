import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import { alignBlocks, type Wanted } from './alignment.ts'
import type { Block, BlockVersion } from './block.ts'
import { merge } from './merge.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const version = (id: string, text = `Stycket ${id} som det var.`, number = 1): BlockVersion => ({
	id: `${id}-v${number}` as BlockVersionId,
	blockId: id as BlockId,
	content: paragraph(text),
})
const again = ({ blockId, content }: BlockVersion): Wanted => ({ blockId, content })
const anew = (text: string): Wanted => ({ blockId: null, content: paragraph(text) })
const textOf = ({ content }: BlockVersion | Wanted) => ('text' in content ? content.text : '')
const nobody = () => undefined
const letters = ({ blocks }: ReturnType<typeof merge>) =>
	blocks.map((block) => block.blockId ?? textOf(block)).join(' ')

const SEEN = ['a', 'b', 'c', 'd'].map((id) => version(id))
const [A, B, C, D] = SEEN as [BlockVersion, BlockVersion, BlockVersion, BlockVersion]
const theirsIn = (block: BlockVersion) => version(block.blockId, 'Det här skrev den andra.', 2)
const mineIn = ({ blockId }: BlockVersion): Wanted => ({ blockId, content: paragraph('Det här skrev jag.') })

test('two people in different parts never meet', () => {
	const stands = [A, theirsIn(B), version('n'), C]
	const merged = merge(SEEN, [mineIn(A), again(B), anew('ny'), again(C), again(D)], stands, nobody)
	expect(merged.clashes).toEqual([])
	expect(merged.blocks.map(textOf)).toEqual([
		'Det här skrev jag.',
		'Det här skrev den andra.',
		'ny',
		'Stycket n som det var.',
		'Stycket c som det var.',
	])
})

test('what both changed is asked about, and becomes as the one who is asked says', () => {
	const stands = [theirsIn(A), B, D]
	const wanted = [mineIn(A), mineIn(C), again(D)]
	const asked = merge(SEEN, wanted, stands, nobody)
	expect(asked.clashes).toEqual([
		{ blockId: 'a', mine: mineIn(A).content, theirs: theirsIn(A) },
		{ blockId: 'c', mine: mineIn(C).content, theirs: null },
	])
	const mine = merge(SEEN, wanted, stands, () => 'mine')
	expect([letters(mine), textOf(mine.blocks[0] ?? A)]).toEqual(['a c d', 'Det här skrev jag.'])
	const theirs = merge(SEEN, wanted, stands, () => 'theirs')
	expect([letters(theirs), textOf(theirs.blocks[0] ?? A)]).toEqual(['a d', 'Det här skrev den andra.'])
})

test('what one took away and the other changed is asked about, and what both did alike is not', () => {
	expect(merge(SEEN, [again(A)], [A, theirsIn(B)], nobody).clashes).toEqual([
		{ blockId: 'b', mine: null, theirs: theirsIn(B) },
	])
	const both = merge(SEEN, [again(A), mineIn(B)], [A, { ...theirsIn(B), content: mineIn(B).content }], nobody)
	expect([both.clashes, letters(both)]).toEqual([[], 'a b'])
})

test('what was moved comes after what it was put after, and what is new before all of it first', () => {
	expect(letters(merge(SEEN, [anew('ny'), again(D), again(A), again(B), again(C)], SEEN, nobody))).toBe('ny d a b c')
	const between = [A, version('n'), B, C, D]
	expect(letters(merge(SEEN, [again(B), again(A), again(C), again(D)], between, nobody))).toBe('b a n c d')
})

test('a stretch is put where it stood, also when nothing is left of it', () => {
	expect(letters(merge([B, C], [anew('ny')], SEEN, nobody))).toBe('a ny d')
	expect(letters(merge([B, C], [], SEEN, nobody))).toBe('a d')
	expect(letters(merge([B, C], [again(C), anew('ny'), again(B)], SEEN, nobody))).toBe('a c ny b d')
})

test('what was taken away comes back under its own name, once', () => {
	const back = merge([A, C], [again(A), again(B), again(C)], [A, C], nobody)
	expect(letters(back)).toBe('a b c')
	expect(letters(merge([A, C], [again(A), again(B), again(C)], SEEN, nobody))).toBe('a b c d')
})

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{3}$/), { minLength: 1, maxLength: 12 })

/** What somebody makes of a text: parts left out, moved, reworded and added. */
const madeOf = (seen: readonly BlockVersion[], who: string) =>
	fc
		.record({
			kept: fc.shuffledSubarray([...seen]),
			reworded: fc.subarray([...seen]),
			added: fc.array(fc.nat({ max: seen.length }), { maxLength: 3 }),
		})
		.map(({ kept, reworded, added }) => {
			const wanted = kept.map(
				(block): Wanted =>
					reworded.includes(block)
						? { blockId: block.blockId, content: paragraph(`${who} ${block.blockId}`) }
						: again(block),
			)
			for (const [index, place] of added.entries()) wanted.splice(place, 0, anew(`${who} ny ${index}`))
			return wanted
		})

const stored = (wanted: readonly Wanted[], seen: readonly BlockVersion[], who: string): BlockVersion[] =>
	wanted.map(({ blockId, content }, index) => {
		const before = seen.find((block) => block.blockId === blockId)
		if (before && textOf(before) === textOf({ blockId, content })) return before
		const id = blockId ?? `${who}${index}`
		return { id: `${id}-${who}` as BlockVersionId, blockId: id as BlockId, content }
	})

test('where nobody else wrote, a text becomes just what was made of it, and stands as it is where nothing was', () => {
	fc.assert(
		fc.property(
			ids
				.map((each) => each.map((id) => version(id)))
				.chain((seen) => fc.tuple(fc.constant(seen), madeOf(seen, 'jag'))),
			([seen, wanted]) => {
				const around = [version('först'), ...seen, version('sist')]
				const made = merge(seen, wanted, around, nobody)
				expect(made.clashes).toEqual([])
				expect(made.blocks.map(textOf)).toEqual(
					[around[0], ...wanted, around.at(-1)].flatMap((each) => (each ? [textOf(each)] : [])),
				)
				const untouched = merge(seen, seen.map(again), stored(wanted, seen, 'hon'), nobody)
				expect(untouched.blocks).toEqual(stored(wanted, seen, 'hon'))
			},
		),
	)
})

test('nothing that either wrote is lost without a choice, and no part stands twice', () => {
	fc.assert(
		fc.property(
			ids
				.map((each) => each.map((id) => version(id)))
				.chain((seen) => fc.tuple(fc.constant(seen), madeOf(seen, 'jag'), madeOf(seen, 'hon'))),
			([seen, wanted, other]) => {
				const stands = stored(other, seen, 'hon')
				const { clashes, blocks } = merge(seen, wanted, stands, nobody)
				const asked = new Set(clashes.map(({ blockId }) => String(blockId)))
				const result = blocks.map(textOf)
				for (const text of [...wanted, ...other].map(textOf)) {
					if (!/^(?:jag|hon)/.test(text)) continue
					if (!asked.has(text.slice(4))) expect(result).toContain(text)
				}
				const named = blocks.flatMap(({ blockId }) => blockId ?? [])
				expect(new Set(named).size).toBe(named.length)
			},
		),
	)
})

test('a part is known by what it says, wherever it is moved, and then by what is most like it', () => {
	const seen = [
		version('a', 'Vi anser att förslaget bör genomföras utan dröjsmål.'),
		version('b', 'Bakgrund'),
		version('c', 'Kostnaderna för kommunerna är inte utredda, och det bör de bli.'),
	]
	const known = (texts: readonly string[]) => alignBlocks(seen, texts.map(paragraph)).map(({ blockId }) => blockId)
	expect(known(['Kostnaderna för  kommunerna är inte utredda, och det bör de bli.', 'Bakgrund'])).toEqual(['c', 'b'])
	expect(known(['Vi anser att förslaget bör genomföras genast.', 'Bakgrnd', 'Något helt annat.'])).toEqual([
		'a',
		'b',
		null,
	])
	expect(known(['Vi avstyrker.', 'Inledning'])).toEqual([null, null])
	const position: Block = { kind: 'position', text: 'Vi anser att förslaget bör genomföras utan dröjsmål.' }
	expect(alignBlocks(seen, [position])).toEqual([{ blockId: 'a', content: position }])
})

test('of two parts that say the same each is one of them', () => {
	const seen = [version('a', 'Lika.'), version('b', 'Lika.')]
	expect(
		alignBlocks(seen, [paragraph('Lika.'), paragraph('Lika.'), paragraph('Lika.')]).map(({ blockId }) => blockId),
	).toEqual(['a', 'b', null])
})

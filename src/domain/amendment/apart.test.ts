import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { changesApart, wantedAt } from './apart.ts'
import { carried } from './carrying.ts'
import { placesOf } from './places.ts'

const says = (text: string): Block => ({ kind: 'paragraph', text })
const textOf = (letters: string): BlockVersion[] =>
	[...letters].map((letter) => ({
		blockId: letter as BlockId,
		id: `${letter}1` as BlockVersionId,
		content: says(letter),
	}))
/** Small letters are blocks as they stand, capital ones are those with other words, and `+` is new. */
const wantedOf = (letters: string): Wanted[] =>
	[...letters].map((letter) => ({
		blockId: letter === '+' ? null : (letter.toLowerCase() as BlockId),
		content: says(letter),
	}))
const apart = (seen: string, wanted: string) =>
	changesApart(textOf(seen), wantedOf(wanted)).map((stretch) => [
		stretch.seen.map(({ blockId }) => blockId).join(''),
		stretch.wanted.map(({ content }) => ('text' in content ? content.text : '')).join(''),
	])

describe('what was changed in a text', () => {
	it.each([
		['nothing', 'abcd', 'abcd', []],
		[
			'words in two places',
			'abcde',
			'Abcde'.replace('d', 'D'),
			[
				['a', 'A'],
				['d', 'D'],
			],
		],
		['neighbours together', 'abcde', 'aBCde', [['bc', 'BC']]],
		['something struck', 'abcd', 'acd', [['b', '']]],
		['something new, after what stands before it', 'abcd', 'ab+cd', [['b', 'b+']]],
		['something new at the beginning, after nothing', 'abcd', '+abcd', [['a', '+a']]],
		['something new at the end', 'abcd', 'abcd+', [['d', 'd+']]],
		['something new in an empty text', '', '+', [['', '+']]],
		['something new where all is struck', 'ab', '+', [['ab', '+']]],
		['something new after words that are other too', 'abcd', 'aB+cd', [['ab', 'aB+']]],
		[
			'what is moved, with what it is moved past',
			'abcdefg',
			'acdbefG',
			[
				['bcd', 'cdb'],
				['g', 'G'],
			],
		],
		['what is moved and changed', 'abcdef', 'acdBef', [['bcd', 'cdB']]],
		['what is changed in between', 'abcdef', 'aCdbef', [['bcd', 'Cdb']]],
		['all moved', 'abc', 'cba', [['abc', 'cba']]],
	])('%s', (_what, seen, wanted, runs) => {
		expect(apart(seen, wanted)).toEqual(runs)
	})
})

test('all that was changed, put into the text one after the other, gives the text that was wanted', () => {
	const edits = fc.array(
		fc.record({ do: fc.constantFrom('change', 'strike', 'add', 'move'), at: fc.nat(30), to: fc.nat(30) }),
		{ maxLength: 6 },
	)
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 12 }), edits, (length, done) => {
			const seen = textOf('abcdefghijklmnop'.slice(0, length))
			const wanted: Wanted[] = seen.map(({ blockId, content }) => ({ blockId, content }))
			for (const [index, edit] of done.entries()) {
				const at = edit.at % Math.max(1, wanted.length)
				const there = wanted[at]
				if (edit.do === 'add') wanted.splice(at, 0, { blockId: null, content: says(`new ${index}`) })
				else if (there && edit.do === 'change') wanted[at] = { ...there, content: says(`other ${index}`) }
				else if (there && edit.do === 'strike') wanted.splice(at, 1)
				else if (there) wanted.splice(edit.to % wanted.length, 0, ...wanted.splice(at, 1))
			}
			const stretches = changesApart(seen, wanted)
			let text: BlockVersion[] = seen
			for (const stretch of stretches) {
				const now = carried(stretch, text)
				if (!now.ok) throw new Error('they are apart')
				text = now.blocks.map(({ blockId, content }, at) => {
					const before = text.find((each) => each.blockId === blockId)
					if (before && JSON.stringify(before.content) === JSON.stringify(content)) return before
					const id = `${at} ${JSON.stringify(content)}`
					return { blockId: blockId ?? (id as BlockId), id: id as BlockVersionId, content }
				})
			}
			expect(text.map(({ content }) => content)).toEqual(wanted.map(({ content }) => content))
			// No two of them change the same part.
			const touched = stretches.flatMap((stretch) => {
				const anchors = stretch.seen.filter(({ blockId, content }) =>
					stretch.wanted.some((each) => each.blockId === blockId && each.content === content),
				)
				return placesOf(stretch).filter((id) => !anchors.some(({ blockId }) => blockId === id))
			})
			expect(new Set(touched).size).toBe(touched.length)
		}),
		{ numRuns: 500 },
	)
})

test('a text by places has what stands there, and keeps what was written where a place is wrong or named again', () => {
	const seen = textOf('abc')
	const other = says('other')
	expect(
		wantedAt(seen, [2, { was: 0, content: other }, 0, 9, { was: 2, content: other }, { was: null, content: other }]),
	).toEqual([
		{ blockId: 'c', content: says('c') },
		{ blockId: 'a', content: other },
		{ blockId: null, content: other },
		{ blockId: null, content: other },
	])
})

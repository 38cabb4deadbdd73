import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goldenLines } from '#test/support/golden.ts'
import { growth, LESS_THAN_SQUARE } from '#test/support/growth.ts'
import { type DiffPart, diffWords } from './diff.ts'

const marked = (parts: readonly DiffPart[]): string =>
	parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`)).join('')
const without = (kind: DiffPart['kind'], parts: readonly DiffPart[]): string =>
	parts
		.filter((part) => part.kind !== kind)
		.map((part) => part.text)
		.join('')

test('what changed is shown by the word', () => {
	expect(marked(diffWords('Vi tillstyrker förslaget.', 'Vi avstyrker förslaget.'))).toBe(
		'Vi [-tillstyrker-]{+avstyrker+} förslaget.',
	)
	expect(marked(diffWords('brukar och anhörigföreningar', 'brukar- och anhörigföreningar'))).toBe(
		'brukar{+-+} och anhörigföreningar',
	)
	expect(marked(diffWords('a b', 'a b'))).toBe('a b')
	expect(marked(diffWords('a  b', 'a b'))).toBe('a[- -] b')
	expect(diffWords('', '')).toEqual([])
	expect(marked(diffWords('', 'ny'))).toBe('{+ny+}')
})

test('a replaced phrase is one change', () => {
	expect(marked(diffWords('Vi vill ha mer pengar nu.', 'Vi kräver en plan nu.'))).toBe(
		'Vi [-vill ha mer pengar-]{+kräver en plan+} nu.',
	)
	expect(marked(diffWords('a b c', 'x b z'))).toBe('[-a-]{+x+} b [-c-]{+z+}')
})

test('both texts can be read out of the parts, whatever they hold', () => {
	const word = fc.oneof(
		fc.constantFrom('ett', 'två', 'å', ' ', '  ', '\n', '.', '”', '😀', 'é', 'e\u0301'),
		fc.string({ unit: 'binary', maxLength: 3 }),
	)
	const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''))
	fc.assert(
		fc.property(text, text, (before, after) => {
			const parts = diffWords(before, after)
			expect(without('added', parts)).toBe(before)
			expect(without('removed', parts)).toBe(after)
			expect(parts.every((part) => part.text !== '')).toBe(true)
		}),
	)
})

test('long texts are compared in no more than proportion to their length, and whole', async () => {
	const words = goldenLines.join(' ').split(' ')
	const text = (step: number, length: number): string =>
		Array.from({ length }, (_, index) => words[(index * step) % words.length]).join(' ')
	const unlike = (prefix: string, length: number): string =>
		Array.from({ length }, (_, index) => `${prefix}${index}. `).join('')
	const pairs: readonly ((length: number) => readonly [string, string])[] = [
		(length) => [text(1, length), text(1, length).replaceAll('vård', 'omsorg')],
		(length) => [text(1, length), text(7, length)],
		(length) => [unlike('a', length), unlike('b', length)],
		(length) => [`${text(1, length)}\n${text(3, length)}`, `${text(3, length)}\n${text(1, length)}`],
		(length) => ['a '.repeat(4 * length), 'a a '.repeat(2 * length)],
		(length) => ['x'.repeat(7 * length), 'y'.repeat(7 * length)],
	]
	for (const [index, pair] of pairs.entries()) {
		const times = await growth(pair, 14_000, ([before, after]) => diffWords(before, after))
		expect(times, `pair ${index}`).toBeLessThan(LESS_THAN_SQUARE)
		const [before, after] = pair(14_000)
		const parts = diffWords(before, after)
		expect(without('added', parts)).toBe(before)
		expect(without('removed', parts)).toBe(after)
	}
})

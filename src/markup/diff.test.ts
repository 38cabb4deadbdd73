import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goldenLines } from '#test/support/golden.ts'
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

test('long texts are compared in bounded time', () => {
	const words = goldenLines.join(' ').split(' ')
	const text = (step: number): string =>
		Array.from({ length: 14_000 }, (_, index) => words[(index * step) % words.length]).join(' ')
	const unlike = (prefix: string): string =>
		Array.from({ length: 20_000 }, (_, index) => `${prefix}${index}. `).join('')
	for (const [before, after] of [
		[text(1), text(1).replaceAll('vård', 'omsorg')],
		[text(1), text(7)],
		[unlike('a'), unlike('b')],
		[`${text(1)}\n${text(3)}`, `${text(3)}\n${text(1)}`],
		['a '.repeat(50_000), 'a a '.repeat(25_000)],
		['x'.repeat(100_000), 'y'.repeat(100_000)],
	] as const) {
		const start = process.threadCpuUsage()
		const parts = diffWords(before, after)
		expect(process.threadCpuUsage(start).user / 1_000).toBeLessThan(1_500)
		expect(without('added', parts)).toBe(before)
		expect(without('removed', parts)).toBe(after)
	}
})

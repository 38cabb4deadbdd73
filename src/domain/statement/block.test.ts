import { expect, test } from 'vitest'
import { normaliseText } from '#domain/kernel/text.ts'
import { type Block, letterOf, numberBlocks } from './block.ts'

const position: Block = { kind: 'position', text: 'x' }
const subPoint: Block = { kind: 'subPoint', text: 'x' }
const paragraph: Block = { kind: 'paragraph', text: 'x' }

const places = (...blocks: Block[]): string[] =>
	numberBlocks(blocks).map(({ number, letter }) => `${number ?? ''}${letter ?? ''}`)

test('positions are numbered through the whole document, sub-points lettered from a under each', () => {
	expect(places(paragraph, position, subPoint, subPoint, paragraph, subPoint, position, subPoint)).toEqual([
		'',
		'1',
		'1a',
		'1b',
		'',
		'1c',
		'2',
		'2a',
	])
})

test('a sub-point before any position has a letter and no number', () => {
	expect(numberBlocks([subPoint])[0]).toMatchObject({ number: null, letter: 'a' })
})

test('letters go on after z', () => {
	expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'zz', 'aaa'])
})

test('text is composed and its line ends are LF, and nothing else changes', () => {
	expect(normaliseText('a\u030a\r\nb\rc\n ” \u00a0\u00ad')).toBe('å\nb\nc\n ” \u00a0\u00ad')
	expect(normaliseText('a\u0323\u0301')).toBe('a\u0323\u0301'.normalize('NFC'))
})

test('absurd runs of combining marks are kept, without the square of their length in work', () => {
	// Composing this run takes many seconds; one of a megabyte was measured at 400.
	const run = '\u0301\u0323'.repeat(100_000)
	expect(normaliseText(`a\u030a ${run}`)).toBe(`å ${run}`)
	expect(normaliseText(normaliseText(run))).toBe(run)
})

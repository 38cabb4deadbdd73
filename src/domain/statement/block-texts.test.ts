import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, granted } from '#test/support/result.ts'
import { version } from '#test/support/rules.ts'
import type { Block } from './block.ts'
import { BLOCK_LIMIT, halvesOf, isEmpty, losesMoreThanText, textsOf, validBlock } from './block-texts.ts'

const EVERY_KIND: readonly Block[] = [
	{ kind: 'heading', text: 'e\u0301' },
	{ kind: 'paragraph', text: 'e\u0301' },
	{ kind: 'quote', text: 'e\u0301', source: 'e\u0301' },
	{ kind: 'quote', text: 'e\u0301' },
	{ kind: 'list', items: ['e\u0301', 'e\u0301'] },
	{ kind: 'position', text: 'e\u0301' },
	{ kind: 'subPoint', text: 'e\u0301' },
	{ kind: 'footnote', label: 'e\u0301', text: 'e\u0301' },
	{ kind: 'signature', text: 'e\u0301' },
	{ kind: 'memberList', heading: 'e\u0301', members: [{ name: 'e\u0301', area: 'e\u0301' }] },
	{ kind: 'table', header: ['e\u0301'], rows: [['e\u0301'], ['e\u0301']] },
]

test.each(EVERY_KIND)('every text of a $kind is normalised, and nothing else of it changes', (block) => {
	const valid = granted(validBlock(block))
	expect(textsOf(valid).every((text) => text === 'é')).toBe(true)
	expect(JSON.stringify(valid)).toBe(JSON.stringify(block).replaceAll('e\u0301', 'é'))
})

test.each(EVERY_KIND)('every text of a $kind counts towards its limit', (block) => {
	const { length } = textsOf(block)
	const filled = (size: number): Block => JSON.parse(JSON.stringify(block).replaceAll('e\u0301', 'x'.repeat(size)))
	expect(codeOf(validBlock(filled(Math.floor(BLOCK_LIMIT / length))))).toBe('granted')
	expect(codeOf(validBlock(filled(Math.floor(BLOCK_LIMIT / length) + 1)))).toBe('tooLong')
})

test('a list of nothing but empty items has an end too', () => {
	expect(codeOf(validBlock({ kind: 'list', items: Array(BLOCK_LIMIT).fill('') }))).toBe('granted')
	expect(codeOf(validBlock({ kind: 'list', items: Array(BLOCK_LIMIT + 1).fill('') }))).toBe('tooLong')
})

test('a text without anything to read is empty, whatever it is made of', () => {
	expect(isEmpty([])).toBe(true)
	expect(isEmpty([version(' \n'), version({ kind: 'list', items: ['', '\u00a0'] })])).toBe(true)
	expect(isEmpty([version(''), version({ kind: 'list', items: ['', 'a'] })])).toBe(false)
})

test.each<[string, number, readonly [string, string] | null]>([
	['Ett två', 4, ['Ett', 'två']],
	['Ett två', 3, ['Ett', 'två']],
	['Ett  \n två', 5, ['Ett', 'två']],
	['Ettt', 2, ['Et', 'tt']],
	['Ett två', 0, null],
	['Ett två', 7, null],
	['Ett två', 99, null],
	['Ett två', -2, null],
	['Ett två', Number.NaN, null],
	['  två', 1, null],
	['Ett  ', 4, null],
])('%j cut at %d is %j', (text, at, halves) => {
	expect(halvesOf(text, at)).toEqual(halves)
})

test.each<[string, string, number]>([
	['a surrogate pair', '😀', 1],
	['a letter and its combining mark', 'q\u0323\u0301', 1],
	['an emoji and its skin tone', '👍🏽', 2],
	['a family joined by joiners', '👩‍👩‍👧', 3],
	['a flag', '🇸🇪', 2],
])('%s is not cut in two: the cut moves before it', (_, character, inside) => {
	expect(halvesOf(`ett${character}två`, 3 + inside)).toEqual(['ett', `${character}två`])
	expect(halvesOf(`${character}två`, inside)).toBeNull()
})

const seen = (text: string) =>
	[...new Intl.Segmenter('sv', { granularity: 'grapheme' }).segment(text)]
		.map(({ segment }) => segment)
		.filter((segment) => segment.trim() !== '')

test('wherever a text is cut, both halves hold something, and together every character it had', () => {
	const pieces = fc.constantFrom(
		'a',
		'å',
		' ',
		'\n',
		'\u00a0',
		'😀',
		'👍🏽',
		'\u0301',
		'\u200d',
		'🇸🇪',
		'q\u0323',
		'**',
		'”',
	)
	const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
	fc.assert(
		fc.property(texts, fc.integer({ min: -2, max: 30 }), (text, at) => {
			const halves = halvesOf(text, at)
			if (halves === null) return
			const [head, tail] = halves
			expect([...seen(head), ...seen(tail)]).toEqual(seen(text))
			expect(seen(head).length).toBeGreaterThan(0)
			expect(seen(tail).length).toBeGreaterThan(0)
		}),
		{ numRuns: 1000 },
	)
})

test('a text with something on both sides of the cut can be cut', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^\S{1,8}$/), fc.stringMatching(/^[a-z]{1,8}$/), (head, tail) => {
			expect(halvesOf(`${head} ${tail}`, head.length + 1)).toEqual([head, tail])
		}),
	)
})

test.each<[Block, Block, boolean]>([
	[{ kind: 'paragraph', text: '' }, { kind: 'position', text: '' }, false],
	[{ kind: 'quote', text: '', source: 'SOU' }, { kind: 'paragraph', text: '' }, false],
	[{ kind: 'paragraph', text: '' }, { kind: 'quote', text: '' }, false],
	[{ kind: 'paragraph', text: '' }, { kind: 'quote', text: '', source: 'SOU' }, true],
	[{ kind: 'quote', text: '' }, { kind: 'quote', text: '', source: 'SOU' }, true],
	[{ kind: 'quote', text: '', source: 'Ds' }, { kind: 'quote', text: '', source: 'SOU' }, true],
	[{ kind: 'quote', text: '', source: 'SOU' }, { kind: 'quote', text: '', source: 'SOU' }, false],
	[{ kind: 'footnote', label: '1', text: '' }, { kind: 'footnote', label: '1', text: '' }, true],
])('joining onto %j, %j would lose more than its text: %s', (previous, current, loses) => {
	expect(losesMoreThanText(previous, current)).toBe(loses)
})

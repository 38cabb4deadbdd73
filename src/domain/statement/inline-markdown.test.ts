import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeInline, escapeLine, unescapeInline, unescapeLineStart } from './inline-markdown.ts'

const back = (line: string): string => unescapeInline(unescapeLineStart(line))

test('what other readers act on and we do not is escaped, outside code and addresses', () => {
	expect(escapeInline('<b> & &amp; ~x~ `<b>~` https://a.se/~b <https://a.se> < 5')).toBe(
		'\\<b> & \\&amp; \\~x\\~ `<b>~` https://a.se/~b <https://a.se> < 5',
	)
	expect(escapeInline('# a, *b*, [c](d)')).toBe('# a, *b*, [c](d)')
})

test('a start that would begin something else is escaped where the line begins', () => {
	expect(['# a', '- a', '12. a', 'a) b', '> a', '---', '| - |', '```', '[a]: b', '[x] a'].map(escapeLine)).toEqual([
		'\\# a',
		'\\- a',
		'12\\. a',
		'a\\) b',
		'\\> a',
		'\\---',
		'\\| - |',
		'\\```',
		'\\[a]: b',
		'\\[x] a',
	])
	expect(['#a', '-a', '1984 var', '3.5', 'a.b', '[a] b', '*a*'].map(escapeLine)).toEqual([
		'#a',
		'-a',
		'1984 var',
		'3.5',
		'a.b',
		'[a] b',
		'*a*',
	])
})

test('an escape that means something in the text is kept', () => {
	expect(['\\*a*', '\\[a](https://b.se)', 'a\\_b\\_', '\\<https://a.se>', '\\\\<b>'].map(back)).toEqual([
		'\\*a*',
		'\\[a](https://b.se)',
		'a\\_b\\_',
		'\\<https://a.se>',
		'\\\\<b>',
	])
})

test('a bare break is a line feed, one in code or with an escape is text', () => {
	expect(['a<br>b<BR />c', '\\<br>', '`<br>`'].map(unescapeInline)).toEqual(['a\nb\nc', '<br>', '`<br>`'])
})

const line = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'#',
				'>',
				'- ',
				'1. ',
				'a. ',
				'`',
				'``',
				'<b>',
				'<br>',
				'&lt;',
				'~',
				'|',
				'=',
				'[x]: ',
				'\\',
				'\\\\',
				'https://a.se/~',
				'<https://a.se>',
				' ',
			),
			fc.string({ maxLength: 3 }),
		),
		{ maxLength: 10 },
	)
	.map((parts) => parts.join('').replace(/\n/g, ''))

test('a line without escapes of its own comes back as it was', () => {
	fc.assert(
		fc.property(
			line.map((text) => text.replace(/\\(?=[!-/:-@[-`{-~])/g, '')),
			(text) => {
				expect(back(escapeLine(text))).toBe(text)
				expect(unescapeInline(escapeInline(text))).toBe(text)
			},
		),
		{ numRuns: 2_000 },
	)
})

test('any other line loses needless escapes once', () => {
	fc.assert(
		fc.property(line, (text) => {
			const once = back(escapeLine(text))
			expect(back(escapeLine(once))).toBe(once)
		}),
	)
})

test('time is linear in the length of the line', () => {
	const ticks = Array.from({ length: 700 }, (_, index) => '`'.repeat(index + 2)).join(' ')
	for (const text of [
		`${ticks} ${'` '.repeat(1)}${'a`` '.repeat(100_000)}`,
		'`'.repeat(500_000),
		'\\<https://a'.repeat(50_000),
		'<'.repeat(500_000),
	]) {
		expect(escapeLine(text).length).toBeGreaterThanOrEqual(text.length)
		expect(back(text).length).toBeLessThanOrEqual(text.length)
	}
})

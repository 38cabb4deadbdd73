import fc from 'fast-check'
import { Marked } from 'marked'
import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { inlineText } from '#markup/inline.ts'
import { golden, goldenLines } from '#test/support/golden.ts'
import { stripMarkdown } from '#test/support/strip-markdown.ts'
import { toMarkdown } from './markdown.ts'

const markdown = (...blocks: Block[]): string => toMarkdown({ title: '', language: 'sv', blocks }).trimEnd()

test('the golden example is its 46 lines when the syntax is taken away', () => {
	const file = toMarkdown({ ...golden, language: 'sv' })
	expect(stripMarkdown(file)).toEqual(goldenLines)
	expect(file).toContain('\n9. Prioritera grupper')
	expect(file).toContain('\n\n   a. Personer med samsjuklighet')
	expect(file).not.toContain('<!--')
})

test('what would begin something else in a line stays text', () => {
	for (const [text, line] of [
		['1984 var ett år', '1984 var ett år'],
		['1984. Året då', '1984\\. Året då'],
		['# x', '\\# x'],
		['- x', '\\- x'],
		['+ 3 %', '\\+ 3 %'],
		['* x', '\\* x'],
		['> x', '\\> x'],
		['1) x', '1\\) x'],
		['a. x', 'a\\. x'],
		['---', '\\---'],
		['===', '\\==='],
		['```x', '\\```x'],
		['[1]: x', '\\[1]: x'],
		['[ ] x', '\\[ ] x'],
		['<b>x</b>', '\\<b>x\\</b>'],
		['R&D &amp; &#35;', 'R&D \\&amp; \\&#35;'],
		['~x~', '\\~x\\~'],
		['`<b>` och <b>', '`<b>` och \\<b>'],
		['*betonat* och [länk](https://a.se)', '*betonat* och [länk](https://a.se)'],
		['https://a.se/~b och <https://a.se>', 'https://a.se/~b och <https://a.se>'],
	] as const) {
		expect(markdown({ kind: 'paragraph', text })).toBe(line)
	}
	expect(markdown({ kind: 'heading', text: 'C #' })).toBe('## C \\#')
})

test('each kind of block has its form', () => {
	expect(
		markdown(
			{ kind: 'heading', text: 'Rubrik' },
			{ kind: 'paragraph', text: 'Rad ett\n# rad två' },
			{ kind: 'quote', text: '”Citat”\nmer', source: 'SKR --> <x> & y' },
			{ kind: 'list', items: ['a', 'b\nc'] },
			{ kind: 'list', items: ['d'] },
			{ kind: 'position', text: 'Ett' },
			{ kind: 'subPoint', text: 'under' },
			{ kind: 'paragraph', text: 'Mellan' },
			{ kind: 'subPoint', text: 'under igen' },
			{ kind: 'footnote', label: '1', text: 'Not\nmer' },
			{ kind: 'table', header: ['År', 'a|b'], rows: [['2024', 'x\ny'], ['2025']] },
			{ kind: 'signature', text: 'Föreningarna' },
			{ kind: 'paragraph', text: 'Anna Ek, ordförande' },
			{
				kind: 'memberList',
				heading: 'Vi',
				members: [
					{ name: 'A', area: 'b' },
					{ name: 'C', area: '' },
				],
			},
		).split('\n'),
	).toEqual([
		'## Rubrik',
		'',
		'Rad ett\\',
		'\\# rad två',
		'',
		'> ”Citat”\\',
		'> mer',
		'',
		'<!-- source: SKR --&#62; <x&#62; &#38; y -->',
		'',
		'- a',
		'- b\\',
		'  c',
		'',
		'* d',
		'',
		'1. Ett',
		'',
		'   a. under',
		'',
		'Mellan',
		'',
		'b. under igen',
		'',
		'[^1]: Not\\',
		'    mer',
		'',
		'| År | a\\|b |',
		'| --- | --- |',
		'| 2024 | x<br>y |',
		'| 2025 |  |',
		'',
		'<!-- signature -->',
		'Föreningarna',
		'',
		'<!-- paragraph -->',
		'Anna Ek, ordförande',
		'',
		'<!-- members -->',
		'## Vi',
		'',
		'- A (b)',
		'- C',
	])
})

test('blocks and titles without text leave no trace', () => {
	expect(toMarkdown({ title: ' ', language: 'sv', blocks: [] })).toBe('\n')
})

/* Another reader of Markdown must show what our own pages show. Marks of emphasis and code stand in pairs here and a blank
   after each bare address: with stray ones readers differ, since ours reads each line by itself and others take a backslash
   for a part of an address. */

const other = new Marked({ gfm: true })
const shownByOther = (file: string): string[] =>
	other
		.parse(file, { async: false })
		.replaceAll('<br>', '\n')
		.replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, '$1')
		.replace(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')

test('another reader shows the same text', () => {
	const part = fc.constantFrom(
		...[
			'ord',
			'å',
			' ',
			' ',
			'#',
			'##',
			'>',
			'-',
			'+',
			'* x',
			'=',
			'1.',
			'12)',
			'|',
			'---',
			'[',
			']',
			'[x]: y',
			'(',
			')',
			'[ ] ',
		],
		...[
			' *kursiv* ',
			' **fet** ',
			' `kod <b>` ',
			'~',
			'~~',
			'<',
			'<b>',
			'</p>',
			'<!--',
			'&amp;',
			'&#35;',
			'&',
			': ',
			'”',
			'\n',
		],
		...['a@b.se', 'www.a.se ', 'https://a.se/?b=c ', '<https://a.se>'],
	)
	const text = fc
		.array(part, { minLength: 1, maxLength: 8 })
		.map((parts) =>
			parts
				.join('')
				.split('\n')
				.map((line) => line.trim())
				.filter((line) => line !== '')
				.join('\n'),
		)
		.filter((joined) => joined !== '')
	const blocks = fc.array(
		fc.oneof(
			...(['paragraph', 'position', 'signature', 'quote'] as const).map((kind) =>
				fc.record({ kind: fc.constant(kind), text }),
			),
			fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { minLength: 1, maxLength: 3 }) }),
		),
		{ minLength: 1, maxLength: 5 },
	)
	fc.assert(
		fc.property(blocks, (document) => {
			const ours = document
				.flatMap((block) => (block.kind === 'list' ? block.items : [block.text]))
				.flatMap((shown) => inlineText(shown).split('\n'))
			expect(shownByOther(markdown(...document))).toEqual(ours.map((line) => line.trim()).filter((line) => line !== ''))
		}),
		{ numRuns: 1_000 },
	)
})

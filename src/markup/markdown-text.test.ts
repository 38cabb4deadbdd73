import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { growth, LESS_THAN_SQUARE } from '#test/support/growth.ts'
import { HOSTILE_MARKUP } from '#test/support/hostile-markup.ts'
import { blocksFromMarkdown } from './markdown-text.ts'

const blocksOf = (...lines: string[]): Block[] => blocksFromMarkdown(lines.join('\n')).blocks
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

test('what people write as Markdown is blocks', () => {
	expect(
		blocksFromMarkdown(
			[
				'# Remissvar',
				'<!-- en anteckning -->',
				'Inledning som är',
				'bruten *på* två rader  ',
				'och en hård.',
				'',
				'Rubrik',
				'---',
				'> Citat på',
				'två rader',
				'>',
				'> > Inre citat',
				'',
				'1. Första',
				'   a. under a',
				'   b) under b',
				'2) Ny lista',
				'   - punkt ett',
				'   - punkt två',
				'',
				'   Mer text.',
				'',
				'* * *',
				'',
				'- ett',
				'  fortsätter',
				'- två',
				'  - inre',
				'',
				'  Nytt stycke.',
				'+ annan lista',
				'',
				'| År | Kr |',
				'|:---|---:|',
				'| 2024 | a \\| b |',
				'| 2025 |',
				'',
				'[^1]: En not',
				'    på två rader.',
				'',
				'    Och ett stycke.',
				'',
				'```js',
				'const x = 1',
				'```',
				'',
				'### Djup rubrik ##',
				'',
				'x. Ingen underpunkt.',
			].join('\n'),
		),
	).toEqual({
		title: 'Remissvar',
		blocks: [
			paragraph('Inledning som är bruten *på* två rader\noch en hård.'),
			{ kind: 'heading', text: 'Rubrik' },
			{ kind: 'quote', text: 'Citat på två rader' },
			{ kind: 'quote', text: 'Inre citat' },
			{ kind: 'position', text: 'Första' },
			{ kind: 'subPoint', text: 'under a' },
			{ kind: 'subPoint', text: 'under b' },
			{ kind: 'position', text: 'Ny lista' },
			{ kind: 'subPoint', text: 'punkt ett' },
			{ kind: 'subPoint', text: 'punkt två' },
			paragraph('Mer text.'),
			{ kind: 'list', items: ['ett fortsätter', 'två', 'inre\nNytt stycke.'] },
			{ kind: 'list', items: ['annan lista'] },
			{
				kind: 'table',
				header: ['År', 'Kr'],
				rows: [
					['2024', 'a | b'],
					['2025', ''],
				],
			},
			{ kind: 'footnote', label: '1', text: 'En not på två rader.\nOch ett stycke.' },
			paragraph('const x = 1'),
			{ kind: 'heading', text: 'Djup rubrik' },
			paragraph('x. Ingen underpunkt.'),
		],
	})
})

test('signature and members are found by their form, or told by a comment', () => {
	expect(
		blocksOf(
			'För NSPH; Anna Ek, ordförande',
			'',
			'## Medlemmar:',
			'',
			'- A (b)',
			'- C (d)',
			'',
			'<!-- members -->',
			'## Vi',
			'',
			'* E',
			'',
			'<!-- paragraph -->',
			'Anna Ek, ordförande',
		),
	).toEqual([
		{ kind: 'signature', text: 'För NSPH; Anna Ek, ordförande' },
		{
			kind: 'memberList',
			heading: 'Medlemmar:',
			members: [
				{ name: 'A', area: 'b' },
				{ name: 'C', area: 'd' },
			],
		},
		{ kind: 'memberList', heading: 'Vi', members: [{ name: 'E', area: '' }] },
		paragraph('Anna Ek, ordförande'),
	])
})

test('only a first heading of the first level is the title', () => {
	expect(blocksFromMarkdown('## Rubrik\n\n# Två')).toEqual({
		title: null,
		blocks: [
			{ kind: 'heading', text: 'Rubrik' },
			{ kind: 'heading', text: 'Två' },
		],
	})
	expect(blocksFromMarkdown('\ufeff\r\n# Titel\r\n\r\nText')).toEqual({ title: 'Titel', blocks: [paragraph('Text')] })
	expect(blocksFromMarkdown('')).toEqual({ title: null, blocks: [] })
})

test('an escape that keeps emphasis from beginning is kept, one that keeps a block from beginning is not', () => {
	expect(blocksOf('\\*inte kursiv*', '', '\\# inte rubrik', '', '1984\\. Året', '', '\\<b> &amp; \\~x~')).toEqual([
		paragraph('\\*inte kursiv*'),
		paragraph('# inte rubrik'),
		paragraph('1984. Året'),
		paragraph('<b> &amp; ~x~'),
	])
})

test('hostile Markdown is read in proportion to its length and without an error', async () => {
	const pieces = [
		'>',
		'> ',
		'- ',
		'1. ',
		'\t- ',
		'  '.repeat(10),
		'|',
		'| a ',
		'`',
		'[^a]: ',
		'<!--',
		'<!-- a -->\n',
		'- a\n  ',
		'1. a\n   ',
		'a\n',
		'- a\n',
		'1. a\n',
		'# ',
		'\\',
		'*',
		'***\n',
		'|a|\n|-|\n',
		'~~~\n',
		'a  \n',
		'a\\\n',
		'<br>',
		'&amp;',
		'~',
		'\u0301\u0323',
	]
	for (const piece of pieces) {
		const make = (length: number) => piece.repeat(Math.ceil(length / piece.length))
		expect(await growth(make, 300_000, blocksFromMarkdown), JSON.stringify(piece)).toBeLessThan(LESS_THAN_SQUARE)
	}
	for (const text of HOSTILE_MARKUP) blocksFromMarkdown(text)
	const nested = Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')
	expect(JSON.stringify(blocksFromMarkdown(nested)).match(/x/g)).toHaveLength(500)
})

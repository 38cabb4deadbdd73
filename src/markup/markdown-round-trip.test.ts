import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseText } from '#domain/kernel/text.ts'
import type { Block } from '#domain/statement/block.ts'
import { memberFromLine } from '#domain/statement/block-shape.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { toMarkdown } from '#export/markdown.ts'
import { golden } from '#test/support/golden.ts'
import { inlineText } from './inline.ts'
import { blocksFromMarkdown } from './markdown-text.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const back = (title: string, blocks: readonly Block[]) =>
	blocksFromMarkdown(toMarkdown({ title, language: 'sv', blocks }))

test('the golden example goes to Markdown and back', () => {
	expect(back(golden.title, golden.blocks)).toEqual({ title: golden.title, blocks: golden.blocks })
})

/* Round trip. A text may hold anything inline, on several lines, but what Markdown cannot hold at all: blanks at the ends of
   a line, blank lines at its ends, and characters that blocks do not have either (`normaliseText`). A backslash before a
   punctuation mark is left out of the exact property, since an escape that turns out to be needless is dropped; the
   property after it shows that such a text looks the same and changes once only. */

const inline = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom('ord', 'Två ord', 'å', ' ', ' ', '”', '–', '1984', '(', ')') },
	{
		weight: 6,
		arbitrary: fc.constantFrom(
			'#',
			'##',
			'>',
			'-',
			'+',
			'*',
			'**',
			'_',
			'=',
			'1.',
			'12)',
			'a.',
			'b)',
			'`',
			'``',
			'```',
			'~',
			'~~~',
			'|',
			'---',
			':-:',
			'[',
			']',
			'[x]: y',
			'[^1]',
			'[^1]: ',
			'[ ] ',
			'![',
			'](',
			'<',
			'<b>',
			'</p>',
			'<!--',
			'-->',
			'<br>',
			'&amp;',
			'&#35;',
			'&',
			'https://a.se/~b?c&amp;d',
			'<https://a.se>',
			'\\',
			'\t',
			'\u00a0',
			': ',
			'För X; Anna Ek',
			'Anna Ek, ordförande',
			'A (b)',
		),
	},
	{ weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
)
const trimmed = (text: string): string =>
	normaliseText(text)
		.split('\n')
		.map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
		.join('\n')
		.replace(/^\n+|\n+$/g, '')
const looseLine = fc
	.array(inline, { minLength: 1, maxLength: 7 })
	.map((parts) => trimmed(parts.join('')).replaceAll('\n', ' '))
	.map(trimmed)
const ESCAPE = /\\(?=[!-/:-@[-`{-~])/g
const exactLine = looseLine.map((line) => line.replace(ESCAPE, '¤'))

const documentOf = (line: fc.Arbitrary<string>): fc.Arbitrary<Block[]> => {
	const full = line.filter((text) => text !== '')
	const text = fc
		.array(line, { minLength: 1, maxLength: 3 })
		.map((lines) => trimmed(lines.join('\n')))
		.filter((joined) => joined !== '')
	const cells = fc.integer({ min: 1, max: 3 }).chain((width) => {
		const row = fc.array(line, { minLength: width, maxLength: width })
		return fc.record({ kind: fc.constant('table' as const), header: row, rows: fc.array(row, { maxLength: 3 }) })
	})
	// A member is one whose line can be taken apart again.
	const member = fc.record({ name: full, area: fc.oneof(full, fc.constant('')) }).filter(({ name, area }) => {
		const read = memberFromLine(area === '' ? name : `${name} (${area})`)
		return area === '' ? read === null : read?.name === name && read.area === area
	})
	return fc
		.array(
			fc.oneof(
				...(['paragraph', 'position', 'subPoint', 'signature'] as const).map((kind) =>
					fc.record({ kind: fc.constant(kind), text }),
				),
				fc.record({
					kind: fc.constant('heading' as const),
					// A heading is one line of Markdown, so a mark of code could find its pair in its other lines.
					text: text.map((heading) => (heading.includes('\n') ? heading.replaceAll('`', '´') : heading)),
				}),
				fc.record({ kind: fc.constant('quote' as const), text }),
				fc.record({ kind: fc.constant('quote' as const), text, source: full }),
				fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { minLength: 1, maxLength: 4 }) }),
				fc.record({ kind: fc.constant('footnote' as const), label: fc.stringMatching(/^[a-zåäö0-9*-]{1,8}$/), text }),
				fc.record({
					kind: fc.constant('memberList' as const),
					heading: full,
					members: fc.array(member, { minLength: 1, maxLength: 3 }),
				}),
				fc.record({
					kind: fc.constant('memberList' as const),
					heading: full.map((line) => `${line}:`),
					members: fc.constant([
						{ name: 'A', area: 'b' },
						{ name: 'C', area: 'd' },
					]),
				}),
				fc.constantFrom<Block[]>(
					[
						{ kind: 'heading', text: 'Lista:' },
						{ kind: 'list', items: ['A (b)', 'C (d)'] },
					],
					[
						{ kind: 'list', items: ['a'] },
						{ kind: 'list', items: ['b'] },
						{ kind: 'list', items: ['c'] },
					],
					[{ kind: 'signature', text: 'För X; Anna Ek, ordförande' }],
					[paragraph('För X; Anna Ek, ordförande')],
				),
				cells,
			),
			{ maxLength: 8 },
		)
		.map((blocks) => blocks.flat())
}

test('any document goes to Markdown and back unchanged', () => {
	fc.assert(
		fc.property(documentOf(exactLine), exactLine, (blocks, title) => {
			expect(back(title, blocks)).toEqual({ title: title === '' ? null : title, blocks })
		}),
		{ numRuns: 3_000 },
	)
})

const visible = (blocks: readonly Block[]): string =>
	JSON.stringify(blocks, (key, value) => (typeof value === 'string' && key !== 'kind' ? inlineText(value) : value))

test('with needless escapes too, a document looks the same and changes once only', () => {
	fc.assert(
		fc.property(documentOf(looseLine), (blocks) => {
			const once = back('', blocks).blocks
			expect(visible(once)).toBe(visible(blocks))
			expect(back('', once).blocks).toEqual(once)
		}),
		{ numRuns: 1_000 },
	)
})

test('no word of a Markdown file is lost or doubled', () => {
	const noise = inline.filter((part) => !/<!--|`|~|https|<br>/.test(part) && !/ORD/.test(part))
	const start = fc.constantFrom(
		'',
		'',
		'',
		'  ',
		'    ',
		'\t',
		'   a. ',
		'  - ',
		'- ',
		'> ',
		'> - ',
		'1. ',
		'1. 1. ',
		'[^x]: ',
		'## ',
		'| ',
		'|-|\n',
	)
	const file = fc.array(fc.tuple(start, noise, noise), { maxLength: 14 })
	fc.assert(
		fc.property(file, (lines) => {
			const text = lines.map(([first, before, after], index) => `${first}${before} ORD${index}. ${after}`).join('\n')
			const { title, blocks } = blocksFromMarkdown(text)
			const words = [title ?? '', ...blocks.flatMap(textsOf)].join(' ').match(/ORD\d+\./g) ?? []
			expect(words.toSorted()).toEqual(lines.map((_, index) => `ORD${index}.`).toSorted())
		}),
		{ numRuns: 1_000 },
	)
})

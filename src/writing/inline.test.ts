import fc from 'fast-check'
import { Fragment } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { inlineHtml } from '#markup/inline.ts'
import { inlineFrom, markdownFrom } from './inline.ts'
import { schema } from './schema.ts'

const marks = [
	schema.marks.strong.create(),
	schema.marks.em.create(),
	schema.marks.code.create(),
	schema.marks.link.create({ href: 'https://a.se/b_(c)?d=1*2' }),
]

const SIGNS = [
	'ord',
	'Två ord',
	' ',
	'å',
	'*',
	'**',
	'_',
	'`',
	'``',
	'[',
	']',
	'(',
	')',
	'\\',
	'!',
	'<',
	'http://b.se',
	'~',
	'&amp;',
	'”',
	'.',
	'#',
	'1.',
]

const text = fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 5 }).map((words) => words.join(''))
const node = fc.oneof(
	{ weight: 8, arbitrary: fc.tuple(text, fc.subarray(marks)).map(([typed, look]) => schema.text(typed, look)) },
	fc.constantFrom('1', 'a*').map((label) => schema.nodes.noteRef.create({ label })),
	fc.constant(schema.nodes.lineEnd.create()),
)
const content = fc.array(node, { maxLength: 8 }).map((nodes) => Fragment.from(nodes))

const seen = (fragment: Fragment) =>
	fragment.content
		.map((each) => (each.type === schema.nodes.noteRef ? `[^${each.attrs.label}]` : (each.text ?? '\n')))
		.join('')

test('whatever is written keeps all of its text as Markdown, and however often it is read and written again', () => {
	fc.assert(
		fc.property(content, (written) => {
			const markdown = markdownFrom(written)
			const again = inlineFrom(markdown)
			expect(seen(again)).toBe(seen(written))
			expect(seen(inlineFrom(markdownFrom(again)))).toBe(seen(written))
		}),
		{ numRuns: 2_000 },
	)
})

test('emphasis, links and code keep their look wherever words are what is marked', () => {
	const words = fc
		.array(fc.constantFrom('ord', 'Två', 'år', '5 %', 'snake_case'), { minLength: 1, maxLength: 3 })
		.map((all) => all.join(' '))
	const phrase = fc
		.tuple(words, fc.subarray(marks))
		.map(([typed, look]) => [schema.text(typed, look), schema.text(' ')])
	fc.assert(
		fc.property(fc.array(phrase, { maxLength: 6 }), (phrases) => {
			const written = Fragment.from(phrases.flat())
			expect(inlineFrom(markdownFrom(written)).eq(written)).toBe(true)
		}),
	)
})

test('what somebody typed as Markdown looks the same after it was written in the editor', () => {
	const typed = fc.array(
		fc.constantFrom(
			...SIGNS.filter((sign) => !sign.startsWith('http')),
			'**b**',
			'*i*',
			'[l](https://c.se)',
			'`k`',
			'[^1]',
			'\\*',
			' <https://d.se> ',
			' http://b.se ',
		),
		{ maxLength: 8 },
	)
	fc.assert(
		fc.property(typed, (parts) => {
			const line = parts.join('')
			expect(inlineFrom(markdownFrom(inlineFrom(line))).toJSON()).toEqual(inlineFrom(line).toJSON())
		}),
		{ numRuns: 1_000 },
	)
})

test.each([
	['snake_case 2 * 3 * 4', 'snake_case 2 * 3 * 4'],
	['se https://a.se/b_c.', 'se https://a.se/b_c.'],
	['**fet** och *kursiv*', '**fet** och *kursiv*'],
	['[länk](https://a.se) `kod` [^1]', '[länk](https://a.se) `kod` [^1]'],
	['rad\nrad', 'rad\nrad'],
])('%j stays as it was typed', (typed, expected) => {
	expect(markdownFrom(inlineFrom(typed))).toBe(expected)
})

test('stars that were typed as stars do not become emphasis', () => {
	expect(inlineHtml(markdownFrom(Fragment.from(schema.text('*inte kursivt*'))))).toBe('*inte kursivt*')
})

import fc from 'fast-check'
import type { Block } from '#domain/statement/block.ts'

/** Words as people write them, with signs that XML, Markdown and Word have a meaning for. */
const PLAIN = [
	...[
		'Vi',
		'anser',
		'att',
		'förslaget',
		'är',
		'bra',
		'för',
		'barn,',
		'unga',
		'och',
		'äldre.',
		'”citat”',
		'–',
		'½',
		'5 %',
	],
	...[
		'R&D',
		'<b>',
		'</w:p>',
		'2\\*3',
		'a_b_c',
		'[1]',
		'(SOU',
		'2026:14)',
		'1984.',
		'a.',
		'#',
		'•',
		'&amp;',
		'😀',
		'e\u0301',
	],
	...['https://a.se/~b?c=1&d=2', 'anna@a.se', '~', '|', '\\', ']]>', '!'],
]
const LOOKS = ['**särskilt viktigt**', '*kursivt*', '***båda***', '[länk](https://b.se/x?y=1&z=2)', '`3 § lagen`']

const word = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PLAIN) }, fc.constantFrom(...LOOKS))
const lineWith = (more: fc.Arbitrary<string>) =>
	fc
		.array(fc.oneof({ weight: 9, arbitrary: word }, more), { minLength: 0, maxLength: 8 })
		// Begins and ends with a word, so that no line is taken for a mark.
		.map((words) => ['Text', ...words, 'slut'].join(' '))

/**
 * Texts of any kinds of blocks, in any order: what a Word file can tell of them. Notes are labelled by their numbers, and stand
 * last; `noted` of them are referred to in any order, or not at all.
 */
export function writtenTexts(noted = 4): fc.Arbitrary<readonly Block[]> {
	return fc.integer({ min: 0, max: noted }).chain((count) => {
		const mark = fc.nat({ max: Math.max(0, count - 1) }).map((at) => `ord[^${at + 1}]`)
		const line = lineWith(count === 0 ? word : mark)
		const lines = fc.array(line, { minLength: 1, maxLength: 2 }).map((all) => all.join('\n'))
		const cells = fc.integer({ min: 1, max: 4 }).chain((width) => {
			const row = fc.array(line, { minLength: width, maxLength: width })
			return fc.record({ kind: fc.constant('table' as const), header: row, rows: fc.array(row, { maxLength: 3 }) })
		})
		const simple = (kind: 'heading' | 'paragraph' | 'position' | 'subPoint' | 'signature' | 'quote') =>
			fc.record({ kind: fc.constant(kind), text: kind === 'heading' ? line : lines })
		const members = fc.array(fc.nat(99), { minLength: 2, maxLength: 4 })
		const block: fc.Arbitrary<Block> = fc.oneof(
			...(['heading', 'paragraph', 'position', 'position', 'subPoint', 'subPoint', 'signature', 'quote'] as const).map(
				simple,
			),
			fc.record({ kind: fc.constant('quote' as const), text: lines, source: lineWith(word) }),
			fc.record({ kind: fc.constant('list' as const), items: fc.array(lines, { minLength: 1, maxLength: 4 }) }),
			members.map(
				(numbers): Block => ({
					kind: 'memberList',
					heading: 'Medlemmar',
					members: numbers.map((number) => ({ name: `Förening ${number}`, area: 'Område' })),
				}),
			),
			cells,
		)
		const notes = fc
			.array(lineWith(word), { minLength: count, maxLength: count })
			.map((texts) => texts.map((text, at): Block => ({ kind: 'footnote', label: String(at + 1), text })))
		return fc.tuple(fc.array(block, { minLength: 1, maxLength: 12 }), notes).map(([blocks, all]) => [...blocks, ...all])
	})
}

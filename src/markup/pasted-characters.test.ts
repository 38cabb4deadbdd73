import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { goldenPaste } from '#test/support/golden.ts'
import { outline, PROSE } from '#test/support/pasted-outline.ts'
import { blocksFromPastedText, type PastedText } from './pasted-text.ts'

/** Everything that stands in the result, with numbers, letters and brackets where the structure holds them. */
const everything = ({ title, residue, blocks }: PastedText): string =>
	[title ?? '', ...residue, ...outlineTexts(blocks)].join('\n')

const outlineTexts = (blocks: readonly Block[]): string[] =>
	outline({ title: null, residue: [], blocks: [...blocks] }).map((line) =>
		line.replace(/^(?:list|members|table|heading|paragraph|quote|signature): /, '').replace(/^footnote (\S+): /, '$1'),
	)

const MARKER = /[\s.)(•◦▪▫●○■□‣⁃∙·\ue000-\uf8ff➢►✓✔–—\-*>#[\]^:|]/gu
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cc}]/gu
const counted = (text: string): Map<string, number> => {
	const counts = new Map<string, number>()
	const visible = text.toWellFormed().replace(UNSEEN, '').normalize('NFC').replace(MARKER, '')
	for (const character of visible) counts.set(character, (counts.get(character) ?? 0) + 1)
	// `o` and a tab are a bullet.
	counts.delete('o')
	// A spreadsheet puts cells in quotation marks.
	counts.delete('"')
	return counts
}

const line = fc.oneof(
	fc.constantFrom(
		...goldenPaste.split('\n').filter((text) => text.length < 160),
		PROSE,
		'',
		'',
		'',
		'Lämna ett svar',
		'För NSPH; Anna Ek, ordförande',
		'Stockholm den 3 maj 2022',
		'Anna Ek',
		'Medlemmar:',
		'A (b)',
		'C (d (e))',
		'a\tb\tc',
		'1\t2\t3',
		'\tindrag',
		'> citat',
		'>',
		'# Rubrik',
		'[1] not',
		'[^x]: not',
		'text[1] och [^x]',
		'– sade hon',
		'Kommun\tKr\t"två\nrader"',
		'\uf0b7\tWords punkt',
		'av-',
		'Exempel kommun 3(9)',
		'Exempel kommun 4(9)',
		'Sida 5',
		'Sida 6',
		'sam\u00ad',
		'REMISSVAR',
	),
	fc
		.tuple(
			fc.constantFrom('1. ', '2. ', '3) ', 'a. ', 'b) ', '• ', '- ', '* ', '–', '> ', '\t', '   ', '12. ', '[2] '),
			fc.string({ maxLength: 12 }),
		)
		.map((parts) => parts.join('')),
	fc.string({ unit: 'grapheme', maxLength: 30 }),
	fc.string({ unit: 'binary', maxLength: 20 }),
)
const text = fc
	.array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\u00a0\n', '\u2028')), { maxLength: 25 })
	.map((lines) => lines.flat().join(''))

test('no character of the text is lost or made up, other than spaces and markers', () => {
	fc.assert(
		fc.property(text, (raw) => {
			expect(counted(everything(blocksFromPastedText(raw)))).toEqual(counted(raw))
		}),
		{ numRuns: 2_000 },
	)
})

test('the blocks keep the order of the text', () => {
	const squeezed = (value: string) => value.toWellFormed().replace(UNSEEN, '').normalize('NFC').replace(MARKER, '')
	fc.assert(
		fc.property(text, (raw) => {
			const source = squeezed(raw)
			let at = 0
			for (const character of squeezed(outlineTexts(blocksFromPastedText(raw).blocks).join('\n'))) {
				const found = source.indexOf(character, at)
				expect(found).toBeGreaterThanOrEqual(0)
				at = found + character.length
			}
		}),
	)
})

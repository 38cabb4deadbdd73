import fc from 'fast-check'
import type { Block } from '#domain/statement/block.ts'
import type { Letter } from '#export/letter/letter.ts'
import { piecesOf } from '#export/letter/pieces.ts'
import { catalogue } from '#i18n/index.ts'
import { golden } from './golden.ts'

const words = (text: string) => [{ text }]

/** A letter of a text, with what a published one has besides. */
export function sentLetterOf(blocks: readonly Block[], more: Partial<Letter> = {}): Letter {
	const address = 'https://samsvar.example/nsph-stockholm/2022/1'
	return {
		language: 'sv',
		title: golden.title,
		author: 'NSPH Stockholms län',
		writtenAt: '2022-10-14T08:00:00.000Z',
		accent: null,
		logo: null,
		mark: null,
		facts: [
			{ label: 'Datum', value: '14 oktober 2022' },
			{ label: 'Vårt dnr', value: 'NSPH-SL 2022:1' },
			{ label: 'Ert dnr', value: 'HSN 2022-0457' },
			{ label: 'Till', value: 'Hälso- och sjukvårdsnämnden' },
		],
		...piecesOf(blocks),
		after: [
			{ kind: 'heading', level: 2, text: words('Vem står bakom') },
			{
				kind: 'table',
				caption: 'Hur varje förening svarade',
				header: ['Förening', 'Röst', 'Underskrift'].map(words),
				rows: ['Attention Stockholms län', 'FMN', 'Shedo'].map((name) => [
					words(name),
					words('Ja'),
					words('Står bakom'),
				]),
				rowHeads: true,
			},
		],
		end: [{ text: 'Publicerat på ' }, { text: address, href: address }, { text: '.' }],
		running: 'NSPH Stockholms län · NSPH-SL 2022:1',
		words: catalogue('sv').letter.words,
		...more,
	}
}

const part = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.constantFrom(
			'samverkan',
			'å',
			' ',
			' ',
			'brukarinflytande',
			', ',
			'. ',
			'och',
			'\n',
			'”ord”',
			'2022',
			'–',
		),
	},
	{
		weight: 2,
		arbitrary: fc.constantFrom(
			'*kursiv*',
			'**fet**',
			'`kod`',
			'[länk](https://a.se/b?c=d&e=f)',
			'[^a]',
			'[^b]',
			'https://a.se ',
		),
	},
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
	{
		weight: 1,
		arbitrary: fc.constantFrom('<b>', '\u0000', '\ud800', '\u202e', 'مرحبا', '😀', '\u00a0', '\u00ad', 'x'.repeat(300)),
	},
)

const text = fc.array(part, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(' '))
const short = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(' '))

/** Texts of every kind of block, with what nobody should write in them. */
export const anyBlocks: fc.Arbitrary<Block[]> = fc.array(
	fc.oneof(
		fc.record({ kind: fc.constantFrom('paragraph', 'position', 'subPoint', 'signature', 'heading'), text }),
		fc.record({ kind: fc.constant('quote'), text, source: short }),
		fc.record({ kind: fc.constant('list'), items: fc.array(text, { minLength: 1, maxLength: 4 }) }),
		fc.record({ kind: fc.constant('footnote'), label: fc.constantFrom('a', 'b', 'c'), text }),
		fc.record({
			kind: fc.constant('memberList'),
			heading: short,
			members: fc.array(fc.record({ name: short, area: short }), { maxLength: 4 }),
		}),
		fc.record({
			kind: fc.constant('table'),
			header: fc.array(short, { minLength: 1, maxLength: 5 }),
			rows: fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 5 }),
		}),
	) as fc.Arbitrary<Block>,
	{ maxLength: 12 },
)

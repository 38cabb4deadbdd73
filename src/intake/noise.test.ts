import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growth, LESS_THAN_SQUARE } from '#test/support/growth.ts'
import type { Doubt, Found, NoticeReading } from './notice.ts'
import { readNotice } from './read-notice.ts'

/** Made-up notices with every kind of thing in them, a paragraph each. */
const NOTICES: readonly (readonly string[])[] = [
	[
		'Remissvaren ska ha kommit in till Klimat- och näringslivsdepartementet senast fredagen den 14 mars 2025.',
		'Svaren bör lämnas per e-post till kn.remissvar@regeringskansliet.se och med kopia till kn.e.remissvar@regeringskansliet.se. Ange diarienummer KN2024/01234 och remissinstansens namn i ämnesraden på e-postmeddelandet.',
		'Svaret bör lämnas i två versioner: den ena i ett bearbetningsbart format (t.ex. Word), den andra i ett format (t.ex. pdf) som följer tillgänglighetskraven enligt lagen (2018:1937) om tillgänglighet till digital offentlig service.',
		'Frågor under remisstiden besvaras av enheten, kn.e@regeringskansliet.se. Lagen föreslås träda i kraft den 1 juli 2026.',
	],
	[
		'Remisstiden har förlängts från den 14 augusti till den 15 september 2023. Remissvaren skickas till Socialdepartementet.',
		'Remissvaren önskas i elektronisk form via e-post till s.remissvar@regeringskansliet.se samt på papper. I remissvaret anges diarienummer S2023/00012 och S2023/00013.',
		'Ett remissmöte hålls den 2 juni 2023 kl. 10.00–12.00. Anmälan görs senast den 24 maj 2023.',
	],
	[
		'Kommunstyrelsen har remitterat förslaget. Yttrandet ska lämnas in till kommunstyrelsen senast 2024-05-31, dnr KS 2024/56.',
		'Yttrandet skickas till kommunstyrelsen@orten.se. Mötet i nämnden äger rum den 12 juni 2024.',
	],
]

type Values = Record<string, unknown>

function valuesOf(reading: NoticeReading): Values {
	const value = (found: Found<unknown> | null) => found?.value ?? null
	const { doubts, ...fields } = reading
	const read = Object.entries(fields).map(([name, found]) => [
		name,
		Array.isArray(found) ? found.map(value) : value(found as Found<unknown> | null),
	])
	return { ...Object.fromEntries(read), doubts: doubts.map(({ kind }) => kind) }
}

/** What web pages, mail programs and PDF put into texts where people see nothing, or no more than a space. */
const space = fc.constantFrom(' ', '  ', '\u00a0', '\n', ' \n', '\r\n', '\t', '\u202f ', '\u200b ', ' \u00ad', '\n\t')
const within = fc.constantFrom('', '', '', '', '', '', '\u00ad', '\u200b', '\u2060', '\ufeff')

/** A paragraph with noise between its words and inside them. No word begins its line with a mark of Markdown. */
function disturbed(paragraph: string): fc.Arbitrary<string> {
	const words = paragraph.split(' ')
	return fc
		.tuple(
			fc.array(space, { minLength: words.length, maxLength: words.length }),
			fc.array(within, { minLength: 20, maxLength: 20 }),
		)
		.map(([spaces, inside]) =>
			words
				.map((word, index) => {
					const at = Math.floor(word.length / 2)
					const noise = inside[index % inside.length] ?? ''
					return `${word.slice(0, at)}${noise}${word.slice(at)}${index < words.length - 1 ? spaces[index] : ''}`
				})
				.join(''),
		)
}

test('what cannot be seen between words and inside them changes nothing', () => {
	for (const paragraphs of NOTICES) {
		const heading = '# Remiss av promemorian Ett enklare bidrag\n\n'
		const plain = valuesOf(readNotice(heading + paragraphs.join('\n\n')))
		expect(plain.dueOn).not.toBeNull()
		fc.assert(
			fc.property(fc.tuple(...paragraphs.map(disturbed)), (noisy) => {
				expect(valuesOf(readNotice(heading + noisy.join('\n\n')))).toEqual(plain)
			}),
			{ numRuns: 150 },
		)
	}
})

const PIECES = fc.constantFrom(
	'Remissvaren ska ha kommit in till ',
	'senast den ',
	'den den ',
	'fredagenden ',
	'5 maj 2016',
	'31 november 2019',
	'2024-03-28',
	'28/3 ',
	'17 april',
	'. ',
	'\n\n',
	'\n',
	'# ',
	'Remissinstanser\n1. Boverket\n2. Umeå kommun\n',
	'* ',
	'[registrator](mailto:n.registrator@regeringskansliet.se)',
	's.remissvar@regeringskansliet.se ',
	'med kopia till ',
	'Svaren skickas till ',
	'Socialdepartementet ',
	'diarienummer S2025/ 01127 ',
	'och ',
	'Word ',
	'pdf ',
	'på papper ',
	'förlängd svarstid till ',
	'\u00ad',
	'\u00a0',
	'**',
	'~~',
	'<br>',
	'&nbsp;',
	'](',
	'[',
	'\ud83d',
)
const text = fc.array(fc.oneof({ weight: 5, arbitrary: PIECES }, fc.string(), fc.string({ unit: 'binary' })), {
	maxLength: 40,
})

function wordsOf(doubt: Doubt): string[] {
	if ('dates' in doubt) return doubt.dates.map(({ words }) => words)
	return ['date' in doubt ? doubt.date.words : doubt.words]
}

function allWords({ doubts, ...fields }: NoticeReading): string[] {
	const found: readonly Found<unknown>[] = Object.values(fields).flatMap((value) => value ?? [])
	return [...found.map(({ words }) => words), ...doubts.flatMap(wordsOf)]
}

test('nothing makes it throw, and all words it shows stand in the text', () => {
	fc.assert(
		fc.property(text, (pieces) => {
			const whole = pieces.join('')
			for (const words of allWords(readNotice(whole))) {
				expect(words).not.toBe('')
				expect(whole.includes(words)).toBe(true)
			}
		}),
		{ numRuns: 1500 },
	)
})

test('a deadline is never a date that does not stand in its words', () => {
	fc.assert(
		fc.property(text, (pieces) => {
			const { dueOn, extendedFrom } = readNotice(pieces.join(''))
			for (const found of [dueOn, extendedFrom]) {
				if (found === null) continue
				const [year = '', , day = ''] = found.value.split('-')
				const figures = found.words.match(/\d+/g) ?? []
				expect(figures.some((figure) => Number(figure) === Number(day))).toBe(true)
				if (/\d{4}/.test(found.words)) expect(found.words).toContain(year)
			}
		}),
		{ numRuns: 1500 },
	)
})

test('reading takes time in proportion to the length of the text', async () => {
	const hostile = [
		'1',
		' ',
		'den ',
		'senast den 5 maj 2016 ',
		'a@',
		'[',
		'](',
		'dnr 1/2, ',
		'\n1. ',
		'~~',
		'frågor om svar ',
		'&#',
		'<a ',
		'\u00ad',
	]
	for (const piece of hostile) {
		const make = (length: number) => piece.repeat(Math.ceil(length / piece.length))
		expect(await growth(make, 250_000, (text) => readNotice(text)), JSON.stringify(piece)).toBeLessThan(
			LESS_THAN_SQUARE,
		)
	}
})

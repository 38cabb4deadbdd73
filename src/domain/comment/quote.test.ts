import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PASSAGE_LIMIT, type Place, placeNow, placeOf, quoteAt, quoted } from './quote.ts'

const READ = 'Barn och unga ska få stöd. Stöd ska ges i tid, och barn ska höras.'

/** The words as they are told, and how the text is changed: where the words stand then, marked out in it; null: nowhere. */
const CHANGES: readonly (readonly [what: string, words: string, now: string, stands: string | null])[] = [
	['nothing', 'ska få stöd', READ, 'Barn och unga [ska få stöd]. Stöd ska ges i tid, och barn ska höras.'],
	[
		'words before',
		'ska få stöd',
		`I dag gäller: ${READ}`,
		'I dag gäller: Barn och unga [ska få stöd]. Stöd ska ges i tid, och barn ska höras.',
	],
	[
		'words before are gone',
		'Stöd ska ges i tid',
		'Stöd ska ges i tid, och barn ska höras.',
		'[Stöd ska ges i tid], och barn ska höras.',
	],
	['all around', 'ska få stöd', 'Alla ska få stöd, tycker vi.', 'Alla [ska få stöd], tycker vi.'],
	['white space', 'ska få stöd', 'Barn och unga ska  få\nstöd.', 'Barn och unga [ska  få\nstöd].'],
	[
		'a letter in them',
		'ska få stöd',
		'Barn och unga ska få stödet. Stöd ska ges.',
		'Barn och unga [ska få stöd]et. Stöd ska ges.',
	],
	['they are gone', 'ska få stöd', 'Barn och unga får stöd. Stöd ska ges i tid, och barn ska höras.', null],
	['the block is empty', 'ska få stöd', '', null],
	[
		'the second of two is moved first',
		'och barn ska höras',
		'Och barn ska höras, och barn ska höras.',
		'Och barn ska höras, [och barn ska höras].',
	],
	['a short word stands elsewhere', 'tid', 'Det är en tidning.', null],
	['a short word keeps one side', 'tid', 'Stöd ska ges i tid. Det är allt.', 'Stöd ska ges i [tid]. Det är allt.'],
]

const marked = (text: string, place: Place | null): string | null =>
	place && `${text.slice(0, place.from)}[${text.slice(place.from, place.to)}]${text.slice(place.to)}`

test.each(CHANGES)('words are found again where the text was changed: %s', (_what, words, now, stands) => {
	const from = READ.indexOf(words)
	const quote = quoteAt(READ, { from, to: from + words.length })
	expect(marked(now, placeNow(READ, now, quote))).toBe(stands)
})

test('of two alike the one is meant that stands as the words did, or else the nearest', () => {
	const text = 'ja, nej, ja, kanske, ja'
	const quote = quoteAt(text, { from: 9, to: 11 })
	expect(placeOf(text, quote)).toEqual({ from: 9, to: 11 })
	const bare = { exact: 'ska vara gratis', prefix: '', suffix: '' }
	const twice = 'A ska vara gratis. B ska vara gratis.'
	expect(placeOf(twice, bare, 30)).toEqual({ from: 21, to: 36 })
	expect(placeOf(twice, bare, 3)).toEqual({ from: 2, to: 17 })
})

test('words are taken as they stand in the text, with what stands around them; and not where they do not stand there', () => {
	expect(quoted(READ, { exact: ' ska\nfå  stöd ' })).toEqual({
		ok: true,
		value: { exact: 'ska få stöd', prefix: 'Barn och unga ', suffix: '. Stöd ska ges i tid, och barn s' },
	})
	expect(quoted(READ, { exact: '  ' })).toEqual({ ok: true, value: null })
	expect(quoted(READ, { exact: 'höras' })).toMatchObject({ value: { exact: 'höras' } })
	// What is said to stand around them chooses among places, and is never kept.
	expect(quoted(READ, { exact: 'ska', prefix: 'och barn ', suffix: ' ljuga' })).toMatchObject({
		value: { exact: 'ska', prefix: 'd. Stöd ska ges i tid, och barn ', suffix: ' höras.' },
	})
	expect(quoted(READ, { exact: 'ska avskaffas' })).toEqual({
		ok: false,
		reason: { code: 'wordsNotThere', field: 'words' },
	})
	const long = 'å'.repeat(PASSAGE_LIMIT + 1)
	expect(quoted(long, { exact: long })).toMatchObject({ reason: { code: 'tooLong', field: 'words' } })
})

const word = fc.stringMatching(/^[a-zåäö]{1,9}$/)
const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '))

test('what was quoted is found, in the same words, however much is written before and behind it', () => {
	fc.assert(
		fc.property(text, text, text, fc.nat(), fc.nat(), (before, passage, after, start, length) => {
			const from = start % passage.length
			const to = Math.min(passage.length, from + 1 + (length % 200))
			const quote = quoteAt(passage, { from, to })
			const place = placeOf(passage, quote)
			const words = (of: string, at: Place | null) => at && of.slice(at.from, at.to)
			const sought = quote.exact.trim() || null
			expect(words(passage, place)).toBe(sought)
			const now = `${before} ${passage} ${after}`
			expect(words(now, placeNow(passage, now, quote))).toBe(sought)
		}),
	)
})

test('what is found are the words, and nowhere else than in the text', () => {
	const quote = fc.record({ exact: text, prefix: fc.string(), suffix: fc.string() })
	fc.assert(
		fc.property(text, quote, fc.nat(), (now, sought, near) => {
			const place = placeOf(now, sought, near)
			if (place) expect(now.slice(place.from, place.to)).toBe(sought.exact)
			else expect(sought.exact.length < 12 || !now.includes(sought.exact)).toBe(true)
		}),
	)
})

test('of ten thousand places that are alike the first is found at once', () => {
	const alike = 'a '.repeat(10_000)
	const quote = { exact: 'a '.repeat(500), prefix: 'a '.repeat(16), suffix: ' a'.repeat(16) }
	expect(placeOf(alike, quote)).toEqual({ from: 32, to: 1_031 })
})

import { expect, test } from 'vitest'
import { continuesSignature, looksLikeSignature, memberFromLine, opensSignature } from './block-shape.ts'

test.each([
	[
		'Sane (PANS/PANDAS, psykiatriska symptom efter infektion)',
		'Sane',
		'PANS/PANDAS, psykiatriska symptom efter infektion',
	],
	['Riksförbundet (RX) (Autism)', 'Riksförbundet (RX)', 'Autism'],
	['A (b (c))', 'A', 'b (c)'],
])('%s is a member', (line, name, area) => {
	expect(memberFromLine(line)).toEqual({ name, area })
})

test.each(['A', 'A (b) c', '(b)', 'A ()', 'A(b)', 'A b)', 'A (b))', '', ')', `${'a '.repeat(200)}(b)`])(
	'%j is no member',
	(line) => {
		expect(memberFromLine(line)).toBeNull()
	},
)

test.each([
	'För NSPH Stockholms län; Kjell Broström, Ordförande',
	'För NSPH, Anna Ek, ordförande',
	'På uppdrag av styrelsen; Anna Ek',
	'On behalf of NSPH; Anna Ek, Chair',
	'Stockholm den 3 maj 2022, Anna Ek',
	'Stockholm, 3 maj 2022, Anna Ek, ordförande',
	'Göteborg 2022-05-03; Anna Ek',
	'Kjell Broström, Ordförande',
	'Anna-Karin Törnqvist, vice ordförande',
	'Anna von Ek, förbundsdirektör NSPH',
	'Med vänlig hälsning',
	'Med vänliga hälsningar\nAnna Ek\nOrdförande',
	'För NSPH\nAnna Ek\nBo Al, handläggare',
	'Stockholm den 14 oktober 2022\nFör NSPH\nKjell Broström\nOrdförande',
	'Anna Ek, ordförande\nBo Al, kassör',
])('%j is a signature', (text) => {
	expect(looksLikeSignature(text)).toBe(true)
})

test.each([
	'För vården, skolan och omsorgen krävs mer pengar',
	'För NSPH',
	'För NSPH Stockholms län; det vill säga alla.',
	'Stockholm den 3 maj 2022',
	'Stockholm den 3 maj 2022 möttes föreningarna',
	'Anna Ek',
	'Ordförande',
	'Vård, ordförande talade',
	'Anna Ek, som leder föreningen',
	'Föreningarna\nAnna Ek',
	'För NSPH\nvill vi säga detta',
	'',
	`För ${'a'.repeat(500)}; b`,
])('%j is no signature', (text) => {
	expect(looksLikeSignature(text)).toBe(false)
})

test('a signature opens with a greeting, a place and date or a body, and goes on with names', () => {
	expect(['Vänliga hälsningar', 'Kind regards,', 'Stockholm den 3 maj 2022', 'För NSPH'].every(opensSignature)).toBe(
		true,
	)
	expect(['Bakgrund', 'För att:', 'Stockholm är stort'].some(opensSignature)).toBe(false)
	expect(['Anna Ek', 'Ordförande', 'Bo Al, kassör', 'För NSPH'].every(continuesSignature)).toBe(true)
	expect(['Medlemmar:', 'Vi tackar.', 'anna', 'Anna'].some(continuesSignature)).toBe(false)
})

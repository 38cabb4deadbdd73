import { expect, test } from 'vitest'
import { readingSteps, readNotice } from './read-notice.ts'

test('every proposal carries the words it was read from, as they stand in the text', () => {
	const text = `# Remiss av promemorian Ett enklare bi\u00addrag för för\u00adeningar

Remissvaren ska ha kommit in till Social\u00addepartementet senast fredagen den 14\u00a0mars 2025.

Svaren bör lämnas per e-post till s.remissvar@regeringskansliet.se och med kopia till s.fs@regeringskansliet.se. Ange
diarienummer S2024/01234 och remissinstansens namn i ämnesraden.
`
	const reading = readNotice(text)
	expect(reading.title).toEqual({
		value: 'Remiss av promemorian Ett enklare bidrag för föreningar',
		words: 'Remiss av promemorian Ett enklare bi\u00addrag för för\u00adeningar',
	})
	expect(reading.sender).toEqual({ value: 'Socialdepartementet', words: 'Social\u00addepartementet' })
	expect(reading.dueOn).toEqual({
		value: '2025-03-14',
		words: 'Remissvaren ska ha kommit in till Social\u00addepartementet senast fredagen den 14\u00a0mars 2025',
	})
	expect(reading.references).toEqual([{ value: 'S2024/01234', words: 'S2024/01234' }])
	expect(reading.sendTo.map(({ value }) => value)).toEqual(['s.remissvar@regeringskansliet.se'])
	expect(reading.copyTo.map(({ value }) => value)).toEqual(['s.fs@regeringskansliet.se'])
	expect(reading.doubts).toEqual([])
})

test('what a text does not state is not proposed', () => {
	expect(readNotice('')).toEqual({
		title: null,
		kind: null,
		sender: null,
		references: [],
		dueOn: null,
		extendedFrom: null,
		sendTo: [],
		copyTo: [],
		formats: [],
		invited: [],
		doubts: [],
	})
})

test('a long text is read in many steps, so that others wait for none of them long', () => {
	const stops = (text: string) => [...readingSteps(text)].length
	const least = stops('')
	expect(stops('a \n\t\t'.repeat(20_000))).toBeGreaterThan(least + 3)
	// Where its characters are looked at, its spaces, what may be a date, and the dates.
	expect(stops('den 3 mars svar '.repeat(37_500))).toBeGreaterThan(least + 29 + 5 + 37 + 19)
})

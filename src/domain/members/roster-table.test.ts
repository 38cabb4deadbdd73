import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTable } from './roster-table.ts'

const cells = (text: string) => readTable(text).map((row) => row.cells)

test('reads rows copied from a spreadsheet, with line breaks and quotation marks in cells', () => {
	const pasted =
		'Förening\tOmråde\tNamn\t\r\n"Attention\nStockholms län"\t"adhd, ""autism"""\tAnna Ek\t\r\n\r\n\t\t\t\r\nBalans\t\t\t\r\n'
	expect(cells(pasted)).toEqual([
		['Förening', 'Område', 'Namn'],
		['Attention Stockholms län', 'adhd, "autism"', 'Anna Ek'],
		['Balans', '', ''],
	])
})

test('tells tabs, semicolons and commas apart, and leaves commas in names alone', () => {
	expect(cells('Sane;PANS, PANDAS;Bo Ek\nTilia;unga;Siv Al')).toEqual([
		['Sane', 'PANS, PANDAS', 'Bo Ek'],
		['Tilia', 'unga', 'Siv Al'],
	])
	expect(cells('Sane,"PANS, PANDAS",Bo Ek\nTilia,unga,Siv Al')).toEqual([
		['Sane', 'PANS, PANDAS', 'Bo Ek'],
		['Tilia', 'unga', 'Siv Al'],
	])
	expect(cells('Attention\nBalans\nTilia')).toEqual([['Attention'], ['Balans'], ['Tilia']])
})

test('takes a quotation mark that only begins a cell, or that nothing closes, for a letter', () => {
	expect(cells('"Balans" Stockholm\tBo\n"öppen\tSiv')).toEqual([
		['"Balans" Stockholm', 'Bo'],
		['"öppen', 'Siv'],
	])
})

test('drops marks that are not seen and joins letters that were taken apart', () => {
	expect(cells('\ufeffHja\u0308rn\u00adkoll\u200b\t Anna\u00a0Ek ')).toEqual([['Hjärnkoll', 'Anna Ek']])
})

const word = fc.string({ unit: fc.constantFrom('a', 'ö', ' ', '"', ',', ';', '\n', '@'), maxLength: 8 })
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const tidy = (cell: string) => cell.replace(/\s+/g, ' ').trim()

test('gives back whatever a spreadsheet wrote, with spaces for line breaks', () => {
	const tables = fc.array(fc.array(word, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
	fc.assert(
		fc.property(tables, (table) => {
			const text = table.map((row) => row.map(quoted).join('\t')).join('\r\n')
			const kept = table.map((row) => row.map(tidy)).filter((row) => row.some((cell) => cell !== ''))
			const read = cells(text)
			expect(read.length).toBe(kept.length)
			for (const [index, row] of read.entries()) {
				const written = kept[index] ?? []
				expect(row.filter((cell) => cell !== '')).toEqual(written.filter((cell) => cell !== ''))
			}
		}),
	)
})

test('is soon done with text made to take long', () => {
	for (const text of ['"'.repeat(200_000), '"a\t'.repeat(60_000), '""\t"'.repeat(50_000), '\n;,\t'.repeat(50_000)]) {
		expect(readTable(text).length).toBeGreaterThan(0)
	}
}, 5_000)

test('a first line that tells a spreadsheet what parts the cells is no row, and is believed', () => {
	const rows = [
		['Förening', 'Namn'],
		['Nordan, Sundan', 'Bo; Al'],
	]
	for (const line of ['sep=;\r\n', '\ufeffsep=;\n', 'SEP=;;\n', '"sep=;"\n', '\n sep=;\n'])
		expect(cells(`${line}Förening;Namn\nNordan, Sundan;"Bo; Al"`), line).toEqual(rows)
	expect(cells('sep=\t\nFörening\tNamn\nNordan, Sundan\tBo; Al')).toEqual(rows)
	expect(cells('sep=,\nFörening,Namn\n"Nordan, Sundan","Bo; Al"')).toEqual(rows)
	expect(cells('Separat\nsep=;')).toEqual([['Separat'], ['sep=']])
})

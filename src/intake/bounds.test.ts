import { strToU8 } from 'fflate'
import { expect, onTestFinished, test, vi } from 'vitest'
import { deflated, docxOf, docxXml, pdfOf } from '#test/support/documents.ts'
import { pageOf } from '#test/support/hostile-bytes.ts'
import { readFile } from './file/read.ts'
import { bareSubject } from './forwarded.ts'
import { readNotice } from './read-notice.ts'

test('of more dates than a letter has the first are read, and it is said which was the last', () => {
	const due = 'Remissvaren ska ha kommit in senast den 14 november 2022.\n\n'
	const few = readNotice(due + 'Möte den 3 mars 2021.\n\n'.repeat(900))
	expect(few.doubts).toEqual([])
	const many = readNotice(due + 'Möte den 3 mars 2021.\n\n'.repeat(1100))
	expect(many.dueOn?.value).toBe('2022-11-14')
	expect(many.doubts).toEqual([{ kind: 'manyDates', words: 'den 3 mars 2021' }])
})

test('addresses that names stand between are used alike, and a long word of capitals is soon passed over', () => {
	const sent = (between: string) =>
		readNotice(`Svaren skickas till anna@example.org ${between} bo@example.org.`).sendTo.map(({ value }) => value)
	expect(sent('och tillAnna Ek,')).toEqual(['anna@example.org', 'bo@example.org'])
	expect(sent(`frågor till ${'A'.repeat(400)}1`)).toEqual(['anna@example.org'])
	expect(bareSubject(`  Re : VB:  ${' '.repeat(100_000)}Remiss`)).toBe('Remiss')
})

const header = (text: string) =>
	strToU8(
		`<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:hdr>`,
	)

test('page headers of a Word document stand before its text, each once', async () => {
	const entries = Object.fromEntries(
		['Dnr 1', 'Dnr 2', 'Dnr 1', '', 'Sida', 'Sida'].map((text, index) => [`word/header${index + 1}.xml`, header(text)]),
	)
	const read = await readFile('a.docx', docxOf({ paragraphs: ['Hej', 'Dnr 1'], entries }))
	expect(read.ok && read.value.text).toBe('Dnr 1\n\nDnr 2\n\nSida\n\nHej\n\nDnr 1')
})

test('of a Word document longer than a report of fifty pages the beginning is read, to the end of a paragraph', async () => {
	const read = await readFile(
		'a.docx',
		docxOf({ paragraphs: Array.from({ length: 20_100 }, (_, n) => `Stycke ${n}.`) }),
	)
	expect(read).toMatchObject({ ok: true, value: { gap: 'onlyBeginning' } })
	const paragraphs = read.ok ? read.value.text.split('\n\n') : []
	expect(paragraphs.at(-1)).toBe(`Stycke ${paragraphs.length - 1}.`)
	// Three elements each, and two around them.
	expect(paragraphs).toHaveLength(4000)
})

const runs = (count: number) => `<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(count)}</w:p>`

test('one that cannot be cut, or whose other parts are as large, is kept, and said not to be read', async () => {
	const inOne = docxXml(['x']).replace('<w:body>', `<w:body>${runs(14_000)}`)
	const gapOf = async (bytes: Uint8Array<ArrayBuffer>) => {
		const read = await readFile('a.docx', bytes)
		return read.ok && read.value.gap
	}
	expect(await gapOf(docxOf({ document: inOne }))).toBe('notRead')
	const long = header(`a</w:t></w:r></w:p>${runs(8000)}<w:p><w:r><w:t>`)
	expect(await gapOf(docxOf({ paragraphs: ['x'], entries: { 'word/header1.xml': long } }))).toBe('notRead')
})

test('a PDF page of very many operators is kept, and said not to be read', async () => {
	const page = pageOf(deflated(`BT /F1 1 Tf ${'(a) Tj\n'.repeat(1_000_000)} ET`))
	const read = await readFile('a.pdf', page)
	expect(read).toMatchObject({ ok: true, value: { gap: 'notRead' } })
})

test('while a PDF is read others have their turn, with every page', async () => {
	const waits = vi.spyOn(globalThis, 'setTimeout')
	onTestFinished(() => waits.mockRestore())
	const page = ['Remiss av ett betänkande', 'Svar senast den 3 mars.']
	const read = await readFile('a.pdf', pdfOf(Array.from({ length: 40 }, () => page)))
	expect(read).toMatchObject({ ok: true, value: { gap: null } })
	expect(waits.mock.calls.filter(([, delay]) => delay === undefined).length).toBeGreaterThanOrEqual(40)
})

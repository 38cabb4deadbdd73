import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { docxOf } from '#test/support/documents.ts'
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

test('a Word document of more elements than a long report has is kept, and said not to be read', async () => {
	const read = await readFile('a.docx', docxOf({ paragraphs: Array.from({ length: 20_100 }, () => 'a') }))
	expect(read.ok && read.value.gap).toBe('notRead')
})

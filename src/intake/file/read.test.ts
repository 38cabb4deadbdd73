import { expect, test } from 'vitest'
import { docxOf, pdfOf, scannedPdf } from '#test/support/documents.ts'
import { HOSTILE_FILES } from '#test/support/hostile-files.ts'
import { readFile } from './read.ts'

const NOTICE = [
	'Socialdepartementet',
	'Remiss av betänkandet God och nära vård (SOU 2020:19)',
	'Remissvaren ska ha kommit in senast den 14 november 2022.',
]

test('reads the text of a PDF, of all its pages', async () => {
	const read = await readFile('missiv.pdf', pdfOf([NOTICE, ['Sida två']]))
	expect(read).toEqual({
		ok: true,
		value: { mediaType: 'application/pdf', text: `${NOTICE.join('\n')}\n\nSida två`, gap: null },
	})
})

test('reads the text of a Word document, with its page header first and its lines apart', async () => {
	const bytes = docxOf({ paragraphs: [...NOTICE, 'Rad ett\nRad två & tre'], header: ['Diarienummer S2020/06171'] })
	expect(await readFile('missiv.docx', bytes)).toEqual({
		ok: true,
		value: {
			mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			text: ['Diarienummer S2020/06171', ...NOTICE, 'Rad ett\nRad två & tre'].join('\n\n'),
			gap: null,
		},
	})
})

test('a page that is a picture is kept, and said to have no text', async () => {
	expect(await readFile('skannad.pdf', scannedPdf())).toEqual({
		ok: true,
		value: { mediaType: 'application/pdf', text: '', gap: 'noText' },
	})
})

test.each(HOSTILE_FILES)('$about: $name', async ({ name, bytes, refused, gap }) => {
	const file = bytes()
	const before = performance.now()
	const read = await readFile(name, file)
	expect(performance.now() - before).toBeLessThan(5000)
	expect(read.ok ? read.value.gap : read.reason).toBe(refused ?? gap)
})

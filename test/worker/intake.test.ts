import { expect, test } from 'vitest'
import { readFile } from '#intake/file/read.ts'
import { bytesOf, docxOf, pdfOf, scannedPdf } from '#test/support/documents.ts'
import { HOSTILE_FILES } from '#test/support/hostile-files.ts'

const LINES = [
	'Socialdepartementet',
	'Remiss av SOU 2020:19 – ”God och nära vård”',
	'Svar senast den 14 november 2022.',
]

test('PDF and Word documents are read where the Worker runs', async () => {
	const pdf = await readFile('missiv.pdf', pdfOf([LINES, ['Sida två']]))
	expect(pdf).toMatchObject({ ok: true, value: { text: `${LINES.join('\n')}\n\nSida två`, gap: null } })
	const docx = await readFile('missiv.docx', docxOf({ paragraphs: LINES, header: ['S2020/06171'] }))
	expect(docx).toMatchObject({ ok: true, value: { text: ['S2020/06171', ...LINES].join('\n\n'), gap: null } })
	expect(await readFile('skannad.pdf', scannedPdf())).toMatchObject({ ok: true, value: { text: '', gap: 'noText' } })
})

test('texts are read in the encodings they come in', async () => {
	const text = 'Svar till Åsa, senast – ”nu”'
	const utf16 = (littleEndian: boolean) => {
		const view = new DataView(new ArrayBuffer(text.length * 2))
		for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
		return new Uint8Array(view.buffer)
	}
	const utf8 = new Uint8Array(new TextEncoder().encode(text))
	const windows = bytesOf('Svar till \xc5sa, senast \x96 \x94nu\x94')
	for (const bytes of [utf8, new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])]) {
		expect(await readFile('missiv.txt', bytes)).toMatchObject({ value: { text, mediaType: 'text/plain' } })
	}
	expect(await readFile('missiv.md', windows)).toMatchObject({ value: { text, mediaType: 'text/markdown' } })
	expect(await readFile('missiv', new Uint8Array([0xff, 0xfe, ...utf16(true)]))).toMatchObject({ value: { text } })
	expect(await readFile('missiv', new Uint8Array([0xfe, 0xff, ...utf16(false)]))).toMatchObject({ value: { text } })
	expect(await readFile('missiv', utf16(true))).toMatchObject({ value: { text } })
})

test.each(HOSTILE_FILES)('$about', async ({ name, bytes, refused, gap }) => {
	const read = await readFile(name, bytes())
	expect(read.ok ? read.value.gap : read.reason).toBe(refused ?? gap)
})

import fc from 'fast-check'
import { getResolvedPDFJS } from 'unpdf'
import { expect, onTestFinished, test, vi } from 'vitest'
import { NOTICE_TEXT_LIMIT } from '#domain/inquiry/notice.ts'
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

/** How many pages of PDFs have been opened since this was called, by the library that reads them. */
async function pagesOpened(): Promise<() => number> {
	const { getDocument } = await getResolvedPDFJS()
	const loading = getDocument({ data: new Uint8Array(pdfOf([NOTICE])), verbosity: 0 })
	const opened = vi.spyOn(Object.getPrototypeOf(await loading.promise), 'getPage')
	onTestFinished(() => opened.mockRestore())
	await loading.destroy()
	return () => opened.mock.calls.length
}

test.each(HOSTILE_FILES)('$about: $name', async ({ name, bytes, refused, gap }) => {
	const opened = await pagesOpened()
	const read = await readFile(name, bytes())
	expect(read.ok ? read.value.gap : read.reason).toBe(refused ?? gap)
	expect(read.ok ? read.value.text.length : 0).toBeLessThanOrEqual(NOTICE_TEXT_LIMIT)
	// What is not read is known beforehand, and not given up because it took too long.
	expect(opened()).toBeLessThanOrEqual(gap === 'notRead' ? 0 : 60)
})

test('a file in which anything was changed is read or refused, and never more than that', async () => {
	const files = [
		['a.pdf', pdfOf([NOTICE, ['Sida två']])],
		['a.docx', docxOf({ paragraphs: NOTICE, header: ['S2020/06171'] })],
		['a.txt', new Uint8Array(new TextEncoder().encode(NOTICE.join('\n')))],
	] as const
	const change = fc.record({ at: fc.nat({ max: 3000 }), byte: fc.integer({ min: 0, max: 255 }) })
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...files),
			fc.array(change, { minLength: 1, maxLength: 30 }),
			fc.option(fc.nat({ max: 3000 })),
			async ([name, bytes], changes, cut) => {
				const changed = bytes.slice(0, cut ?? bytes.length)
				for (const { at, byte } of changes) if (changed.length > 0) changed[at % changed.length] = byte
				const read = await readFile(name, changed)
				expect(read.ok ? typeof read.value.text : typeof read.reason).toBe('string')
			},
		),
		{ numRuns: 150 },
	)
})

test('a long text is read to the end of a line, and said not to be whole', async () => {
	const bytes = new Uint8Array(new TextEncoder().encode('En rad till.\n'.repeat(20_000)))
	const read = await readFile('lång.txt', bytes)
	expect(read).toMatchObject({ ok: true, value: { gap: 'onlyBeginning' } })
	expect(read.ok && read.value.text.endsWith('En rad till.')).toBe(true)
})

import { strToU8 } from 'fflate'
import { bytesOf, deflated, docxOf, pdfFrom, pdfObjects, pdfOf } from '#test/support/documents.ts'

type File = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** A letter that costs much to read, pasted or as files of one form. */
export type HeavyLetter = { readonly about: string } & ({ readonly text: string } | { readonly files: readonly File[] })

const MB = 1024 * 1024
const repeated = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
const times = (count: number, name: string, bytes: (index: number) => File['bytes']): File[] =>
	Array.from({ length: count }, (_, index) => ({ name: `${index}${name}`, bytes: bytes(index) }))

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const runs = (count: number) => `<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(count)}</w:p>`

/** Six page headers of very small runs; and a document of as many elements as are read. */
const sixHeaders = () =>
	docxOf({
		paragraphs: ['Svar senast den 3 mars 2026.'],
		entries: Object.fromEntries(
			[1, 2, 3, 4, 5, 6].map((n) => [`word/header${n}.xml`, strToU8(`<w:hdr ${W}>${runs(4500)}</w:hdr>`)]),
		),
	})

/** One page that shows a letter at a time, as many times as a stream of the largest kind has room for. */
const manyOperators = () =>
	pdfFrom({ objects: pdfObjects([deflated(`BT /F1 1 Tf ${repeated('(a) Tj\n', 7 * MB)} ET`)]) })

/** As many as are read of a page, on as many pages as are read. */
const densePages = () =>
	pdfOf(Array.from({ length: 60 }, () => Array.from({ length: 300 }, (_, line) => `Rad ${line} om ett yttrande.`)))

/** What has been found to be heavy, made when it is wanted. */
export const HEAVY_LETTERS: readonly (() => HeavyLetter)[] = [
	() => ({ about: '100 kB of blanks, pasted', text: repeated('a \n\t\t', 100_000) }),
	() => ({
		about: '20 letters of dates',
		files: times(20, '.txt', (index) => bytesOf(`${index} ${repeated('den 3 mars svar ', 200_000)}`)),
	}),
	() => ({
		about: 'a PDF of beginnings of streams',
		files: [{ name: 'a.pdf', bytes: bytesOf(`%PDF-1.7\n${repeated('stream\n', 10 * MB - 100)}`) }],
	}),
	() => ({ about: 'a small Word file with six headers', files: [{ name: 'a.docx', bytes: sixHeaders() }] }),
	() => ({
		about: '60 broken files in one form',
		files: times(60, '.docx', () => sixHeaders().slice(0, 2000)),
	}),
	() => ({ about: '20 heavy Word files', files: times(20, '.docx', sixHeaders) }),
	() => ({ about: '20 heavy PDFs', files: times(20, '.pdf', densePages) }),
	() => ({ about: 'a PDF page of very many operators', files: [{ name: 'a.pdf', bytes: manyOperators() }] }),
]

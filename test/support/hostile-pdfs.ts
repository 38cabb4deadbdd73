import { deflateRawSync, deflateSync } from 'node:zlib'
import { bytesOf, deflated, latin1Of, pdfFrom, pdfObjects, pdfOf, pdfStream } from './documents.ts'
import { type Bytes, MB, pageOf, spaces } from './hostile-bytes.ts'

/** A file that means harm, or is broken, and what becomes of it: the reason it is refused, or why its text is missing. */
export type HostileFile = {
	readonly about: string
	readonly name: string
	/** Made when it is wanted: some are large. */
	readonly bytes: () => Bytes
	readonly refused?: string
	/** Null: it is read like any other. */
	readonly gap?: string | null
}

export const HOSTILE_PDFS: readonly HostileFile[] = [
	{ about: 'a PDF of its first line', name: 'a.pdf', bytes: () => bytesOf('%PDF-1.7\n'), refused: 'broken' },
	{ about: 'half a PDF', name: 'a.pdf', bytes: () => pdfOf([['x']]).slice(0, 500), refused: 'broken' },
	{
		about: 'a PDF that is encrypted',
		name: 'a.pdf',
		bytes: () => pdfOf([['x']], '/Encrypt << /Filter /Standard /V 2 /R 3 /P -4 /O (x) /U (x) >>'),
		gap: 'locked',
	},
	{
		about: 'a PDF whose page inflates to much',
		name: 'a.pdf',
		bytes: () => pageOf(deflated(latin1Of(spaces(9 * MB)))),
		gap: 'notRead',
	},
	{
		about: 'a page that inflates to much behind a mistake, where stricter readers stop',
		name: 'a.pdf',
		bytes: () => {
			const reachingBack = deflateRawSync(spaces(9 * MB), { dictionary: spaces(300) })
			return pageOf(pdfStream(`\x78\x9c${latin1Of(reachingBack)}`, '/Filter /FlateDecode'))
		},
		gap: 'notRead',
	},
	{
		about: 'a PDF with very much in many streams',
		name: 'a.pdf',
		bytes: () => pdfFrom({ objects: pdfObjects(Array.from({ length: 12 }, () => deflated(latin1Of(spaces(6 * MB))))) }),
		gap: 'notRead',
	},
	{
		about: 'a page that says it is a picture',
		name: 'a.pdf',
		bytes: () => pageOf(deflated(latin1Of(spaces(33 * MB)), '/Subtype /Image')),
		gap: 'notRead',
	},
	{
		about: 'a page that is deflated twice',
		name: 'a.pdf',
		bytes: () => pageOf(deflated(latin1Of(deflateSync(spaces(9 * MB))), '')),
		gap: 'notRead',
	},
	{
		about: 'a page in a filter that is not looked into',
		name: 'a.pdf',
		bytes: () => pageOf(pdfStream('\x80\x0b', '/Filter /LZWDecode')),
		gap: 'notRead',
	},
	{
		about: 'the same with its name in disguise',
		name: 'a.pdf',
		bytes: () => pageOf(pdfStream('\x80\x0b', '/Filter /LZ#57Decode')),
		gap: 'notRead',
	},
	{
		about: 'a stream that ends too soon on paper',
		name: 'a.pdf',
		bytes: () => {
			// Stored, and so to be read, is the word that ends a stream; the bomb comes after it.
			const stored = bytesOf('\x78\x01\x00\x0a\x00\xf5\xff\nendstream')
			const rest = deflateSync(spaces(9 * MB)).subarray(2)
			return pageOf(pdfStream(latin1Of(stored) + latin1Of(rest), '/Filter /FlateDecode'))
		},
		gap: 'notRead',
	},
	{
		about: 'a stream whose data begin far behind its word',
		name: 'a.pdf',
		bytes: () =>
			bytesOf(
				latin1Of(pageOf(deflated(latin1Of(spaces(9 * MB))))).replaceAll(
					'stream\n\x78',
					`stream${' '.repeat(500)}\n\x78`,
				),
			),
		gap: 'notRead',
	},
	{
		about: 'streams that lie over each other',
		name: 'a.pdf',
		// Each is empty blocks to the end of the file, with the next one's beginning as text between them.
		bytes: () => bytesOf(`%PDF-1.7\n${`stream\n\x78\x9c${'\0\0\0\xff\xff'.repeat(800)}\0\x09\0\xf6\xff`.repeat(2000)}`),
		gap: 'notRead',
	},
	{
		about: 'five thousand pages',
		name: 'a.pdf',
		bytes: () => pdfOf(Array.from({ length: 5000 }, (_, page) => [`Sida ${page}`])),
		gap: 'onlyBeginning',
	},
	{
		about: 'a page tree that goes round',
		name: 'a.pdf',
		bytes: () =>
			pdfFrom({ objects: ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>'] }),
		refused: 'broken',
	},
	{
		about: 'arrays within arrays',
		name: 'a.pdf',
		bytes: () =>
			pdfFrom({
				objects: [
					`<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(300_000)} >>`,
					'<< /Type /Pages /Count 0 /Kids [] >>',
				],
			}),
		refused: 'broken',
	},
	{
		about: 'an object stream that says it holds a thousand million',
		name: 'a.pdf',
		bytes: () =>
			pdfFrom({
				objects: ['<< /Type /Catalog /Pages 7 0 R >>', deflated('7 0 ', '/Type /ObjStm /N 1000000000 /First 4')],
			}),
		refused: 'broken',
	},
]

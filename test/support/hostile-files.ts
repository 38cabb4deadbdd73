import { deflateRawSync, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import {
	bytesOf,
	deflated,
	docxEntries,
	docxOf,
	docxXml,
	latin1Of,
	pdfFrom,
	pdfObjects,
	pdfOf,
	pdfStream,
} from './documents.ts'

type Bytes = Uint8Array<ArrayBuffer>

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

const MB = 1024 * 1024
const spaces = (count: number): Bytes => new Uint8Array(count).fill(0x20)

const pageOf = (stream: string) => pdfFrom({ objects: pdfObjects([stream]) })
const zip = (entries: Parameters<typeof zipSync>[0]): Bytes => new Uint8Array(zipSync(entries))

/** Writes another number at a place of each directory entry of an archive, or of the one with that name. */
function withClaim(bytes: Bytes, name: string, size: number): Bytes {
	const view = new DataView(bytes.buffer)
	for (let at = 0; at < bytes.length - 46; at += 1) {
		if (view.getUint32(at, true) !== 0x02014b50) continue
		const found = latin1Of(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
		if (found === name) view.setUint32(at + 24, size, true)
	}
	return bytes
}

/** The second of two entries gets the first one's name. */
function withOneNameTwice(): Bytes {
	const text = latin1Of(docxOf({ paragraphs: ['Ett'], entries: { 'word/documenu.xml': strToU8(docxXml(['Två'])) } }))
	return bytesOf(text.replaceAll('word/documenu.xml', 'word/document.xml'))
}

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const WORD_MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const types = (main: string) =>
	`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`

/** The test file that every virus scanner knows, which does nothing. Put together here, so that none takes fright at this. */
const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR'}-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`

export const HOSTILE_FILES: readonly HostileFile[] = [
	{ about: 'nothing at all', name: 'missiv.pdf', bytes: () => new Uint8Array(), refused: 'empty' },
	{ about: 'more than is taken', name: 'missiv.txt', bytes: () => spaces(10 * MB + 1), refused: 'tooLarge' },
	{
		about: 'a picture called a PDF',
		name: 'missiv.pdf',
		bytes: () => bytesOf('\x89PNG\r\n\x1a\n\0\0\0'),
		refused: 'notAsNamed',
	},
	{ about: 'a PDF called a Word document', name: 'missiv.docx', bytes: () => pdfOf([['x']]), refused: 'notAsNamed' },
	{
		about: 'a Word document called a PDF',
		name: 'missiv.pdf',
		bytes: () => docxOf({ paragraphs: ['x'] }),
		refused: 'notAsNamed',
	},
	{ about: 'a PDF called a program', name: 'missiv.pdf.exe', bytes: () => pdfOf([['x']]), refused: 'notAsNamed' },
	{
		about: 'a program called a text',
		name: 'missiv.txt',
		bytes: () => bytesOf(`MZ\x90${'\0'.repeat(60)}`),
		refused: 'otherKind',
	},
	{ about: 'a web page', name: 'missiv.html', bytes: () => bytesOf('<script>alert(1)</script>'), refused: 'otherKind' },
	{ about: 'what virus scanners look for, as a text', name: 'eicar.txt', bytes: () => bytesOf(EICAR), gap: null },
	{ about: 'the same as a program', name: 'eicar.com', bytes: () => bytesOf(EICAR), refused: 'otherKind' },

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

	{
		about: 'half a Word document',
		name: 'a.docx',
		bytes: () => docxOf({ paragraphs: ['x'] }).slice(0, 400),
		refused: 'broken',
	},
	{
		about: 'an archive that is no document',
		name: 'a.docx',
		bytes: () => zip({ 'a.txt': strToU8('x') }),
		refused: 'otherKind',
	},
	{
		about: 'a document with macros',
		name: 'a.docx',
		bytes: () => docxOf({ paragraphs: ['x'], entries: { 'word/vbaProject.bin': strToU8('x') } }),
		refused: 'macros',
	},
	{
		about: 'a document that may have macros',
		name: 'a.docm',
		bytes: () =>
			docxOf({ paragraphs: ['x'], contentTypes: types('application/vnd.ms-word.document.macroEnabled.main+xml') }),
		refused: 'macros',
	},
	{
		about: 'a document locked with a password',
		name: 'a.docx',
		bytes: () => bytesOf(`${OLE}${'\0'.repeat(600)}${'EncryptedPackage'.split('').join('\0')}\0`),
		refused: 'locked',
	},
	{
		about: 'a document of the nineties',
		name: 'a.doc',
		bytes: () => bytesOf(`${OLE}${'\0'.repeat(600)}`),
		refused: 'otherKind',
	},
	{
		about: 'entities of its own',
		name: 'a.docx',
		bytes: () =>
			docxOf({ document: `<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>${docxXml(['&a;'])}` }),
		refused: 'hostile',
	},
	{
		about: 'entities in what leads to it',
		name: 'a.docx',
		bytes: () =>
			docxOf({
				paragraphs: ['x'],
				entries: { '_rels/.rels': strToU8('<!doctype a [<!entity b "c">]><Relationships/>') },
			}),
		refused: 'hostile',
	},
	{
		about: 'elements within elements',
		name: 'a.docx',
		bytes: () => docxOf({ document: docxXml(['x']).replace('<w:body>', `<w:body>${'<w:p>'.repeat(100_000)}`) }),
		refused: 'hostile',
	},
	{
		about: 'XML that is none',
		name: 'a.docx',
		bytes: () => docxOf({ document: '<w:document><w:body><w:p>' }),
		refused: 'broken',
	},
	{
		about: 'a document that inflates to much',
		name: 'a.docx',
		bytes: () => docxOf({ document: `${docxXml(['x'])}${' '.repeat(50 * MB)}` }),
		gap: 'notRead',
	},
	{
		about: 'the same, saying that it is little',
		name: 'a.docx',
		bytes: () => withClaim(docxOf({ document: `${docxXml(['x'])}${' '.repeat(50 * MB)}` }), 'word/document.xml', 400),
		refused: 'hostile',
	},
	{
		about: 'a part that says it is more than it is',
		name: 'a.docx',
		bytes: () => withClaim(docxOf({ paragraphs: ['x'] }), 'word/document.xml', MB),
		refused: 'hostile',
	},
	{
		about: 'a part that says it is four thousand million bytes',
		name: 'a.docx',
		bytes: () => withClaim(docxOf({ paragraphs: ['x'] }), 'word/document.xml', 0xfffffff0),
		refused: 'hostile',
	},
	{
		about: 'very many page headers',
		name: 'a.docx',
		bytes: () =>
			docxOf({
				paragraphs: ['x'],
				entries: Object.fromEntries(
					Array.from({ length: 1500 }, (_, index) => [`word/header${index}.xml`, strToU8(`<w:hdr>${index}</w:hdr>`)]),
				),
			}),
		refused: 'broken',
	},
	{
		about: 'very many parts',
		name: 'a.docx',
		bytes: () =>
			zip({
				...docxEntries({ paragraphs: ['x'] }),
				...Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`word/media/${index}`, new Uint8Array()])),
			}),
		refused: 'hostile',
	},
	{ about: 'two parts of one name', name: 'a.docx', bytes: withOneNameTwice, refused: 'hostile' },
	{
		about: 'an archive within it',
		name: 'a.docx',
		bytes: () =>
			docxOf({
				paragraphs: ['x'],
				contentTypes: types(WORD_MAIN),
				entries: { 'word/embeddings/b.zip': zip({ 'c.txt': spaces(5 * MB) }) },
			}),
		gap: null,
	},
	{
		about: 'parts whose names lead elsewhere',
		name: 'a.docx',
		bytes: () => docxOf({ paragraphs: ['x'], entries: { '../../../etc/passwd': strToU8('x'), 'C:\\x': strToU8('x') } }),
		gap: null,
	},
]

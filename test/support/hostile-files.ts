import { strToU8 } from 'fflate'
import { bytesOf, docxEntries, docxOf, docxXml, pdfOf } from './documents.ts'
import { EICAR, MB, OLE, spaces, types, WORD_MAIN, withClaim, withOneNameTwice, zip } from './hostile-bytes.ts'
import { HOSTILE_PDFS, type HostileFile } from './hostile-pdfs.ts'

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

	...HOSTILE_PDFS,
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
		gap: null,
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

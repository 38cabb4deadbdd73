import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'
import { strToU8, type Zippable, zipSync } from 'fflate'

type Bytes = Uint8Array<ArrayBuffer>

/** A string of one character for each byte, as bytes. */
export const bytesOf = (latin1: string): Bytes => new Uint8Array(Buffer.from(latin1, 'latin1'))

/** The other way round. */
export const latin1Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** One line of a page as an operator of PDF; the letters of Windows-1252 there are in Swedish. */
const shown = (line: string) =>
	`(${line
		.replaceAll('–', '\x96')
		.replaceAll('”', '\x94')
		.replace(/[\\()]/g, '\\$&')}) Tj T*`

/** The stream of a page that shows these lines. */
const pageStream = (lines: readonly string[]) => `BT /F1 11 Tf 14 TL 60 780 Td ${lines.map(shown).join('\n')} ET`

export type PdfParts = {
	/** Dictionaries and streams, numbered from 1; the first is the catalogue. */
	readonly objects: readonly string[]
	/** Beside size and root. */
	readonly trailer?: string
}

/** A stream object. `entries` are of its dictionary, beside its length. */
export const pdfStream = (data: string, entries = '') =>
	`<< /Length ${data.length} ${entries} >>\nstream\n${data}\nendstream`

/** The same, deflated. */
export const deflated = (data: string, entries = '') =>
	pdfStream(latin1Of(deflateSync(bytesOf(data))), `/Filter /FlateDecode ${entries}`)

/** A PDF put together from its objects, with a cross-reference table that is right. */
export function pdfFrom({ objects, trailer = '' }: PdfParts): Bytes {
	let file = '%PDF-1.7\n%\xe5\xe4\xf6\xe9\n'
	const offsets: number[] = []
	objects.forEach((object, index) => {
		offsets.push(file.length)
		file += `${index + 1} 0 obj\n${object}\nendobj\n`
	})
	const xref = file.length
	file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
	for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`
	file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`
	return bytesOf(file)
}

/** A PDF of pages, each of lines. */
export function pdfOf(pages: readonly (readonly string[])[], trailer = ''): Bytes {
	return pdfFrom({ objects: pdfObjects(pages.map((lines) => deflated(pageStream(lines)))), trailer })
}

/** The objects of a PDF whose pages are these streams. */
export function pdfObjects(streams: readonly string[]): string[] {
	const pageAt = (index: number) => 4 + index * 2
	return [
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Count ${streams.length} /Kids [${streams.map((_, index) => `${pageAt(index)} 0 R`).join(' ')}] >>`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
		...streams.flatMap((stream, index) => [
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${pageAt(index) + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
			stream,
		]),
	]
}

/** A page that is a picture of a page, as a scanner makes it. */
export function scannedPdf(): Bytes {
	const picture = deflated(
		'\xff'.repeat(100 * 140),
		'/Type /XObject /Subtype /Image /Width 100 /Height 140 /ColorSpace /DeviceGray /BitsPerComponent 8',
	)
	const [catalogue = '', pages = '', font = ''] = pdfObjects(['x'])
	return pdfFrom({
		objects: [
			catalogue,
			pages,
			font,
			'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject << /I1 6 0 R >> >> >>',
			deflated('q 595 0 0 842 0 0 cm /I1 Do Q'),
			picture,
		],
	})
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const paragraph = (text: string) =>
	`<w:p><w:r>${text
		.split('\n')
		.map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
		.join('<w:br/>')}</w:r></w:p>`

export type DocxParts = {
	readonly paragraphs?: readonly string[]
	readonly header?: readonly string[]
	/** In the place of the whole of `word/document.xml`. */
	readonly document?: string
	readonly contentTypes?: string
	/** Beside or in the place of the usual ones. */
	readonly entries?: Zippable
}

/** The XML of a document of these paragraphs. */
export const docxXml = (paragraphs: readonly string[]) =>
	`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${W}><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`

/** The parts of a Word document, as an archive has them. */
export function docxEntries({ paragraphs = [], header, document, contentTypes, entries = {} }: DocxParts): Zippable {
	const types =
		contentTypes ??
		'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
	return {
		'[Content_Types].xml': strToU8(types),
		'_rels/.rels': strToU8(
			'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
		),
		'word/document.xml': strToU8(document ?? docxXml(paragraphs)),
		...(header && {
			'word/header1.xml': strToU8(`<?xml version="1.0"?><w:hdr ${W}>${header.map(paragraph).join('')}</w:hdr>`),
		}),
		...entries,
	}
}

/** A Word document. */
export function docxOf(parts: DocxParts): Bytes {
	return new Uint8Array(zipSync(docxEntries(parts)))
}

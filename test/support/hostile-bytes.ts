import { strToU8, zipSync } from 'fflate'
import { bytesOf, docxOf, docxXml, latin1Of, pdfFrom, pdfObjects } from './documents.ts'

export type Bytes = Uint8Array<ArrayBuffer>

export const MB = 1024 * 1024
export const spaces = (count: number): Bytes => new Uint8Array(count).fill(0x20)

export const pageOf = (stream: string) => pdfFrom({ objects: pdfObjects([stream]) })
export const zip = (entries: Parameters<typeof zipSync>[0]): Bytes => new Uint8Array(zipSync(entries))

/** Writes another number at a place of each directory entry of an archive, or of the one with that name. */
export function withClaim(bytes: Bytes, name: string, size: number): Bytes {
	const view = new DataView(bytes.buffer)
	for (let at = 0; at < bytes.length - 46; at += 1) {
		if (view.getUint32(at, true) !== 0x02014b50) continue
		const found = latin1Of(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
		if (found === name) view.setUint32(at + 24, size, true)
	}
	return bytes
}

/** The second of two entries gets the first one's name. */
export function withOneNameTwice(): Bytes {
	const text = latin1Of(docxOf({ paragraphs: ['Ett'], entries: { 'word/documenu.xml': strToU8(docxXml(['Två'])) } }))
	return bytesOf(text.replaceAll('word/documenu.xml', 'word/document.xml'))
}

export const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
export const WORD_MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
export const types = (main: string) =>
	`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`

/** The test file that every virus scanner knows, which does nothing. Put together here, so that none takes fright at this. */
export const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR'}-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`

import PDFDocument from 'pdfkit'
import type { Letter } from '#export/letter/letter.ts'
import { FACES, type Face } from './faces.ts'
import { MAKER, oneLine, propertiesXml } from './properties.ts'

/** A4 and its margins. Points: 72 to the inch. */
export const PAGE = { width: 595.28, height: 841.89, top: 84, bottom: 86, left: 72, right: 88 } as const
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right

/** Points. */
export const BODY = { size: 11, leading: 16 } as const

/** Darker than 7:1 against white. */
export const INK = '#1b1f20'
export const FAINT = '#4d5354'

/** A file that is being drawn. */
export type Sheet = PDFKit.PDFDocument

/** An empty file that says what it is: PDF/UA-1 for who reads it, PDF/A-2a for who keeps it. */
export function newSheet({ title, author, language, writtenAt }: Letter): Sheet {
	const written = new Date(writtenAt)
	const properties = { title: oneLine(title), author: oneLine(author), written }
	const sheet = new PDFDocument({
		pdfVersion: '1.7',
		subset: 'PDF/A-2a',
		tagged: true,
		lang: language === 'sv' ? 'sv-SE' : 'en-GB',
		displayTitle: true,
		size: 'A4',
		// Drawing goes to the edge; the flow keeps its own margins.
		margin: 0,
		autoFirstPage: false,
		bufferPages: true,
		// None of those that every reader has, since a file that is to be kept holds its own.
		font: null as never,
		info: {
			Title: properties.title,
			Author: properties.author,
			Creator: MAKER,
			Producer: MAKER,
			CreationDate: written,
			ModDate: written,
		},
	})
	// The library puts titles into XML as they are.
	Object.assign(sheet, { _addInfo: () => sheet.appendXML(propertiesXml(properties)) })
	// Read anew for each file: a font remembers what it was asked for. The types know of Node's buffers only; any bytes do.
	for (const [face, bytes] of Object.entries(FACES)) sheet.registerFont(face, bytes as Buffer)
	return sheet
}

/** How wide a text is in a face and size. Points. */
export function measured(sheet: Sheet, text: string, face: Face, size: number): number {
	return sheet.font(face).fontSize(size).widthOfString(text)
}

/** A text on its base line. */
export function write(
	sheet: Sheet,
	text: string,
	at: { x: number; y: number },
	look: { face: Face; size: number; colour: string },
) {
	sheet.font(look.face).fontSize(look.size).fillColor(look.colour)
	sheet.text(text, at.x, at.y, { lineBreak: false, baseline: 'alphabetic' })
}

export type Rule = {
	readonly x: number
	readonly y: number
	readonly width: number
	readonly colour: string
	readonly thick: number
}

/** A line from left to right. */
export function rule(sheet: Sheet, { x, y, width, colour, thick }: Rule): void {
	sheet.lineWidth(thick).strokeColor(colour)
	sheet
		.moveTo(x, y)
		.lineTo(x + width, y)
		.stroke()
}

/** What is drawn by it is no part of what is read: rules, running heads, page numbers. */
export function artifact(sheet: Sheet, kind: 'Layout' | 'Pagination', draw: () => void): void {
	sheet.markContent('Artifact', { type: kind })
	draw()
	sheet.endMarkedContent()
}

/** The bytes of a finished file. */
export async function bytesOf(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Uint8Array[] = []
	const ended = new Promise<void>((resolve) => {
		sheet.on('data', (chunk: Uint8Array) => chunks.push(chunk))
		sheet.on('end', () => resolve())
	})
	sheet.end()
	await ended
	return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer())
}

import type { Sheet } from './sheet.ts'

/** Kinds of parts in a tagged file (ISO 32000-1, 14.8.4). */
export type Tag =
	| 'Document'
	| 'P'
	| 'H1'
	| 'H2'
	| 'H3'
	| 'L'
	| 'LI'
	| 'Lbl'
	| 'LBody'
	| 'BlockQuote'
	| 'Table'
	| 'Caption'
	| 'THead'
	| 'TBody'
	| 'TR'
	| 'TH'
	| 'TD'
	| 'Note'
	| 'Reference'
	| 'Link'
	| 'Figure'

/** A part of what is read, in the order in which parts were made. */
export type Part = {
	readonly tag: Tag
	/** A part within it, after those there are. */
	readonly within: (tag: Tag, told?: Told) => Part
	/** What is drawn meanwhile is what is read here. */
	readonly drawing: (draw: () => void) => void
	/** A place that is pressed, on the page that is drawn on now, and what is said of it. */
	readonly pressed: (
		at: Area,
		said: string,
		action: { readonly uri: string } | { readonly destination: string },
	) => void
	/** Nothing more is in it. What has places to press, on one page, is ended before the file is. */
	readonly end: () => void
}

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type Told = {
	readonly alt?: string
	/** Left, top, right and bottom on its page. */
	readonly bbox?: [number, number, number, number]
	/** How the items of a list are marked. */
	readonly numbering?: 'Decimal' | 'LowerAlpha' | 'Disc'
	/** What a cell names. */
	readonly scope?: 'Row' | 'Column'
	/** The name of a note, which no other part has. */
	readonly id?: string
}

/** What the library does not know of its own elements in its types. */
type Element = PDFKit.PDFStructureElement & { readonly dictionary: { readonly data: Record<string, unknown> } }

/** The part that all others are in. */
export function wholeOf(sheet: Sheet): Part {
	const whole = element(sheet, 'Document')
	sheet.addStructure(whole)
	return partOf(sheet, 'Document', whole)
}

function element(sheet: Sheet, tag: Tag, { alt, bbox, numbering, scope, id }: Told = {}): Element {
	const options = { ...(alt && { alt }), ...(bbox && { bbox }), ...(scope && { scope }) }
	const made = sheet.struct(tag, options) as Element
	if (numbering) made.dictionary.data.A = { O: 'List', ListNumbering: numbering }
	// A string of PDF, which the library tells from a name by its being an object.
	if (id) made.dictionary.data.ID = Object(id)
	return made
}

function partOf(sheet: Sheet, tag: Tag, made: Element): Part {
	let pressedOn: PDFKit.PDFPage | undefined
	return {
		tag,
		within: (inner, told) => {
			const child = element(sheet, inner, told)
			made.add(child)
			return partOf(sheet, inner, child)
		},
		drawing: (draw) => {
			made.add(sheet.markStructureContent(tag))
			draw()
			sheet.endMarkedContent()
		},
		pressed: ({ x, y, width, height }, said, action) => {
			pressedOn = sheet.page
			const options = { structParent: made, Contents: Object(said) }
			if ('uri' in action) sheet.link(x, y, width, height, action.uri, options)
			else sheet.goTo(x, y, width, height, action.destination, options)
		},
		end: () => {
			// The library takes a place to press for one on the page that is drawn on when the part ends.
			const { page } = sheet
			sheet.page = pressedOn ?? page
			made.end()
			sheet.page = page
		},
	}
}

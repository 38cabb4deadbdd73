import type { Line, Note, Piece } from '#export/letter/letter.ts'
import { readAs, words } from '#export/letter/lines.ts'
import { showsAny } from './faces.ts'
import { pause, type Strip } from './flow.ts'
import {
	baseOf,
	type Column,
	FULL,
	type Lines,
	type Look,
	linesIn,
	markName,
	noteName,
	type Pen,
	stripsOf,
	TEXT,
} from './pen.ts'
import { artifact, FAINT, INK, measured, PAGE } from './sheet.ts'
import { tableStrips } from './table.ts'
import type { Part } from './tags.ts'

const HEADINGS = {
	1: { tag: 'H1', look: { size: 21, leading: 27, bold: true, hyphens: false }, space: 26 },
	2: { tag: 'H2', look: { size: 14, leading: 20, bold: true, hyphens: false }, space: 22 },
	3: { tag: 'H3', look: { size: 11.5, leading: 16, bold: true, hyphens: false }, space: 14 },
} as const

/** Between paragraphs, and between the items of a list. Points. */
const GAP = 8
const ITEM_GAP = 4

/** How far the text of a list stands in from its numbers. Points. */
const INDENT = 26
const SUB_INDENT = 22

/** Between so many pieces others go first who have waited. */
const AT_ONCE = 20

/** A letter's pieces as strips, in the order in which they are read. */
export async function piecesStrips(pen: Pen, whole: Part, pieces: readonly Piece[]): Promise<Strip[]> {
	const strips: Strip[] = []
	for (const [index, piece] of pieces.entries()) {
		if (index % AT_ONCE === AT_ONCE - 1) await pause()
		strips.push(...pieceStrips(pen, whole, piece))
	}
	return strips
}

function pieceStrips(pen: Pen, whole: Part, piece: Piece): Strip[] {
	switch (piece.kind) {
		case 'heading':
			return headingStrips(pen, whole, piece)
		case 'paragraph':
			return stripsOf(linesIn(pen, piece.text, TEXT, FULL), whole.within('P'), TEXT, GAP)
		case 'signature':
			return stripsOf(linesIn(pen, piece.text, { ...TEXT, bold: true }, FULL), whole.within('P'), TEXT, GAP * 2.5)
		case 'quote':
			return quoteStrips(pen, whole, piece)
		case 'list':
			return itemsStrips(
				pen,
				whole.within('L', { numbering: 'Disc' }),
				piece.items.map((text) => ({ label: '•', text })),
				FULL,
			)
		case 'positions':
			return positionsStrips(pen, whole, piece.items)
		case 'table':
			return tableStrips(pen, whole, piece)
	}
}

/** A heading stands with the first lines of what follows, and in the file's own list of contents. */
export function headingStrips(
	pen: Pen,
	whole: Part,
	{ level, text }: { readonly level: 1 | 2 | 3; readonly text: Line },
): Strip[] {
	const { tag, look, space } = HEADINGS[level]
	if (!showsAny(readAs(text))) return []
	const coloured = { ...look, colour: level === 3 ? INK : pen.accent }
	const strips = stripsOf(linesIn(pen, text, coloured, FULL), whole.within(tag), coloured, space, { withNext: true })
	const title = readAs(text).trim()
	return strips.map((strip, index) => ({
		...strip,
		withNext: true,
		draw: (y: number) => {
			if (index === 0 && level > 1 && title !== '') bookmark(pen, title, y)
			strip.draw(y)
		},
	}))
}

/** Its types do not know that a place on the page can be told. */
function bookmark({ sheet }: Pen, title: string, y: number): void {
	const options: object = { top: y - 6 }
	sheet.outline.addItem(title, options)
}

function quoteStrips(pen: Pen, whole: Part, { text, source }: Extract<Piece, { kind: 'quote' }>): Strip[] {
	const quote = whole.within('BlockQuote')
	const column = { left: 18, width: FULL.width - 18 }
	const look = { ...TEXT, colour: FAINT }
	const faint = { ...look, size: 9.5, leading: 14 }
	const words = stripsOf(linesIn(pen, text, look, column), quote.within('P'), look, GAP + 2, {
		withNext: source !== null,
	})
	const below = source === null ? [] : stripsOf(linesIn(pen, source, faint, column), quote.within('P'), faint, 2)
	return [...words, ...below].map((strip) => barred(pen, strip))
}

/** With a bar at the left, as quotes have on their page. */
function barred({ sheet, accent }: Pen, strip: Strip): Strip {
	return {
		...strip,
		draw: (y) => {
			artifact(sheet, 'Layout', () => {
				sheet.rect(PAGE.left + 2, y, 2.5, strip.height + 1).fill(accent)
			})
			strip.draw(y)
		},
	}
}

type Item = { readonly label: string; readonly text: Line; readonly inner?: (body: Part) => Strip[] }

function itemsStrips(
	pen: Pen,
	list: Part,
	items: readonly Item[],
	{ left, width }: Column,
	indent: number = INDENT,
): Strip[] {
	return items.flatMap(({ label, text, inner }, index) => {
		const item = list.within('LI')
		const mark = item.within('Lbl')
		const body = item.within('LBody')
		// A number that is wider than its place moves its own text, and no other.
		const inset = Math.max(indent, measured(pen.sheet, label, 'bold', TEXT.size) + 6)
		const lines = linesIn(pen, text, TEXT, { left: left + inset, width: width - inset })
		// What is drawn later is read first: it has a part of its own before the list that is in it.
		const own = inner ? body.within('P') : body
		const strips = stripsOf(labelled(pen, lines, mark, { label, left }), own, TEXT, index === 0 ? GAP - 2 : ITEM_GAP)
		return inner ? [...keptWithNext(strips), ...inner(body)] : strips
	})
}

const keptWithNext = (strips: readonly Strip[]): Strip[] =>
	strips.map((strip, index) => (index === strips.length - 1 ? { ...strip, withNext: true } : strip))

/** The first line with its number or letter before it. */
function labelled(
	pen: Pen,
	lines: Lines,
	mark: Part,
	{ label, left }: { readonly label: string; readonly left: number },
): Lines {
	return {
		count: lines.count,
		draw: (index, part, y) => {
			if (index === 0)
				linesIn(
					pen,
					[{ text: label, ...(label !== '•' && { bold: true }) }],
					{ ...TEXT, colour: pen.accent },
					{ left, width: 200 },
				).draw(0, mark, y)
			lines.draw(index, part, y)
		},
	}
}

function positionsStrips(pen: Pen, whole: Part, items: Extract<Piece, { kind: 'positions' }>['items']): Strip[] {
	const [first] = items
	const apart = items.length === 1 && first?.number === null
	const letters = (outer: Part, subPoints: (typeof items)[number]['subPoints'], column: Column) => {
		const list = outer.within('L', { numbering: 'LowerAlpha' })
		const inner = subPoints.map(({ letter, text }) => ({ label: `${letter}.`, text }))
		return itemsStrips(pen, list, inner, column, SUB_INDENT)
	}
	const under = { left: INDENT, width: FULL.width - INDENT }
	if (apart) return letters(whole, first.subPoints, under)
	const list = whole.within('L', { numbering: 'Decimal' })
	return itemsStrips(
		pen,
		list,
		items.map(({ number, text, subPoints }) => ({
			label: number === null ? '' : `${number}.`,
			text,
			...(subPoints.length > 0 && { inner: (body: Part) => letters(body, subPoints, under) }),
		})),
		FULL,
	)
}

/** What the marks in the text lead to, each with the way back to its first mark. */
export function noteStrips(pen: Pen, whole: Part, notes: readonly Note[], title: string): Strip[] {
	if (notes.length === 0) return []
	const look = { ...TEXT, size: 9.5, leading: 14 }
	return [
		...headingStrips(pen, whole, { level: 2, text: words(title) }),
		...notes.flatMap(({ number, text }) => {
			const note = whole.within('Note', { id: noteName(number) })
			const mark = note.within('Lbl')
			const body = note.within('P')
			const lines = linesIn(pen, text, look, { left: INDENT, width: FULL.width - INDENT })
			const strips = stripsOf(lines, body, look, ITEM_GAP)
			return strips.map((strip, index) =>
				index > 0
					? strip
					: {
							...strip,
							draw: (y: number) => {
								pen.sheet.addNamedDestination(noteName(number), 'XYZ', PAGE.left, y - 2, null)
								noteMark(pen, mark, { number, y, look })
								strip.draw(y)
							},
						},
			)
		}),
	]
}

function noteMark(
	pen: Pen,
	mark: Part,
	{ number, y, look }: { readonly number: number; readonly y: number; readonly look: Look },
): void {
	const { sheet, accent, said, marked } = pen
	const text = String(number)
	const back = marked.has(number)
	const into = back ? mark.within('Link') : mark
	into.drawing(() => {
		sheet
			.font('bold')
			.fontSize(look.size)
			.fillColor(back ? accent : INK)
		sheet.text(text, PAGE.left, y + baseOf(look), { lineBreak: false, baseline: 'alphabetic' })
	})
	if (!back) return
	const area = { x: PAGE.left, y, width: measured(sheet, text, 'bold', look.size), height: look.leading }
	into.pressed(area, said.back, { destination: markName(number) })
	into.end()
}

import { Paragraph, type Table } from 'docx'
import type { Line, Piece, PositionItem } from '#export/letter/letter.ts'
import type { Lists } from './numbering.ts'
import type { Runs } from './runs.ts'
import { STYLE, spaced } from './styles.ts'
import { tableOf } from './table.ts'

export type Pen = { readonly runs: Runs; readonly lists: Lists; readonly accent: string }

/** A piece as Word's own paragraphs, lists and tables. */
export function drawn(piece: Piece, pen: Pen): (Paragraph | Table)[] {
	const { runs, lists, accent } = pen
	switch (piece.kind) {
		case 'heading':
			return [inStyle(piece.level === 2 ? STYLE.heading2 : STYLE.heading3, runs(piece.text))]
		case 'paragraph':
			return [inStyle(STYLE.text, runs(piece.text))]
		case 'signature':
			return [inStyle(STYLE.signature, runs(piece.text))]
		case 'quote':
			return quoted(piece.text, piece.source, runs)
		case 'list':
			return piece.items.map(
				(item) => new Paragraph({ style: STYLE.bullet, numbering: lists.bullet(), children: runs(item) }),
			)
		case 'positions':
			return piece.items.flatMap((item) => numbered(item, pen))
		case 'table':
			return tableOf(piece, runs, accent)
	}
}

const inStyle = (style: string, children: ReturnType<Runs>) => new Paragraph({ style, children })

function quoted(text: Line, source: Line | null, runs: Runs): Paragraph[] {
	if (source === null) return [inStyle(STYLE.quote, runs(text))]
	return [
		new Paragraph({ style: STYLE.quote, keepNext: true, spacing: spaced(60, 60), children: runs(text) }),
		inStyle(STYLE.source, runs(source)),
	]
}

/** A position and its sub-points. One that the letter gives no number stands without. */
function numbered({ number, text, subPoints }: PositionItem, { runs, lists }: Pen): Paragraph[] {
	const first = number === null ? (text.length === 0 ? [] : [inStyle(STYLE.text, runs(text))]) : [position(number)]
	return [...first, ...subPoints.map(subPoint)]

	function position(at: number): Paragraph {
		const keepNext = subPoints.length > 0
		return new Paragraph({ style: STYLE.position, numbering: lists.position(at), keepNext, children: runs(text) })
	}
	function subPoint({ letter, text: words }: PositionItem['subPoints'][number]): Paragraph {
		const numbering = lists.subPoint(letter)
		if (numbering !== null) return new Paragraph({ style: STYLE.subPoint, numbering, children: runs(words) })
		const typed: Line = letter === '' ? words : [{ text: `${letter}.\t` }, ...words]
		return inStyle(STYLE.subPoint, runs(typed))
	}
}

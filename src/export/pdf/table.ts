import type { Line, Piece } from '#export/letter/letter.ts'
import { readAs, words } from '#export/letter/lines.ts'
import type { Strip } from './flow.ts'
import { FULL, type Lines, type Look, linesIn, type Pen, stripsOf } from './pen.ts'
import { artifact, FAINT, INK, measured, PAGE, rule, TEXT_WIDTH } from './sheet.ts'
import type { Part } from './tags.ts'

type Table = Extract<Piece, { kind: 'table' }>

const CELL: Look = { size: 9.5, leading: 13.5, colour: INK }
const HEAD: Look = { ...CELL, bold: true, hyphens: false }
const CAPTION: Look = { size: 9.5, leading: 14, colour: FAINT }
/** Between columns, and above and below what stands in a row. Points. */
const GUTTER = 12
const PADDING = 4

/** A table with a row of heads, which stands again at the head of each page that the table goes on on. */
export function tableStrips(pen: Pen, whole: Part, table: Table): Strip[] {
	const part = whole.within('Table')
	const columns = Math.max(table.header.length, ...table.rows.map((row) => row.length), 1)
	const widths = widthsOf(pen, table, columns)
	const caption = table.caption === null ? [] : captionStrips(pen, part, table.caption)
	const heads = rowOf(pen, table.header, widths, () => HEAD)
	// What is no part of what is read leads nowhere either.
	const repeated = rowOf(
		pen,
		table.header.map((cell) => words(readAs(cell))),
		widths,
		() => HEAD,
	)
	const headParts = rowParts(part.within('THead'), widths, () => ({ tag: 'TH', scope: 'Column' }))
	const again = {
		height: repeated.height,
		draw: (y: number) => artifact(pen.sheet, 'Pagination', () => repeated.plain(y)),
	}
	const body = table.rows.length === 0 ? null : part.within('TBody')
	return [
		...caption,
		...heads.strips(headParts, { space: caption.length > 0 ? 4 : 12, withNext: true }),
		...table.rows.flatMap((row) => {
			if (body === null) return []
			const parts = rowParts(body, widths, (index) =>
				index === 0 && table.rowHeads ? { tag: 'TH', scope: 'Row' } : { tag: 'TD' },
			)
			const look = (index: number) => (index === 0 && table.rowHeads ? { ...CELL, bold: true } : CELL)
			return rowOf(pen, row, widths, look).strips(parts, { space: 0, withNext: false, again })
		}),
	]
}

function captionStrips(pen: Pen, table: Part, caption: string): Strip[] {
	const strips = stripsOf(linesIn(pen, [{ text: caption }], CAPTION, FULL), table.within('Caption'), CAPTION, 12)
	return strips.map((strip) => ({ ...strip, withNext: true }))
}

type Cell = { readonly tag: 'TH' | 'TD'; readonly scope?: 'Row' | 'Column' }

function rowParts(outer: Part, widths: readonly unknown[], cell: (index: number) => Cell): Part[] {
	const row = outer.within('TR')
	return widths.map((_, index) => {
		const { tag, scope } = cell(index)
		return row.within(tag, scope && { scope })
	})
}

type Row = {
	readonly height: number
	/** Drawn as what is not read. */
	readonly plain: (y: number) => void
	readonly strips: (parts: readonly Part[], place: Pick<Strip, 'space' | 'withNext' | 'again'>) => Strip[]
}

/** Of more lines than these a row may be parted between pages. */
const WHOLE = 12

function rowOf(pen: Pen, cells: readonly Line[], widths: readonly number[], look: (index: number) => Look): Row {
	const made: { readonly lines: Lines; readonly left: number }[] = []
	let left = 0
	for (const [index, width] of widths.entries()) {
		const inner = { left, width: width - GUTTER }
		made.push({ lines: linesIn(pen, cells[index] ?? [], look(index), inner), left })
		left += width
	}
	const count = Math.max(...made.map(({ lines }) => lines.count))
	const { leading } = CELL
	const line = (index: number, y: number, part: (cell: number) => Part) => {
		for (const [cell, { lines }] of made.entries()) if (index < lines.count) lines.draw(index, part(cell), y)
	}
	const under = (y: number) => rule(pen.sheet, { x: PAGE.left, y, width: TEXT_WIDTH, colour: '#b9bdb8', thick: 0.6 })
	const height = count * leading + 2 * PADDING
	return {
		height,
		plain: (y) => {
			for (let index = 0; index < count; index += 1) line(index, y + PADDING + index * leading, () => UNREAD)
			under(y + height)
		},
		strips: (parts, { space, withNext, again }) =>
			Array.from({ length: count }, (_, index): Strip => {
				const [first, last] = [index === 0, index === count - 1]
				const above = first ? PADDING : 0
				return {
					height: leading + above + (last ? PADDING : 0),
					space: first ? space : 0,
					withNext: last ? withNext : count <= WHOLE || first || index === count - 2,
					...(again && { again }),
					draw: (y) => {
						line(index, y + above, (cell) => parts[cell] as Part)
						if (last) artifact(pen.sheet, 'Layout', () => under(y + leading + above + PADDING))
					},
				}
			}),
	}
}

/** What is drawn within it is an artifact already. */
const UNREAD: Part = {
	tag: 'TH',
	within: () => UNREAD,
	drawing: (draw) => draw(),
	pressed: () => {},
	end: () => {},
}

/** Columns as wide as what stands in them asks for, no narrower than their longest word where that can be. */
function widthsOf({ sheet }: Pen, { header, rows }: Table, columns: number): number[] {
	const wanted = Array.from({ length: columns }, (_, index) => {
		const cells = [header[index], ...rows.map((row) => row[index])].map((cell) =>
			readAs(cell ?? []).slice(0, LOOKED_AT),
		)
		const width = (text: string) => measured(sheet, text, 'bold', CELL.size) + GUTTER + 1
		const natural = Math.max(...cells.map(width), GUTTER * 2)
		const word = Math.max(...cells.flatMap((cell) => cell.split(/\s+/)).map(width), GUTTER * 2)
		return { natural: Math.min(natural, TEXT_WIDTH * 0.6), word: Math.min(word, TEXT_WIDTH * 0.4) }
	})
	const sum = (of: 'natural' | 'word') => wanted.reduce((total, each) => total + each[of], 0)
	const [natural, word] = [sum('natural'), sum('word')]
	if (natural <= TEXT_WIDTH) {
		// The last column takes what is left over.
		return wanted.map((each, index) => (index === columns - 1 ? each.natural + TEXT_WIDTH - natural : each.natural))
	}
	if (word >= TEXT_WIDTH) return wanted.map((each) => (each.word / word) * TEXT_WIDTH)
	const spare = (TEXT_WIDTH - word) / (natural - word)
	return wanted.map((each) => each.word + (each.natural - each.word) * spare)
}

/** Of a cell's text, what tells how wide its column is. Characters. */
const LOOKED_AT = 80

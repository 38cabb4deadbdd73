import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Line, Piece } from '#export/letter/letter.ts'
import { readAs } from '#export/letter/lines.ts'
import { writableLine } from './characters.ts'
import type { Runs } from './runs.ts'
import { RULE, STYLE, spaced, TEXT_WIDTH } from './styles.ts'

type TablePiece = Extract<Piece, { kind: 'table' }>

/** Word has no table with more columns. */
const COLUMNS_LIMIT = 63

/** Under its heading where it has one; its first row stands again at the top of each page. */
export function tableOf(piece: TablePiece, runs: Runs, accent: string): (Paragraph | Table)[] {
	const { caption, header, rows, rowHeads } = piece
	const count = Math.max(header.length, ...rows.map((row) => row.length))
	const above = caption === null ? [] : [new Paragraph({ style: STYLE.caption, text: writableLine(caption) })]
	if (count === 0) return above
	if (count > COLUMNS_LIMIT) return [...above, ...rowsAsLines([header, ...rows], runs)]
	const widths = widthsOf([header, ...rows], count)
	const row = (cells: readonly Line[], isHeader: boolean) =>
		new TableRow({
			cantSplit: cells.every((cell) => readAs(cell).length < 1_000),
			tableHeader: isHeader,
			children: widths.map((width, at) => {
				const isHead = isHeader || (rowHeads && at === 0)
				return new TableCell({
					width: { size: width, type: WidthType.DXA },
					...(isHeader && {
						shading: { type: ShadingType.CLEAR, fill: 'f1f3f3' },
						borders: { bottom: { style: BorderStyle.SINGLE, size: 8, color: accent } },
					}),
					children: [
						new Paragraph({
							style: STYLE.cell,
							keepNext: isHeader,
							children: runs(isHead ? asHead(cells[at] ?? []) : (cells[at] ?? [])),
						}),
					],
				})
			}),
		})
	const hidden = { style: BorderStyle.NONE, size: 0, color: 'auto' }
	const rule = { style: BorderStyle.SINGLE, size: 4, color: RULE }
	const table = new Table({
		width: { size: TEXT_WIDTH, type: WidthType.DXA },
		columnWidths: widths,
		layout: TableLayoutType.FIXED,
		margins: { top: 60, bottom: 60, left: 100, right: 100 },
		tableLook: {
			firstRow: true,
			firstColumn: rowHeads,
			lastRow: false,
			lastColumn: false,
			noHBand: true,
			noVBand: true,
		},
		borders: { top: rule, bottom: rule, insideHorizontal: rule, left: hidden, right: hidden, insideVertical: hidden },
		rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
	})
	// What follows would lie against it, and two tables would be one.
	return [...above, table, new Paragraph({ style: STYLE.cell, spacing: spaced(0, 0, 120) })]
}

const asHead = (line: Line): Line => line.map((each) => ('note' in each ? each : { ...each, bold: true as const }))

const rowsAsLines = (rows: readonly (readonly Line[])[], runs: Runs) =>
	rows.map(
		(cells) =>
			new Paragraph({
				style: STYLE.text,
				children: runs(cells.flatMap((cell, at) => (at === 0 ? cell : [{ text: '\t' }, ...cell]))),
			}),
	)

/** Widths in proportion to what stands in the columns, none too narrow for a word or so wide that others are. */
function widthsOf(rows: readonly (readonly Line[])[], count: number): number[] {
	const wanted = Array.from({ length: count }, (_, at) => {
		const lengths = rows.map((cells) => readAs(cells[at] ?? []).length)
		const longest = Math.max(1, ...lengths)
		return Math.sqrt(Math.min(Math.max(longest, 6), 400))
	})
	const all = wanted.reduce((sum, each) => sum + each, 0)
	return wanted.map((each) => Math.floor((each / all) * TEXT_WIDTH))
}

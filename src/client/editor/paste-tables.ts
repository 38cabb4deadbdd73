import { Fragment, type Node as Written } from 'prosemirror-model'
import { schema } from '#writing/schema.ts'
import { inlineOf, isElement, tidied } from './paste-inline.ts'
import type { Left } from './paste-marks.ts'

const { nodes } = schema

/** The rows of a table itself, not of one within it. */
const rowsIn = (table: Element): HTMLTableRowElement[] =>
	[...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)

const cellsIn = (row: HTMLTableRowElement): HTMLTableCellElement[] => [...row.cells]

/** A table that only puts things beside each other on a page: of one cell, or with whole parts of a text in its cells. */
export function isLayout(table: Element): boolean {
	const rows = rowsIn(table)
	if (rows.every((row) => row.cells.length < 2)) return true
	return table.querySelector('td table, td h1, td h2, td h3, td ol, td blockquote') !== null
}

/** More columns or rows than this one cell does not reach over, whatever it says. */
const MOST_ACROSS = 50

const BLOCK = /^(?:p|div|li|h[1-6])$/

/** What a cell says, a line for each of its paragraphs. */
function textOf(cell: Element, left: Left): Fragment {
	const lines: Written[] = []
	for (const child of cell.childNodes) {
		const isBlock = isElement(child) && BLOCK.test(child.localName)
		if (isBlock && lines.length > 0) lines.push(nodes.lineEnd.create())
		lines.push(...inlineOf(child, [], left))
	}
	return tidied(lines)
}

/** A table with a head of one row and as many cells in each; a cell that reaches over several stands in the first. */
export function tableOf(table: Element, left: Left): Written {
	const grid: (Fragment | null)[][] = []
	const rows = rowsIn(table)
	const set = (row: number, column: number, text: Fragment) => {
		const cells = grid[row] ?? []
		cells[column] = text
		grid[row] = cells
	}
	rows.forEach((row, at) => {
		let column = 0
		for (const cell of cellsIn(row)) {
			while (grid[at]?.[column]) column += 1
			const [across, down] = [Math.min(cell.colSpan, MOST_ACROSS), Math.min(cell.rowSpan, rows.length - at)]
			for (let y = 0; y < down; y += 1) for (let x = 0; x < across; x += 1) set(at + y, column + x, Fragment.empty)
			set(at, column, textOf(cell, left))
			column += across
		}
	})
	const filled = grid.filter((cells) => cells?.some((text) => (text?.size ?? 0) > 0))
	const width = Math.max(1, ...filled.map((cells) => cells.length))
	const made = filled.map((cells, at) => {
		const type = at === 0 ? nodes.tableHeader : nodes.tableCell
		const all = Array.from({ length: width }, (_, column) => cells[column] ?? Fragment.empty)
		return nodes.tableRow.create(
			null,
			all.map((text) => type.create(null, at === 0 ? plain(text) : text)),
		)
	})
	return nodes.table.create(null, made.length > 0 ? made : nodes.tableRow.create(null, nodes.tableHeader.create()))
}

/** The head of a table is bold already. */
function plain(text: Fragment): Fragment {
	const { strong } = schema.marks
	return Fragment.from(text.content.map((node) => node.mark(strong.removeFromSet(node.marks))))
}

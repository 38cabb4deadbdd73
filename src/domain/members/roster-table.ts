import { normaliseText } from '#domain/kernel/text.ts'

/** A row of what was pasted from a spreadsheet. */
export type TableRow = {
	/** Which of the rows that hold anything, counted from 1. */
	readonly number: number
	/** One for each column; those left empty at its end are empty. */
	readonly cells: readonly string[]
}

/** Columns of a list that are read: each row gets as many as the longest has. */
const COLUMNS_LIMIT = 100

const SEPARATORS = ['\t', ';', ','] as const
type Separator = (typeof SEPARATORS)[number]

/** A first line that tells a spreadsheet what parts the cells, and is no row. It may have been saved as a cell itself. */
const SAID = /^\s*"?sep=(.?)"?[;,\t ]*(?:\n|$)/i

/**
 * The cells of rows copied from a spreadsheet or a CSV file: separated by tabs, semicolons or commas, whichever it is;
 * a cell in quotation marks may hold separators and line breaks, which become spaces. Rows that hold nothing are left out.
 */
export function readTable(text: string): TableRow[] {
	const typed = normaliseText(text).replace(INVISIBLE, '')
	const [line = '', said] = SAID.exec(typed) ?? []
	const plain = typed.slice(line.length)
	const rows = cellsOf(plain, SEPARATORS.find((each) => each === said) ?? separatorOf(plain))
		.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()))
		.filter((cells) => cells.some((cell) => cell !== ''))
	const filled = rows.map((cells) => cells.findLastIndex((cell) => cell !== '') + 1)
	const width = filled.reduce((widest, each) => Math.max(widest, Math.min(each, COLUMNS_LIMIT)), 0)
	return rows.map((cells, index) => ({
		number: index + 1,
		cells: Array.from({ length: width }, (_, column) => cells[column] ?? ''),
	}))
}

/** Byte order marks, soft hyphens and joiners: no part of a name or an address, and in the way of comparing them. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/** Names have commas in them, and hardly a tab or a semicolon. */
function separatorOf(text: string): Separator {
	if (text.includes('\t')) return '\t'
	const rows = cellsOf(text, ';').filter((cells) => cells.some((cell) => cell.trim() !== ''))
	const parted = rows.filter((cells) => cells.length > 1)
	return parted.length > 0 && 2 * parted.length >= rows.length ? ';' : ','
}

function cellsOf(text: string, separator: Separator): string[][] {
	const rows: string[][] = [[]]
	let at = 0
	for (;;) {
		const { cell, end } = quotedAt(text, at, separator) ?? bareAt(text, at, separator)
		rows.at(-1)?.push(cell)
		if (end >= text.length) return rows
		if (text[end] === '\n') rows.push([])
		at = end + 1
	}
}

type Found = { readonly cell: string; readonly end: number }

function bareAt(text: string, from: number, separator: Separator): Found {
	let end = from
	while (end < text.length && text[end] !== '\n' && text[end] !== separator) end += 1
	return { cell: text.slice(from, end), end }
}

/** A whole cell in quotation marks, doubled where they stand in it; null where it only begins with one. */
function quotedAt(text: string, from: number, separator: Separator): Found | null {
	if (text[from] !== '"') return null
	let close = from
	do {
		close = text.indexOf('"', close + 1)
		if (close < 0 || close - from > CELL_LIMIT) return null
		if (text[close + 1] !== '"') break
		close += 1
	} while (close < text.length)
	let end = close + 1
	while (text[end] === ' ') end += 1
	const over = end >= text.length || text[end] === '\n' || text[end] === separator
	return over ? { cell: text.slice(from + 1, close).replaceAll('""', '"'), end } : null
}

/** No cell in quotation marks is longer; so a quotation mark that nothing closes is looked for no further. Characters. */
const CELL_LIMIT = 2000

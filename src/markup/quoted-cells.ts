/** A cell in quotation marks, as a spreadsheet copies one that holds line ends or quotation marks, beside another cell. */
const CELL = /(?<=[^\t\n]\t|^)"((?:[^"]|""){1,5000})"(?=\t|$)/gm

/** Line ends that one cell has. */
const MOST_LINES = 30

/** Rows of a spreadsheet with each cell on one line: what stands within quotation marks of its own is one cell. */
export function withCellsInOneLine(text: string): string {
	if (!text.includes('\t') || !text.includes('"')) return text
	return text.replace(CELL, (whole, cell: string, at: number) => {
		const isFirst = at === 0 || text[at - 1] === '\n'
		// A paragraph within quotation marks is none.
		if (isFirst && text[at + whole.length] !== '\t') return whole
		if (!/\n|""/.test(cell) || cell.split('\n').length > MOST_LINES) return whole
		return cell.replaceAll('""', '"').replace(/\s*\n\s*/g, ' ')
	})
}

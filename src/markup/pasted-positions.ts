import type { Row } from './pasted-rows.ts'

const SHORT = 80

/** `1. Inledning` above a text is a heading. A position is a sentence, or has the next position right after it. */
function headsText(row: Row, next: Row | undefined): boolean {
	return row.text.length <= SHORT && !/[.:;,!?]$/.test(row.text) && next?.kind === 'text'
}

type Run = { readonly delimiter: string; readonly items: Row[]; heads: boolean }

const delimiterOf = (row: Row): string => row.typed[row.mark.length] ?? ''

const goesOn = (run: Run | undefined, row: Row): boolean =>
	run !== undefined && row.mark === String(run.items.length + 1) && delimiterOf(row) === run.delimiter

export type NumberedRows = { readonly positions: ReadonlySet<Row>; readonly headings: ReadonlySet<Row> }

/**
 * Which rows are numbered positions, and which are numbered headings. A document numbers its positions once, from 1
 * without a gap, so that they keep the numbers they were typed with: only the longest such run is taken (the last, if
 * several are as long). Numbered rows outside it stay as typed.
 */
export function numberedRows(rows: readonly Row[]): NumberedRows {
	const runs: Run[] = []
	let run: Run | undefined
	let headed: Run | undefined
	for (const [index, row] of rows.entries()) {
		if (row.kind !== 'number') continue
		const heads = headsText(row, rows[index + 1])
		// Under `2. Förslag` a list of its own may start, before `3. Avslutning` goes on with the headings.
		if (heads && goesOn(headed, row)) run = headed
		if (run === undefined || !goesOn(run, row)) {
			run = { delimiter: delimiterOf(row), items: [], heads: true }
			runs.push(run)
			// A number out of order ends the run before it, and nothing can go on from it.
			if (row.mark !== '1') continue
		}
		run.items.push(row)
		run.heads &&= heads
		if (run.heads) headed = run
	}
	const headings = runs.filter((run) => run.heads).flatMap((run) => run.items)
	let longest: Row[] = []
	for (const run of runs) if (!run.heads && run.items.length >= longest.length) longest = run.items
	return { positions: new Set(longest), headings: new Set(headings) }
}

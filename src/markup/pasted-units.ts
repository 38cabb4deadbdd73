import { type Block, type ListedMember, letterOf } from '#domain/statement/block.ts'
import { memberFromLine } from '#domain/statement/block-shape.ts'
import { type NumberedRows, numberedRows } from './pasted-positions.ts'
import type { Row } from './pasted-rows.ts'

/** What a pasted text consists of before headings, title and signature are told from paragraphs. */
export type Unit =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'heading'; readonly text: string; readonly level: number }
	| { readonly kind: 'block'; readonly block: Block }

/** Lines up to this length can belong together as an address or a verse does. Longer ones are paragraphs. */
const SHORT_LINE = 80

const textUnit = (text: string): Unit => ({ kind: 'text', text })
const blockUnit = (block: Block): Unit => ({ kind: 'block', block })

type Taken = { readonly units: readonly Unit[]; readonly next: number }

/** `[1] Text` is a footnote when `[1]` is referred to elsewhere; `[^1]: Text` always is. */
function noteLabels(rows: readonly Row[]): ReadonlySet<string> {
	const referred = new Set<string>()
	const notes = rows.filter((row) => row.kind === 'note')
	if (notes.length === 0) return referred
	for (const row of rows) for (const [, label = ''] of row.text.matchAll(/\[(\d{1,3})\]/g)) referred.add(label)
	return new Set(notes.map((row) => row.mark).filter((mark) => referred.has(mark)))
}

function lastWhere(
	rows: readonly Row[],
	from: number,
	holds: (row: Row, previous: Row | undefined) => boolean,
): number {
	let next = from
	for (let row = rows[next]; row !== undefined && holds(row, rows[next - 1]); row = rows[next]) next += 1
	return next
}

/** A line ending in a colon and, below it, two or more lines of `Name (Area)`. */
function takeMembers(rows: readonly Row[], from: number): Taken | null {
	const head = rows[from]
	if (head === undefined || !head.text.endsWith(':') || head.text.length > 200) return null
	const members: ListedMember[] = []
	for (let row = rows[from + 1]; row?.kind === 'text'; row = rows[from + 1 + members.length]) {
		const member = memberFromLine(row.text)
		if (member === null) break
		members.push(member)
	}
	if (members.length < 2) return null
	return { units: [blockUnit({ kind: 'memberList', heading: head.text, members })], next: from + 1 + members.length }
}

/** Where the lines of as many cells that go on from a row end, and how many of them hold more than one that is filled. */
type Stretch = { readonly end: number; readonly full: number }

/** Counted once for all rows, from the last to the first: of lines that are no table the next ones may be, and the next. */
function stretchesOf(rows: readonly Row[]): ReadonlyMap<number, Stretch> {
	const stretches = new Map<number, Stretch>()
	for (let at = rows.length - 1; at >= 0; at -= 1) {
		const row = rows[at]
		if (row?.kind !== 'cells') continue
		const below = rows[at + 1]
		const goesOn =
			below?.kind === 'cells' && below.chunk === row.chunk && below.cells.length === row.cells.length
				? stretches.get(at + 1)
				: undefined
		const isFull = row.cells.filter((cell) => cell !== '').length > 1
		stretches.set(at, { end: goesOn?.end ?? at + 1, full: (goesOn?.full ?? 0) + (isFull ? 1 : 0) })
	}
	return stretches
}

/** Lines of as many cells, parted by tabs. A single one, or an indented paragraph, is no table. */
function takeTable(rows: readonly Row[], from: number, stretch: Stretch | undefined): Taken | null {
	if (stretch === undefined || stretch.end - from < 2 || stretch.full * 2 < stretch.end - from) return null
	const [header = [], ...body] = rows.slice(from, stretch.end).map((row) => row.cells)
	return { units: [blockUnit({ kind: 'table', header, rows: body })], next: stretch.end }
}

/** Below an empty line another sign, repeated as the one above was, begins another list. */
const beginsAnother = (row: Row, previous: Row | undefined): boolean =>
	previous !== undefined &&
	row.chunk !== previous.chunk &&
	row.mark !== previous.mark &&
	row.mark !== '' &&
	previous.mark !== ''

/**
 * Items of a list. Bullets always are; hyphens when there are several; dashes when several stand without a blank line
 * between, because a single dash opens a spoken line.
 */
function takeList(rows: readonly Row[], from: number): Taken | null {
	const next = lastWhere(
		rows,
		from,
		(row, previous) =>
			(row.kind === 'bullet' && (row === rows[from] || !beginsAnother(row, previous))) ||
			row.kind === 'hyphen' ||
			(row.kind === 'dash' && (row === rows[from] || row.chunk === previous?.chunk)),
	)
	const items = rows.slice(from, next)
	if (items.length === 0 || (items.length === 1 && items[0]?.kind !== 'bullet')) return null
	return { units: [blockUnit({ kind: 'list', items: items.map((row) => row.text) })], next }
}

/** Lines that stand together: one text when all are short and not sentences of their own, else a text each. */
function takeText(rows: readonly Row[], from: number): Taken {
	const chunk = rows[from]?.chunk
	const next = lastWhere(rows, from + 1, (row) => row.kind === 'text' && row.chunk === chunk && !row.text.endsWith(':'))
	const lines = rows.slice(from, next).map((row) => row.typed)
	const together = lines.every((line) => line.length <= SHORT_LINE) && lines.some((line) => !/[.!?]$/.test(line))
	// The first line of the whole text may be its title, whatever stands below.
	if (from === 0 || lines[0]?.endsWith(':')) return { units: lines.slice(0, 1).map(textUnit), next: from + 1 }
	return { units: together ? [textUnit(lines.join('\n'))] : lines.map(textUnit), next }
}

type Context = {
	readonly numbered: NumberedRows
	readonly notes: ReadonlySet<string>
	readonly stretches: ReadonlyMap<number, Stretch>
	letters: number
}

function takeMarked(rows: readonly Row[], from: number, context: Context): Taken | null {
	const row = rows[from]
	if (row === undefined) return null
	const one = (unit: Unit): Taken => ({ units: [unit], next: from + 1 })
	switch (row.kind) {
		case 'heading':
			return one({ kind: 'heading', text: row.text, level: row.mark.length })
		case 'number':
			if (context.numbered.headings.has(row)) return one({ kind: 'heading', text: row.typed, level: 2 })
			return context.numbered.positions.has(row) ? one(blockUnit({ kind: 'position', text: row.text })) : null
		case 'letter':
			if (context.letters < 0 || row.mark !== letterOf(context.letters)) return null
			return one(blockUnit({ kind: 'subPoint', text: row.text }))
		case 'note':
			if (!row.typed.startsWith('[^') && !context.notes.has(row.mark)) return null
			return one(blockUnit({ kind: 'footnote', label: row.mark, text: row.text }))
		case 'quote': {
			const next = lastWhere(rows, from, ({ kind, chunk }) => kind === 'quote' && chunk === row.chunk)
			const text = rows.slice(from, next).map((line) => line.text)
			return { units: [blockUnit({ kind: 'quote', text: text.join('\n') })], next }
		}
		case 'cells':
			return takeTable(rows, from, context.stretches.get(from))
		case 'bullet':
		case 'hyphen':
		case 'dash':
			return takeList(rows, from)
		case 'text':
			return null
	}
}

/** References to the footnotes found, written as references. */
function withReferences(unit: Unit, notes: ReadonlySet<string>): Unit {
	if (notes.size === 0) return unit
	const refer = (text: string): string =>
		text.replace(/\[(\d{1,3})\](?![(:])/g, (typed, label) => (notes.has(label) ? `[^${label}]` : typed))
	if (unit.kind !== 'block') return { ...unit, text: refer(unit.text) }
	const { block } = unit
	if (block.kind === 'memberList' || block.kind === 'table') return unit
	return blockUnit(
		block.kind === 'list' ? { ...block, items: block.items.map(refer) } : { ...block, text: refer(block.text) },
	)
}

/** The rows of a pasted text as units, in order. */
export function unitsOf(rows: readonly Row[]): Unit[] {
	const context: Context = {
		numbered: numberedRows(rows),
		notes: noteLabels(rows),
		stretches: stretchesOf(rows),
		letters: -1,
	}
	const units: Unit[] = []
	for (let at = 0; at < rows.length; ) {
		const taken = takeMembers(rows, at) ?? takeMarked(rows, at, context) ?? takeText(rows, at)
		const last = taken.units.at(-1)
		const kind = last?.kind === 'block' ? last.block.kind : null
		// Sub-points follow right upon their position, from a on.
		context.letters = kind === 'position' ? 0 : kind === 'subPoint' ? context.letters + 1 : -1
		units.push(...taken.units.map((unit) => withReferences(unit, context.notes)))
		at = taken.next
	}
	return units
}

import { memberFromLine } from '#domain/statement/block-shape.ts'
import { goOn, isBroken } from './broken-words.ts'
import { isPageFurniture } from './page-furniture.ts'
import { withCellsInOneLine } from './quoted-cells.ts'
import { withoutRunningLines } from './running-lines.ts'

/**
 * One logical line of a pasted text: lines wrapped by a mail program are put together again. `chunk` counts the stretches
 * between blank lines. `typed` is the whole line; `text` lacks the marker.
 */
export type Row = {
	readonly kind: 'text' | 'bullet' | 'dash' | 'hyphen' | 'number' | 'letter' | 'quote' | 'heading' | 'note' | 'cells'
	readonly chunk: number
	readonly typed: string
	readonly text: string
	/** The number, letter, note label or number of `#` signs. */
	readonly mark: string
	readonly cells: readonly string[]
}

type Line = {
	readonly text: string
	readonly indent: number
	readonly cells: readonly string[]
	/** It goes on the sentence of the line above, from one page to the next. */
	readonly through: boolean
}

/** Word's own signs lie where no letter is (`\ue000` to `\uf8ff`), and are seen in its fonts alone. */
const BULLET = /^[•◦▪▫●○■□‣⁃∙·➢►✓✔\ue000-\uf8ff][ \t]*|^o\t+/
/** Any one sign before a tab: a bullet where it is repeated. */
const SIGN = /^([^\s\d"]\p{M}?)[ ]?\t+(?=\S)/u
const OWN_SIGN_ALONE = /^[\ue000-\uf8ff]$/
/** Two of these in a row are cells, or letters of a list. */
const CELLS_AFTER = /\t[^\t]*\S[^\t]*\t+\S/
const MARKERS: readonly (readonly [Row['kind'], RegExp])[] = [
	['heading', /^(#{1,6}) +(?=\S)/],
	// `> 5 procent` is a comparison.
	['quote', /^((?:> ?)+)(?![> \d])/],
	['note', /^\[\^([^\]\s]{1,40})\]: */],
	['note', /^\[(\d{1,3})\] +(?=\S)/],
	['number', /^(\d{1,3})[.)] +(?=\S)/],
	['letter', /^([a-z])[.)] +(?=\S)/],
	['hyphen', /^([-*]) +(?=\S)/],
	['dash', /^([–—]) +(?=\S)/],
]

/** Nothing, or the mark of a quoted blank line. */
const BLANK = /^[> ]*$/

const inOneLine = (text: string): string => (/\t| {2}/.test(text) ? text.replace(/[ \t]+/g, ' ') : text).trim()

const NO_CELLS: readonly string[] = []
const BLANK_LINE: Line = { text: '', indent: 0, cells: NO_CELLS, through: false }

function lineOf(raw: string, through: boolean): Line {
	const text = raw.trim()
	if (text === '' || OWN_SIGN_ALONE.test(text)) return BLANK_LINE
	const cells = text.includes('\t') || raw.includes('\t') ? raw.split('\t').map(inOneLine) : NO_CELLS
	return { text, indent: raw.length - raw.trimStart().length, cells, through }
}

/** The sign that a line begins with, where the line before or after it begins with the same. */
function signsOf(lines: readonly Line[]): ReadonlyMap<Line, string> {
	const signs = new Map<Line, string>()
	let before = BLANK_LINE
	let last: string | undefined
	for (const line of lines) {
		if (line.text === '') continue
		const sign = CELLS_AFTER.test(line.text) ? undefined : SIGN.exec(line.text)?.[1]
		if (sign !== undefined && sign === last) signs.set(before, sign).set(line, sign)
		before = line
		last = sign
	}
	return signs
}

function rowOf({ text, cells }: Line, chunk: number, sign: string | undefined): Row {
	const typed = inOneLine(text)
	if (sign !== undefined) {
		return { kind: 'bullet', chunk, typed, text: inOneLine(text.slice(sign.length)), mark: sign, cells: NO_CELLS }
	}
	const bullet = BULLET.exec(text)
	if (bullet !== null && bullet[0].length < text.length) {
		return { kind: 'bullet', chunk, typed, text: inOneLine(text.slice(bullet[0].length)), mark: '', cells: NO_CELLS }
	}
	for (const [kind, pattern] of MARKERS) {
		const match = pattern.exec(typed)
		// A tab after the marker is the marker's; further tabs part the cells of a table.
		if (match === null || cells.filter((cell) => cell !== '').length > 2) continue
		return { kind, chunk, typed, text: typed.slice(match[0].length), mark: match[1] ?? '', cells: NO_CELLS }
	}
	return { kind: cells.length > 1 ? 'cells' : 'text', chunk, typed, text: typed, mark: '', cells }
}

const isMarked = (text: string): boolean => BULLET.test(text) || MARKERS.some(([, pattern]) => pattern.test(text))

const firstWord = (text: string): string => /^\S*/.exec(text)?.[0] ?? ''

/** Widest column at which mail and word processors break lines. */
const WIDEST = 100

/** The width that 98 lines of 100 keep within; more than the widest when they do not. */
function usualWidth(lines: readonly Line[]): number {
	const counts = new Map<number, number>()
	let over = 0
	for (const { text } of lines) {
		if (text === '') continue
		const length = Math.min(text.length, WIDEST + 1)
		counts.set(length, (counts.get(length) ?? 0) + 1)
		over += 1
	}
	const allowed = over * 0.02
	let width = 0
	for (; over > allowed && width <= WIDEST; width += 1) over -= counts.get(width + 1) ?? 0
	return width
}

/** The width at which the text's lines were broken, or null when each line is whole. */
function wrapWidth(lines: readonly Line[]): number | null {
	const width = usualWidth(lines)
	if (width < 40 || width > WIDEST) return null
	let full = 0
	let breaks = 0
	for (const [index, { text }] of lines.entries()) {
		const below = lines[index + 1]
		const next = below?.text ?? ''
		if (text.length * 2 <= width || next === '' || below?.through || isMarked(next)) continue
		breaks += 1
		if (isFull(text, next, width) || isBroken(text, next)) full += 1
	}
	// In a list of short lines only the longest would seem full.
	return breaks >= 3 && full / breaks >= 0.6 ? width : null
}

function isFull(text: string, next: string, width: number): boolean {
	return text.length * 2 > width && text.length + 1 + firstWord(next).length > width
}

/** The rows of a cleaned text, and the lines that are the page's own. */
export function rowsOf(text: string): { readonly rows: Row[]; readonly residue: string[] } {
	const { kept, through, running } = withoutRunningLines(withCellsInOneLine(text).split('\n'))
	const lines = kept.map((line, at) => lineOf(line, through.has(at)))
	const width = wrapWidth(lines)
	const signs = signsOf(lines)
	/** A row with the lines it goes on over, put together at the end: what grows would be looked through with each. */
	const growing: { readonly row: Row; readonly typed: string[]; readonly text: string[] }[] = []
	const residue: string[] = [...running]
	let chunk = 0
	/** The line above, when it and this one stand together. */
	let above: Line | null = null
	let item: Line | null = null
	for (const line of lines) {
		const furniture = line.text !== '' && isPageFurniture(inOneLine(line.text))
		if (BLANK.test(line.text) || furniture) {
			if (furniture) residue.push(inOneLine(line.text))
			chunk += 1
			above = null
			item = null
			continue
		}
		const row = rowOf(line, chunk, signs.get(line))
		const last = growing.at(-1)
		if (last !== undefined && above !== null && continues({ last: last.row, above, item }, row, line, width)) {
			goOn(last.typed, row.typed)
			goOn(last.text, row.kind === 'quote' ? row.text : row.typed)
		} else {
			growing.push({ row, typed: [row.typed], text: [row.text] })
			item = row.kind === 'text' || row.kind === 'cells' || row.kind === 'heading' ? null : line
		}
		above = line
	}
	const rows = growing.map(({ row, typed, text }) =>
		typed.length === 1 ? row : { ...row, typed: typed.join(''), text: text.join('') },
	)
	return { rows, residue }
}

type Above = { readonly last: Row; readonly above: Line; readonly item: Line | null }

/** Whether a line goes on the row above: the text is wrapped there, or it hangs below the text of an item. */
function continues({ last, above, item }: Above, row: Row, line: Line, width: number | null): boolean {
	if (row.kind === 'text' && item !== null && line.indent > item.indent) return true
	const isText = row.kind === 'text' && last.kind !== 'heading' && last.kind !== 'cells'
	if (isText && (line.through || isBroken(above.text, line.text))) return true
	if (width === null || !isFull(above.text, line.text, width)) return false
	if (row.kind === 'quote') return last.kind === 'quote'
	// A dash that a wrapped line happens to begin with is part of its sentence.
	if (row.kind === 'dash') return last.kind === 'text' && !/[.:;!?]$/.test(above.text)
	return row.kind === 'text' && (memberFromLine(above.text) === null || memberFromLine(line.text) === null)
}

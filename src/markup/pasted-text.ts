import type { Block } from '#domain/statement/block.ts'
import { continuesSignature, looksLikeSignature, opensSignature } from '#domain/statement/block-shape.ts'
import { cleanText } from './clean-text.ts'
import { isHeadline, isQuoted } from './line-form.ts'
import { titleInFurniture } from './page-furniture.ts'
import { rowsOf } from './pasted-rows.ts'
import { type Unit, unitsOf } from './pasted-units.ts'

export type PastedText = {
	/** Null when no line reads as one. */
	readonly title: string | null
	/** The web page's own lines, kept aside so that a person can look at them and remove them in one press. */
	readonly residue: string[]
	readonly blocks: Block[]
}

const HEADING_LENGTH = 150
const TITLE_LENGTH = 250
/** More lines in a row that look like headings are a table of contents or a list of titles, not headings. */
const HEADINGS_IN_A_ROW = 3
const SIGNATURE_LENGTH = 400
/** How many lines of a letterhead may stand above the title. */
const LETTERHEAD = 10

const TITLE_WORD =
	/(?:remissvar|yttrande|synpunkter|skrivelse|remiss av|svar på|angående|betänkande|promemoria|SOU \d{4}|Ds \d{4}|response|consultation|submission|statement)/iu

/** What a text is, as it stands above its title; by itself it says nothing of this one. */
const TYPE_WORD =
	/^(?:(?:remiss?)?(?:svar|yttrande)|synpunkter|skrivelse|(?:tjänste)?utlåtande|promemoria|p\.?m\.?|missiv|remiss(?:missiv)?|tjänsteskrivelse|ställningstagande|protokollsutdrag|följebrev|response|statement|memorandum)(?:\s\d{4}-\d{2}-\d{2})?$/iu
/** Who writes, as a letterhead has it. */
const SENDER =
	/^(?:region|länsstyrelsen|landstinget|riksförbundet|förbundet|föreningen|stiftelsen|nätverket|myndigheten\sför|enheten|avdelningen|kommunstyrelsen)(?:\s\p{L}[\p{L}-]{0,30}){0,5}$|^(?:\p{L}[\p{L}-]{0,30}\s){0,3}\p{L}{0,30}(?:kommun|län|förening(?:en)?|förbund(?:et)?|verket|styrelsen|nämnden|myndigheten|inspektionen|förvaltningen|kontoret|kansliet|departementet|stad|universitet)$/iu

const isHeadingLike = (unit: Unit | undefined): boolean =>
	unit?.kind === 'text' && isHeadline(unit.text, HEADING_LENGTH)

/** A sentence or more: what a title stands above. */
const isProse = (text: string): boolean =>
	!isHeadline(text, TITLE_LENGTH) && (/[.:!?]$/.test(text) || (text.length > 80 && !text.includes('\n')))

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''

type Candidate = { readonly unit: Unit; readonly line: string }

/** Where the title stands among the units, or -1. */
function titleAt(units: readonly Unit[], residue: readonly string[]): number {
	if (units.length < 2) return -1
	const body = units.findIndex((unit) => unit.kind === 'block' || isProse(unit.text))
	const leading = units.slice(0, Math.min(body < 0 ? units.length : body, LETTERHEAD))
	const repeated = new Set(residue.map(titleInFurniture))
	const candidates = leading.map((unit) => {
		const line = unit.kind === 'block' ? '' : firstLine(unit.text)
		return { line, unit, fits: isHeadline(line, TITLE_LENGTH) }
	})
	const isTitle = ({ line }: Candidate) => !TYPE_WORD.test(line) && !SENDER.test(line)
	const isOneLine = ({ unit }: Candidate) => unit.kind === 'text' && !unit.text.includes('\n')
	for (const wanted of [
		({ line }: Candidate) => repeated.has(line),
		({ unit }: Candidate) => unit.kind === 'heading' && unit.level === 1,
		(each: Candidate) => each.unit.kind === 'text' && TITLE_WORD.test(each.line) && isTitle(each),
		(each: Candidate) => isOneLine(each) && isTitle(each),
		(each: Candidate) => isOneLine(each) && TYPE_WORD.test(each.line),
		isOneLine,
	]) {
		const found = candidates.findIndex((candidate) => candidate.fits && wanted(candidate))
		if (found >= 0) return found
	}
	return -1
}

/** The text of a signature that begins at this unit, with the names below it, and how many units it takes. */
function signatureAt(units: readonly Unit[], from: number): { readonly text: string; readonly count: number } | null {
	const first = units[from]
	if (first?.kind !== 'text' || first.text.length > SIGNATURE_LENGTH) return null
	const lines = first.text.split('\n')
	let count = 1
	if (
		opensSignature(lines[0] ?? '') &&
		!(lines.length === 1 && looksLikeSignature(first.text) && first.text.includes(', '))
	) {
		for (let next = units[from + 1]; next?.kind === 'text' && lines.length < 8; next = units[from + count]) {
			const more = next.text.split('\n')
			if (!more.every(continuesSignature)) break
			lines.push(...more)
			count += 1
		}
	}
	const text = lines.join('\n')
	return looksLikeSignature(text) ? { text, count } : null
}

type Document = {
	readonly units: readonly Unit[]
	readonly titleIndex: number
	/** Which units look like a heading by themselves. */
	readonly headingLike: readonly boolean[]
}

/** How many lines in a row look like headings, counted over the one at `at`; 0 when no text follows them. */
function headingsInARow({ units, titleIndex, headingLike }: Document, at: number): number {
	let first = at
	while (first - 1 > titleIndex && headingLike[first - 1] && at - first <= HEADINGS_IN_A_ROW) first -= 1
	let end = at + 1
	while (headingLike[end] && end - first <= HEADINGS_IN_A_ROW) end += 1
	const below = units[end]
	const followed = below !== undefined && !(below.kind === 'block' && below.block.kind === 'footnote')
	return followed && signatureAt(units, end) === null ? end - first : 0
}

function textKind(document: Document, at: number, text: string): 'heading' | 'quote' | 'paragraph' {
	if (isQuoted(text)) return 'quote'
	if (at < document.titleIndex || !document.headingLike[at]) return 'paragraph'
	const inARow = headingsInARow(document, at)
	return inARow > 0 && inARow <= HEADINGS_IN_A_ROW ? 'heading' : 'paragraph'
}

function blocksOf(document: Document): Block[] {
	const { units, titleIndex } = document
	const blocks: Block[] = []
	/** A signature stands below a text; what looks like one above it is a letterhead. */
	let hasBody = false
	let at = 0
	for (let unit = units[at]; unit !== undefined; unit = units[at]) {
		const signature = hasBody && at !== titleIndex ? signatureAt(units, at) : null
		at += signature?.count ?? 1
		if (signature !== null) {
			blocks.push({ kind: 'signature', text: signature.text })
		} else if (unit.kind === 'block') {
			blocks.push(unit.block)
			hasBody = true
		} else if (at - 1 === titleIndex) {
			const below = unit.text.slice(firstLine(unit.text).length + 1)
			if (below !== '') blocks.push({ kind: 'paragraph', text: below })
		} else {
			const kind = unit.kind === 'heading' ? 'heading' : textKind(document, at - 1, unit.text)
			blocks.push({ kind, text: unit.text })
			hasBody ||= unit.kind === 'text' && kind !== 'heading' && isProse(unit.text)
		}
	}
	return blocks
}

/**
 * A whole text, pasted from a web page, a mail or a word processor, as blocks. What is found by its form: title, headings,
 * positions `1.` or `1)`, sub-points `a.` or `a)` below them, lists, quotes, tables parted by tabs, footnotes `[1]`, the
 * signature and the list of members. The text itself is kept as typed; spaces are made plain, invisible characters removed.
 * Every other character of `raw` but list markers stands in the title, the residue or a block. Never throws; time is linear.
 */
export function blocksFromPastedText(raw: string): PastedText {
	const { rows, residue } = rowsOf(cleanText(raw))
	const units = unitsOf(rows)
	const titleIndex = titleAt(units, residue)
	const title = units[titleIndex]
	return {
		title: title === undefined || title.kind === 'block' ? null : firstLine(title.text),
		residue,
		blocks: blocksOf({ units, titleIndex, headingLike: units.map(isHeadingLike) }),
	}
}

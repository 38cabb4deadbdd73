import type { Block } from '#domain/statement/block.ts'
import { looksLikeSignature, memberFromLine } from '#domain/statement/block-shape.ts'
import type { WordElement, WordElements } from './docx-elements.ts'
import { COMMENT } from './docx-marks.ts'
import { markdownOf, type WordLine } from './docx-runs.ts'
import { NUMBERED } from './docx-shown.ts'

type Text = {
	readonly title: string | null
	readonly aside: readonly string[]
	readonly blocks: readonly Block[]
	/** Which block a comment stands in, by its id. */
	readonly at: ReadonlyMap<string, number>
}

/** What Word numbers a paragraph with: `1.`, `a)`, a bullet. */
const POSITION = /^\d{1,4}[.)]?$/
const SUB_POINT = /^[a-z]{1,3}[.)]$/
const BULLET = '•'

const COMMENTS = new RegExp(`${COMMENT}(\\d*)${COMMENT}`, 'g')
const TYPED_NOTE = /^\\?\[(\d{1,3})\\?\]\s*/

/** A document's paragraphs as blocks. `marks`: what notes are shown as, by their ids. */
export function blocksOf({ elements, notes }: WordElements, marks: ReadonlyMap<string, string>): Text {
	const blocks: Block[] = []
	const aside: string[] = []
	const at = new Map<string, number>()
	const labels = labelsOf(notes, marks)
	const footnotes: Extract<Block, { kind: 'footnote' }>[] = []
	let title: string | null = null

	/** The text of a line, without its comments, which are said of the block that comes next. */
	const textOf = (line: WordLine, said: (id: string) => void) => {
		const bare = line.map((run) => ('text' in run ? { ...run, text: run.text.replace(COMMENTS, '') } : run))
		for (const run of line) if ('text' in run) for (const [, id = ''] of run.text.matchAll(COMMENTS)) said(id)
		return { bare, text: markdownOf(bare, (note) => labels.get(note) ?? null) }
	}
	const ofNext = (id: string) => at.set(id, blocks.length)
	const ofLast = (id: string) => at.set(id, Math.max(0, blocks.length - 1))

	const paragraph = ({ tag, className, line }: Exclude<WordElement, { tag: 'table' }>) => {
		const { label, rest } = labelled(line)
		const last = blocks.at(-1)
		if (label === BULLET) {
			const { text } = textOf(rest, last?.kind === 'list' ? ofLast : ofNext)
			if (last?.kind === 'list') blocks[blocks.length - 1] = { ...last, items: [...last.items, text] }
			else blocks.push({ kind: 'list', items: [text] })
			return
		}
		const isSource = className === 'source' && last?.kind === 'quote' && last.source === undefined
		const { bare, text } = textOf(rest, isSource ? ofLast : ofNext)
		if (text === '') return
		const isHeading = /^h[1-6]$/.test(tag)
		if (isSource) blocks[blocks.length - 1] = { ...last, source: text }
		else if (className === 'aside') aside.push(text)
		else if (tag === 'h1' && title === null && !blocks.some(({ kind }) => kind === 'heading')) title = readAs(bare)
		else if (className === 'note' && TYPED_NOTE.test(readAs(bare))) {
			const [typed = '', number = ''] = TYPED_NOTE.exec(text) ?? []
			footnotes.push({ kind: 'footnote', label: number, text: text.slice(typed.length) })
			// What stands above the first of them is no part of the text.
			if (footnotes.length === 1 && last?.kind === 'heading') aside.push((blocks.pop() as typeof last).text)
		} else if (isHeading) blocks.push({ kind: 'heading', text: label === null ? text : `${label} ${text}` })
		else if (tag === 'blockquote') blocks.push({ kind: 'quote', text })
		else if (label !== null && POSITION.test(label)) blocks.push({ kind: 'position', text })
		else if (label !== null && SUB_POINT.test(label)) blocks.push({ kind: 'subPoint', text })
		else {
			const isSignature = className === 'signature' || (blocks.length > 1 && looksLikeSignature(readAs(bare)))
			blocks.push({ kind: isSignature ? 'signature' : 'paragraph', text: label === null ? text : `${label} ${text}` })
		}
	}
	const table = (rows: readonly (readonly WordLine[])[]) => {
		const width = Math.max(0, ...rows.map((cells) => cells.length))
		if (width === 0) return
		const texts = rows.map((cells, index) =>
			Array.from({ length: width }, (_, column) => {
				const cell = cells[column] ?? []
				return textOf(index === 0 || column === 0 ? unmarked(cell) : cell, ofNext).text
			}),
		)
		const [header = [], ...body] = texts
		blocks.push({ kind: 'table', header, rows: body })
	}

	for (const element of elements) {
		if (element.tag === 'table' && 'rows' in element) table(element.rows)
		else if ('line' in element) paragraph(element)
	}
	for (const [id, line] of notes) {
		const label = labels.get(id) ?? ''
		const { text } = textOf(line, ofNext)
		// A mark that was typed stands before its note, too.
		footnotes.push({
			kind: 'footnote',
			label,
			text: text.startsWith(`${label} `) ? text.slice(label.length + 1) : text,
		})
	}
	footnotes.sort((one, other) => Number(one.label) - Number(other.label))
	const { blocks: text, places } = withMembers(blocks)
	const placed = [...at].map(([id, place]) => [id, places[Math.min(place, places.length - 1)] ?? 0] as const)
	return { title, aside, blocks: [...text, ...footnotes], at: new Map(placed) }
}

const readAs = (line: WordLine) =>
	line
		.map((run) => ('text' in run ? run.text : ''))
		.join('')
		.replace(/\s+/g, ' ')
		.trim()

/** What notes are referred to with: as they are shown where that is a number, and from the next number on where it is not. */
function labelsOf(notes: ReadonlyMap<string, WordLine>, marks: ReadonlyMap<string, string>): Map<string, string> {
	const labels = new Map<string, string>()
	const shown = new Set(marks.values())
	const given = new Set<string>()
	let next = 1
	for (const id of notes.keys()) {
		let label = marks.get(id) ?? ''
		if (!/^\d{1,4}$/.test(label) || given.has(label)) {
			while (shown.has(String(next)) || given.has(String(next))) next += 1
			label = String(next)
		}
		given.add(label)
		labels.set(id, label)
	}
	return labels
}

/** What Word counts before a paragraph, and the rest of its line. */
function labelled(line: WordLine): { readonly label: string | null; readonly rest: WordLine } {
	const [first, ...others] = line
	if (first === undefined || !('text' in first) || !first.text.startsWith(NUMBERED)) return { label: null, rest: line }
	const space = first.text.indexOf(' ')
	const end = space < 0 ? first.text.length : space
	return {
		label: first.text.slice(NUMBERED.length, end),
		rest: [{ ...first, text: first.text.slice(end + 1) }, ...others],
	}
}

/** A line that is bold all over, as heads of tables are, without that. */
const unmarked = (line: WordLine): WordLine =>
	line.every((run) => !('text' in run) || run.bold || run.text.trim() === '')
		? line.map((run) => ('text' in run ? { ...run, bold: false } : run))
		: line

/** A heading over a list of `Name (Area)` alone is a list of members. With which of them each block has become. */
function withMembers(blocks: readonly Block[]): {
	readonly blocks: readonly Block[]
	readonly places: readonly number[]
} {
	const put: Block[] = []
	const places: number[] = []
	for (const block of blocks) {
		const above = put.at(-1)
		const members = block.kind === 'list' && above?.kind === 'heading' ? membersIn(block.items) : null
		if (members !== null && above?.kind === 'heading')
			put[put.length - 1] = { kind: 'memberList', heading: above.text, members }
		else put.push(block)
		places.push(put.length - 1)
	}
	return { blocks: put, places }
}

function membersIn(items: readonly string[]) {
	const members = items.map(memberFromLine).filter((member) => member !== null)
	return members.length === items.length && members.length > 1 ? members : null
}

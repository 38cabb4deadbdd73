import { ENTITY, entityText } from '#intake/html-entities.ts'
import type { WordLine, WordNote, WordRun } from './docx-runs.ts'

/** A paragraph of the library's HTML, or a table of such. */
export type WordElement =
	| { readonly tag: string; readonly className: string; readonly line: WordLine }
	| { readonly tag: 'table'; readonly rows: readonly (readonly WordLine[])[] }

export type WordElements = {
	readonly elements: readonly WordElement[]
	/** By their ids. */
	readonly notes: ReadonlyMap<string, WordLine>
}

const TAG = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/g
const BLOCK = /^(?:p|h[1-6]|blockquote)$/
const NOTE = /\bid="(?:foot|end)note-([^"]+)"/
const REFERENCE = /\bhref="#((?:foot|end)note)-(ref-)?([^"]+)"/
/** Endnotes have ids of their own, which may be those of footnotes. */
const noteId = (kind: string, id: string) => (kind.startsWith('end') ? `e${id}` : id)

const attribute = (attributes: string, name: string) =>
	(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '').replace(ENTITY, entityText)

/** Reads the library's HTML, which is of few elements and well-formed. */
export function elementsIn(html: string): WordElements {
	const elements: WordElement[] = []
	const notes = new Map<string, WordLine>()
	let look = { bold: 0, italic: 0, code: 0 }
	let href: string | null = null
	let line: (WordRun | WordNote)[] = []
	let open: { tag: string; className: string } | null = null
	let note: { readonly id: string; readonly line: (WordRun | WordNote)[] } | null = null
	const tables: WordLine[][][] = []
	/** The text of a mark, or of the arrow back from a note, which is none of the text's. */
	let isMark = false
	let from = 0

	const text = (words: string) => {
		if (words === '' || isMark) return
		line.push({ text: words, bold: look.bold > 0, italic: look.italic > 0, code: look.code > 0, href })
	}
	const breaks = (into: (WordRun | WordNote)[]) => {
		if (into.length > 0) into.push({ text: '\n', bold: false, italic: false, code: false, href: null })
	}
	const done = () => {
		if (open === null && line.length === 0) return
		const cell = tables.at(-1)?.at(-1)?.at(-1) as (WordRun | WordNote)[] | undefined
		const into = note?.line ?? cell
		if (into === undefined) elements.push({ tag: open?.tag ?? 'p', className: open?.className ?? '', line })
		else {
			breaks(into)
			into.push(...line)
		}
		line = []
		open = null
	}

	for (const { 0: whole, 1: slash, 2: tag = '', 3: attributes = '', index } of html.matchAll(TAG)) {
		text(html.slice(from, index).replace(ENTITY, entityText))
		from = index + whole.length
		const ends = slash === '/'
		if (BLOCK.test(tag)) {
			done()
			if (!ends) open = { tag, className: attribute(attributes, 'class') }
		} else if (tag === 'strong' || tag === 'em' || tag === 'code') {
			const name = ({ strong: 'bold', em: 'italic', code: 'code' } as const)[tag]
			look = { ...look, [name]: look[name] + (ends ? -1 : 1) }
		} else if (tag === 'a') {
			const [, kind, back, id] = ends ? [] : (REFERENCE.exec(attributes) ?? [])
			if (kind !== undefined && id !== undefined && back === undefined) line.push({ note: noteId(kind, id) })
			isMark = kind !== undefined
			href = ends || isMark ? null : attribute(attributes, 'href')
			if (href?.startsWith('#')) href = null
		} else if (tag === 'br') text('\n')
		else if (tag === 'li') {
			done()
			const id = NOTE.exec(attributes)?.[1]
			if (ends && note !== null) {
				if (!notes.has(note.id)) notes.set(note.id, note.line)
				note = null
			} else if (!ends && id !== undefined)
				note = { id: noteId(attributes.includes('endnote') ? 'end' : 'foot', id), line: [] }
		} else if (tag === 'table') {
			done()
			if (!ends) tables.push([])
			else inTable(tables.pop() ?? [])
		} else if (tag === 'tr' && !ends) tables.at(-1)?.push([])
		else if (tag === 'td' || tag === 'th') {
			done()
			if (!ends) tables.at(-1)?.at(-1)?.push([])
		}
	}
	text(html.slice(from).replace(ENTITY, entityText))
	done()
	return { elements, notes }

	/** A table within another is lines of its cell. */
	function inTable(rows: WordLine[][]): void {
		const cell = tables.at(-1)?.at(-1)?.at(-1) as (WordRun | WordNote)[] | undefined
		if (cell === undefined && note === null) elements.push({ tag: 'table', rows })
		for (const inner of cell === undefined ? [] : rows.flat()) {
			breaks(cell ?? [])
			cell?.push(...inner)
		}
	}
}

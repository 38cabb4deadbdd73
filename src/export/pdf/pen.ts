import type { Hex } from '#domain/coalition/colour.ts'
import type { Language } from '#domain/statement/statement.ts'
import type { Line } from '#export/letter/letter.ts'
import { breakLines, type Fragment, type Leads } from './break-lines.ts'
import type { Strip } from './flow.ts'
import { artifact, BODY, INK, measured, PAGE, rule, type Sheet, TEXT_WIDTH, write } from './sheet.ts'
import type { Part } from './tags.ts'

/** What draws a letter's pieces. */
export type Pen = {
	readonly sheet: Sheet
	readonly language: Language
	readonly accent: Hex
	/** What is said of a link to a note, and of the way back from it. */
	readonly said: { readonly note: (number: number) => string; readonly back: string }
	/** Of the notes that a mark in the text leads to: the others have no way back. */
	readonly marked: Set<number>
}

export type Look = {
	readonly size: number
	readonly leading: number
	readonly colour: string
	readonly bold?: boolean
	readonly hyphens?: boolean
}

export const TEXT: Look = { size: BODY.size, leading: BODY.leading, colour: INK }

/** Where a text stands: from the left margin, and how wide it may be. */
export type Column = { readonly left: number; readonly width: number }

export const FULL: Column = { left: 0, width: TEXT_WIDTH }

/** A text broken into lines, each drawn by `draw` with its upper edge at a height and what is read in a part. */
export type Lines = { readonly count: number; readonly draw: (index: number, part: Part, y: number) => void }

export function linesIn(pen: Pen, line: Line, look: Look, { left, width }: Column): Lines {
	const { sheet, language } = pen
	const broken = breakLines(line, {
		width,
		language,
		measure: (text, face, raised) => measured(sheet, text, face, raised ? look.size * RAISED.size : look.size),
		...(look.bold && { bold: true }),
		...(look.hyphens === false && { hyphens: false }),
	})
	const links = linkParts(sheet)
	return {
		count: broken.length,
		draw: (index, part, y) => {
			const fragments = broken[index] ?? []
			let x = PAGE.left + left
			for (const fragment of fragments) x += drawFragment(pen, fragment, { x, y, look, part, links })
			if (index === broken.length - 1) links.end()
		},
	}
}

const RAISED = { size: 0.68, rise: 0.34 } as const

/** From the upper edge of a line to its base. */
export const baseOf = ({ size, leading }: Look): number => (leading - size) / 2 + size * 0.8

type Placed = {
	readonly x: number
	readonly y: number
	readonly look: Look
	readonly part: Part
	readonly links: LinkParts
}

/** How wide it was. */
function drawFragment(pen: Pen, fragment: Fragment, { x, y, look, part, links }: Placed): number {
	const { sheet } = pen
	const { text, face, raised, leads, actual } = fragment
	const size = raised ? look.size * RAISED.size : look.size
	const width = measured(sheet, text, face, size)
	const base = y + baseOf(look) - (raised ? look.size * RAISED.rise : 0)
	const colour = leads === undefined ? look.colour : pen.accent
	const into = leads === undefined ? part : links.of(leads, part)
	into.drawing(() => {
		if (actual !== undefined) sheet.markContent('Span', { actual })
		write(sheet, text, { x, y: base }, { face, size, colour })
		if (actual !== undefined) sheet.endMarkedContent()
	})
	if (leads === undefined) return width
	const area = { x, y, width, height: look.leading }
	if ('note' in leads) {
		if (!pen.marked.has(leads.note)) sheet.addNamedDestination(markName(leads.note), 'XYZ', PAGE.left, y - 2, null)
		pen.marked.add(leads.note)
		into.pressed(area, pen.said.note(leads.note), { destination: noteName(leads.note) })
	} else {
		artifact(sheet, 'Layout', () => rule(sheet, { x, y: base + 1.8, width, colour, thick: 0.5 }))
		into.pressed(area, leads.text, { uri: leads.href })
	}
	return width
}

/** The places in a file that marks and notes lead to. */
export const noteName = (number: number): string => `note-${number}`
export const markName = (number: number): string => `mark-${number}`

type LinkParts = { readonly of: (leads: Leads, part: Part) => Part; readonly end: () => void }

/** A link over several lines of a page is one part; on the next page it is another. */
function linkParts(sheet: Sheet): LinkParts {
	let open: { readonly leads: Leads; readonly page: unknown; readonly outer: Part | null; readonly link: Part } | null =
		null
	const end = () => {
		open?.link.end()
		open?.outer?.end()
		open = null
	}
	return {
		end,
		of: (leads, part) => {
			if (open && open.leads === leads && open.page === sheet.page) return open.link
			end()
			const outer = 'note' in leads ? part.within('Reference') : null
			const link = (outer ?? part).within('Link')
			open = { leads, page: sheet.page, outer, link }
			return link
		},
	}
}

/** Strips of a text's lines, with no line of a paragraph left alone on a page. */
export function stripsOf(
	lines: Lines,
	part: Part,
	{ leading }: Look,
	space: number,
	last: { readonly withNext?: boolean } = {},
): Strip[] {
	const { count } = lines
	return Array.from({ length: count }, (_, index) => ({
		height: leading,
		space: index === 0 ? space : 0,
		withNext: index === count - 1 ? last.withNext === true : index === 0 || index === count - 2,
		draw: (y: number) => lines.draw(index, part, y),
	}))
}

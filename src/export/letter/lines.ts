import { inlineHtml, inlineText } from '#markup/inline.ts'
import { decodeEntities } from '#markup/sanitise.ts'
import type { Line, NoteMark, Run } from './letter.ts'

const PIECE = /<(\/?)([a-z]+)([^>]*)>|([^<]+)/g

const LOOKS = { strong: 'bold', em: 'italic', code: 'code' } as const

/** What is open where the reading has come. */
type Open = { readonly bold: number; readonly italic: number; readonly code: number; readonly href: string | null }

/**
 * A block's inline Markdown as runs, read as pages read it. `noteOf`: the number of the footnote that `[^label]` refers to, or
 * null where there is none. A link within the document is only its text.
 */
export function lineOf(text: string, noteOf: (label: string) => number | null = () => null): Line {
	const html = inlineHtml(text, {
		footnote: (label) => {
			const number = noteOf(label)
			return number === null ? null : { number, href: `#fn${number}`, refId: `fnref${number}` }
		},
	}).replaceAll('<br>\n', '\n')
	const runs: (Run | NoteMark)[] = []
	let open: Open = { bold: 0, italic: 0, code: 0, href: null }
	let inNote = false
	for (const [, slash, tag, attributes = '', words] of html.matchAll(PIECE)) {
		if (words !== undefined) {
			if (inNote) runs.push({ note: Number(words) })
			else runs.push(run(decodeEntities(words), open))
		} else if (tag === 'sup') {
			inNote = slash === ''
		} else if (tag === 'a' && !inNote) {
			open = { ...open, href: slash === '' ? addressIn(attributes) : null }
		} else if (tag !== undefined && tag in LOOKS) {
			const look = LOOKS[tag as keyof typeof LOOKS]
			open = { ...open, [look]: open[look] + (slash === '' ? 1 : -1) }
		}
	}
	return runs
}

function run(text: string, { bold, italic, code, href }: Open): Run {
	return {
		text,
		...(bold > 0 && { bold: true }),
		...(italic > 0 && { italic: true }),
		...(code > 0 && { code: true }),
		...(href !== null && { href }),
	}
}

function addressIn(attributes: string): string | null {
	const href = decodeEntities(/href="([^"]*)"/.exec(attributes)?.[1] ?? '#')
	return href.startsWith('#') ? null : href
}

/** Words that hold no marks. */
export const words = (text: string): Line => (text === '' ? [] : [{ text }])

/** A title without marks, on one line. */
export const plainTitle = (title: string): string => inlineText(title).replace(/\s+/g, ' ').trim()

/** A line as it reads, without marks of notes. */
export const readAs = (line: Line): string => line.map((each) => ('note' in each ? '' : each.text)).join('')

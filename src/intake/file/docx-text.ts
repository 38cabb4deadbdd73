import { textOfHtml } from '#intake/html-text.ts'
import { htmlOf } from './docx-library.ts'
import { numberingIn } from './docx-numbering.ts'
import type { DocxParts, Link } from './docx-parts.ts'
import { asShown, NUMBERED } from './docx-shown.ts'
import { stylesIn } from './docx-styles.ts'
import type { Entry } from './zip.ts'

/** Stands between page headers and what comes after them. No font that Word documents use has a sign for it. */
const END_OF_HEADER = '\ue000\ue001\ue000'

const BODY = /<((?:[\w.-]+:)?body)\b([^<>]*?)(\/?)>/

export type Opened = {
	readonly parts: DocxParts
	readonly of: (entry: Entry | undefined) => string
	/** The main part, as far as it is read. */
	readonly document: string
}

/** The text of what was opened; null where it is no document. What cannot be read of page headers and notes keeps nothing else from it. */
export async function textIn({ parts, of, document }: Opened): Promise<string | null> {
	const styleOf = stylesIn(of(parts.styles))
	const shown = (xml: string) => asShown(xml, { styleOf, numbering: numberingIn(of(parts.numbering)) })
	const body = withLinks(shown(document), parts.links, '')
	const headers = parts.headers
		.map((header, index) => inHeader(withLinks(shown(of(header)), parts.linksOf(header), `h${index}-`)))
		.filter((header) => header !== null)
	const links = [
		...idsOf(parts.links, ''),
		...parts.headers.flatMap((header, index) => idsOf(parts.linksOf(header), `h${index}-`)),
		...linksOfNotes(parts),
	]
	const others = notesIn({ parts, of, document }, shown)
	const tries = [
		{ above: headers, text: body },
		{ above: [], text: body },
		// What refers to what is not there stops the library.
		{ above: [], text: body.replace(REFERENCES, '') },
	]
	for (const { above, text } of tries) {
		const whole = withHeaders(text, above)
		if (whole === null) return null
		try {
			const texts = new Set(await read({ document: whole, ...others }, links))
			return [...texts].filter((each) => each !== '').join('\n\n')
		} catch {
			// Once more, with less.
		}
	}
	return null
}

export const REFERENCES = /<w:(?:footnoteReference|endnoteReference|commentReference|sym)(?=[\s/>])[^<>]*\/>/g

/** Styles and notes, with the links of notes under ids of their own. */
export const notesIn = ({ parts, of }: Opened, shown: (xml: string) => string) => ({
	styles: of(parts.styles),
	footnotes: withLinks(shown(of(parts.footnotes)), parts.linksOf(parts.footnotes), 'f-'),
	endnotes: withLinks(shown(of(parts.endnotes)), parts.linksOf(parts.endnotes), 'e-'),
})

export const linksOfNotes = (parts: DocxParts): readonly Link[] => [
	...idsOf(parts.linksOf(parts.footnotes), 'f-'),
	...idsOf(parts.linksOf(parts.endnotes), 'e-'),
]

const idsOf = (links: readonly Link[], prefix: string) => links.map(({ id, target }) => ({ id: prefix + id, target }))

/** Links under ids of their own; those that lead nowhere are none. */
export function withLinks(xml: string, links: readonly Link[], prefix: string): string {
	const known = new Set(links.map(({ id }) => id))
	return xml.replace(/<w:hyperlink(?=[\s/>])[^<>]*>/g, (tag) =>
		tag.replace(
			/\s([\w.-]+:id)\s*=\s*(?:"([^"]*)"|'([^']*)')/,
			(_whole, name: string, quoted?: string, other?: string) => {
				const id = quoted ?? other ?? ''
				return known.has(id) ? ` ${name}="${prefix}${id}"` : ''
			},
		),
	)
}

/** A page header as a part of the text, with a mark after it; null where it is not what it should be. */
function inHeader(xml: string): string | null {
	const start = /<w:hdr\b([^<>]*)>/.exec(xml)
	const end = xml.lastIndexOf('</w:hdr>')
	// What the prefix stands for, each part says itself.
	if (start === null || !/\sxmlns:w\s*=/.test(start[1] ?? '') || (end < 0 && !start[0].endsWith('/>'))) return null
	const inner = end < 0 ? '' : xml.slice(start.index + start[0].length, end)
	// A tag that says nothing but what prefixes stand for, around what it holds.
	return `<w:smartTag${(start[1] ?? '').replace(/\/$/, '')}>${inner}<w:p><w:r><w:t>${END_OF_HEADER}</w:t></w:r></w:p></w:smartTag>`
}

/** A document with its page headers before its text: read at once, since each reading takes styles and notes with it. */
function withHeaders(document: string, headers: readonly string[]): string | null {
	const body = BODY.exec(document)
	if (body === null) return null
	const [tag, name, attributes = '', closed] = body
	const opened = `<${name}${attributes}>${headers.join('')}${closed === '' ? '' : `</${name}>`}`
	return document.slice(0, body.index) + opened + document.slice(body.index + tag.length)
}

async function read(parts: Readonly<Record<string, string>>, links: readonly Link[]): Promise<string[]> {
	return withNotes(await htmlOf(parts, links))
		.split(`<p>${END_OF_HEADER}</p>`)
		.map((html) => numbered(textOfHtml(html)))
}

/** Notes under the numbers they are referred to with, without the arrows that lead back. */
function withNotes(html: string): string {
	let number = 0
	return html
		.replace(/<a href="#(?:foot|end)note-ref-[^"]*">[^<]*<\/a>/g, '')
		.replace(/<li id="(?:foot|end)note-[^"]*">(?:<p>)?/g, () => {
			number += 1
			return `<p>[${number}] `
		})
}

/** Paragraphs with numbers stand on lines below each other, as those of a list do. */
function numbered(text: string): string {
	const paragraphs = text.split('\n\n')
	let put = ''
	let before = false
	for (const [index, paragraph] of paragraphs.entries()) {
		const is = paragraph.startsWith(NUMBERED)
		put += `${index === 0 ? '' : is && before ? '\n' : '\n\n'}${paragraph}`
		before = is
	}
	return put.replaceAll(NUMBERED, '')
}

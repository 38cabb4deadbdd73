import { Fragment, type Mark, type Node as Written } from 'prosemirror-model'
import { schema } from '#writing/schema.ts'
import { type Left, marksIn, styleOf } from './paste-marks.ts'

const { nodes } = schema

const SKIPPED = new Set([
	'style',
	'script',
	'meta',
	'link',
	'title',
	'head',
	'template',
	'noscript',
	'button',
	'select',
	'datalist',
])
const PICTURES = new Set(['img', 'svg', 'picture', 'canvas', 'v:imagedata', 'v:shape'])
const EMBEDDED = new Set(['iframe', 'video', 'audio', 'object', 'embed', 'input', 'textarea'])

/** Footnotes by where they are referred to: Word, Google Docs, LibreOffice, and what makes web pages of Markdown. */
const NOTE = /^#(?:_?ftn|_?edn|fn:?|sdfootnote|sdendnote|cite_note-|footnote-|note-)(?:t|:)?([\w-]*?\d+)(?:sym)?$/i
const BACK = /^#(?:_?ftnref|_?ednref|ftnt_ref|fnref|sdfootnote\d+anc|sdendnote\d+anc|cite_ref|footnote-ref|note-ref)/i

/** What the text calls the footnote that a link leads to; null where it leads elsewhere. */
export function noteOf(element: Element): string | null {
	if (element.localName !== 'a') return null
	const href = (element.getAttribute('href') ?? '').replace(/^[^#]*(?=#)/, '')
	if (BACK.test(href)) return null
	return NOTE.exec(href)?.[1] ?? null
}

/** A link from a footnote back to where it is referred to. */
export function isBackLink(element: Element): boolean {
	const href = (element.getAttribute('href') ?? '').replace(/^[^#]*(?=#)/, '')
	return element.localName === 'a' && BACK.test(href)
}

export const isHidden = (element: Element): boolean =>
	SKIPPED.has(element.localName) ||
	element.hasAttribute('hidden') ||
	styleOf(element, 'display') === 'none' ||
	styleOf(element, 'mso-hide') === 'all' ||
	// The sign before an item of a list, which Word writes as text.
	/mso-list\s*:\s*ignore/i.test(element.getAttribute('style') ?? '')

/** Counts what cannot be here. Whether it was that. */
export function isLeftOut(element: Element, left: Left): boolean {
	if (PICTURES.has(element.localName)) {
		// What only counts that somebody reads is no picture.
		if (element.getAttribute('width') !== '1') left.pictures += 1
		return true
	}
	if (!EMBEDDED.has(element.localName)) return false
	left.embedded += 1
	return true
}

/** The text of a node, as it is written in a block. */
export function inlineOf(node: Node, marks: readonly Mark[], left: Left): Written[] {
	if (node.nodeType === node.TEXT_NODE) {
		const text = (node.nodeValue ?? '').replace(/[\t\n\r\f ]+/g, ' ')
		return text === '' ? [] : [schema.text(text, marks)]
	}
	if (!isElement(node) || isHidden(node) || isLeftOut(node, left)) return []
	if (node.localName === 'br') return [nodes.lineEnd.create()]
	const label = noteOf(node)
	if (label !== null) return [nodes.noteRef.create({ label })]
	if (isBackLink(node)) return []
	const own = marksIn(node, marks, left)
	return [...node.childNodes].flatMap((child) => inlineOf(child, own, left))
}

export function isElement(node: Node): node is Element {
	return node.nodeType === node.ELEMENT_NODE
}

/** Lines without white space at either end, and without the spaces that a page has between its words only to be read as code. */
export function tidied(content: readonly Written[]): Fragment {
	const lines: Written[][] = [[]]
	for (const node of content) {
		if (node.type === nodes.lineEnd) lines.push([])
		else lines.at(-1)?.push(node)
	}
	const trimmed = lines.map(trimmedLine)
	while (trimmed.length > 1 && trimmed.at(-1)?.length === 0) trimmed.pop()
	while (trimmed.length > 1 && trimmed[0]?.length === 0) trimmed.shift()
	return Fragment.from(trimmed.flatMap((line, at) => (at === 0 ? line : [nodes.lineEnd.create(), ...line])))
}

function trimmedLine(line: readonly Written[]): Written[] {
	const kept: Written[] = []
	let ends = true
	for (const node of line) {
		if (!node.isText) {
			kept.push(node)
			ends = false
			continue
		}
		const text: string = (node.text ?? '').replaceAll('\u00a0', ' ').replace(/ {2,}/g, ' ')
		const joined: string = ends ? text.replace(/^ /, '') : text
		if (joined === '') continue
		kept.push(schema.text(joined, node.marks))
		ends = joined.endsWith(' ')
	}
	const last = kept.at(-1)
	if (last?.isText && last.text?.endsWith(' ')) {
		kept.pop()
		const text = last.text.trimEnd()
		if (text !== '') kept.push(schema.text(text, last.marks))
		else return trimmedLine(kept)
	}
	return kept
}

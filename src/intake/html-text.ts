import { ENTITY, entityText } from './html-entities.ts'
import { htmlWriter } from './html-writer.ts'

/** Longest HTML that is read. A letter in it, with all its markup, hardly comes to a tenth. Characters. */
const HTML_LIMIT = 1_000_000

/** What begins a part that does not show; it ends with its own end, or with the text. */
const NOT_SHOWN = /<(?:!--|(script|style|head|title|template|noscript)\b)/gi

function shownIn(html: string): string {
	const lower = html.toLowerCase()
	const shown: string[] = []
	let from = 0
	for (const { index, 1: name } of html.matchAll(NOT_SHOWN)) {
		if (index < from) continue
		shown.push(html.slice(from, index), ' ')
		const end = name === undefined ? '-->' : `</${name.toLowerCase()}`
		const at = lower.indexOf(end, index)
		const close = at < 0 ? -1 : lower.indexOf('>', at)
		if (close < 0) return shown.join('')
		from = close + 1
	}
	return [...shown, html.slice(from)].join('')
}

/** Where one of these begins or ends, a line does. */
const BLOCK = /^(?:p|div|h[1-6]|table|tbody|blockquote|section|article|header|footer|pre|hr|dl)$/
const LINE_AFTER = /^(?:tr|li|dt|dd)$/
const VOID = /^(?:br|hr|img|input|meta|link|wbr|col|area|base|source)$/
/** A paragraph ends with its own end, or where one of these begins or ends. */
const ENDS_PARAGRAPH = /^(?:p|div|h[1-6]|ul|ol|li|table|tr|td|th|blockquote|section|article|pre|hr|dl)$/

/** Attributes by which an element does not show, or shows that it no longer counts. */
const HIDDEN =
	/\sstyle\s*=\s*["'][^"']*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|line-through|font-size\s*:\s*0(?![.\d]))|\shidden(?=[\s>=/])/i
const STRUCK = /^(?:s|strike|del)$/

const TAG = /<(?:(\/?)([a-z][a-z0-9]*)\b|[!?/])[^<>]*>/gi

const attribute = (tag: string, name: string) =>
	new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, 'i')
		.exec(tag)
		?.slice(1)
		.find((value) => value !== undefined)

/**
 * The text of HTML as somebody would read it out: paragraphs apart, lines as they break, cells of a row beside each other,
 * items with their numbers. What does not show, and what is struck out, is left out; a mail address behind a link stands after
 * it. Text is all that comes of it: what looks like HTML in the result was text before.
 */
export function textOfHtml(html: string): string {
	const shown = shownIn(html.slice(0, HTML_LIMIT))
	return written(shown, true) ?? written(shown, false) ?? ''
}

/** Null: something that does not show has no end, so that the rest would be lost with it. */
function written(html: string, hides: boolean): string | null {
	const out = htmlWriter()
	let hidden: { readonly name: string; depth: number } | null = null
	let from = 0
	for (const { 0: tag, index, 1: closes, 2: written } of html.matchAll(TAG)) {
		if (hidden === null) out.text(plain(html.slice(from, index), out.isKept()))
		from = index + tag.length
		const name = written?.toLowerCase()
		if (name === undefined) continue
		const ends = closes === '/'
		if (hidden !== null) {
			if (name === hidden.name) hidden.depth += ends ? -1 : 1
			if (hidden.name === 'p' ? !ENDS_PARAGRAPH.test(name) : hidden.depth > 0) continue
			hidden = null
		}
		if (hides && !ends && !VOID.test(name) && !tag.endsWith('/>') && (STRUCK.test(name) || HIDDEN.test(tag))) {
			hidden = { name, depth: 1 }
			continue
		}
		element(out, name, ends, tag)
	}
	if (hidden !== null) return null
	out.text(plain(html.slice(from), out.isKept()))
	return out.done()
}

function element(out: ReturnType<typeof htmlWriter>, name: string, ends: boolean, tag: string): void {
	if (name === 'a' && ends) out.linkEnds()
	else if (name === 'a') out.linkBegins(decoded(attribute(tag, 'href') ?? ''))
	else if ((name === 'ol' || name === 'ul') && ends) out.listEnds()
	else if (name === 'ol' || name === 'ul') out.listBegins(name === 'ol' ? listOf(tag) : null)
	else if (name === 'li' && !ends) out.item(Number.parseInt(attribute(tag, 'value') ?? '', 10))
	else if (name === 'br' || (ends && LINE_AFTER.test(name))) out.breaks(1, name === 'br')
	else if (ends && (name === 'td' || name === 'th')) out.text(' ')
	else if (BLOCK.test(name)) out.breaks(2)
	if (name === 'pre') out.keep(!ends)
}

/** What items are numbered with: figures, letters or Roman figures, and from which number on. */
function listOf(tag: string): { readonly from: number; readonly type: string } {
	const style =
		/list-style(?:-type)?\s*:\s*(?:\S+\s+)?(lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman|upper-roman)/i
	const named = style.exec(tag)?.[1]?.toLowerCase() ?? ''
	const letters = { lower: 'a', upper: 'A' }[named.slice(0, 5)]
	const roman = { lower: 'i', upper: 'I' }[named.slice(0, 5)]
	const type = named === '' ? (attribute(tag, 'type') ?? '1') : ((named.endsWith('roman') ? roman : letters) ?? '1')
	const from = Number.parseInt(attribute(tag, 'start') ?? '1', 10)
	return { from: Number.isSafeInteger(from) ? from : 1, type }
}

const decoded = (text: string) => text.replace(ENTITY, entityText)

const plain = (text: string, kept: boolean) => decoded(kept ? text.replace(/\r\n?/g, '\n') : text.replace(/\s+/g, ' '))

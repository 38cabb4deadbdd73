import { Marked, type Token } from 'marked'
import { allowedHref, decodeEntities, escapeHtml, sanitise } from './sanitise.ts'

/** A footnote as a text refers to it. `refId` is the reference's own id, where the way back from the note leads. */
export type FootnoteRef = { readonly number: number; readonly href: string; readonly refId: string }

export type InlineOptions = {
	/**
	 * What `[^label]` refers to; null when there is no such note, and the text then stays as typed. Called once for every
	 * reference in reading order.
	 */
	readonly footnote?: (label: string) => FootnoteRef | null
}

/** Longest line that is read as Markdown, in UTF-16 units. A longer one is shown as typed. */
const LINE_LIMIT = 20_000
/** Most characters in one line that can open or close something. The parser's time grows with their square. */
const MARKS_LIMIT = 1_000
const MARK = /[[\]()*_`<\\!~]/g

/** Anchors may not nest: an image or a footnote within a link is only its text there. */
const withoutAnchors = (html: string): string => html.replace(/<\/?a\b[^>]*>/g, '')

function anchor(href: string, inner: string): string | null {
	const allowed = allowedHref(href)
	return allowed === null ? null : `<a href="${escapeHtml(allowed)}">${withoutAnchors(inner)}</a>`
}

/** The notes of the text being rendered. Rendering is synchronous, so one place is enough. */
let footnote: InlineOptions['footnote']

const BRACKETED_ADDRESS = /^<https?:\/\//i
const ADDRESS = /^https?:\/\/[^\s<>`\\]+/i

/** A web address at the start of this text, without the punctuation of the sentence it stands in. */
function addressAtStart(source: string): string | null {
	const found = ADDRESS.exec(source)?.[0]
	if (found === undefined) return null
	let unopened = 0
	for (const character of found) unopened += character === ')' ? 1 : character === '(' ? -1 : 0
	let end = found.length
	for (; end > 0; end -= 1) {
		const last = found[end - 1] ?? ''
		if (last === ')' && unopened > 0) unopened -= 1
		else if (!/[?!.,:;*_'"~”’»…\]]/.test(last)) break
	}
	return end > found.indexOf('//') + 2 ? found.slice(0, end) : null
}

const inline = new Marked({
	gfm: true,
	extensions: [
		{
			name: 'footnoteRef',
			level: 'inline',
			start: (source) => (footnote === undefined ? undefined : source.indexOf('[^')),
			tokenizer(source) {
				const match = footnote === undefined ? null : /^\[\^([^\]\s]{1,100})\]/.exec(source)
				return match ? { type: 'footnoteRef', raw: match[0], label: match[1] } : undefined
			},
			renderer(token) {
				const found = footnote?.(String(token.label)) ?? null
				return found === null
					? escapeHtml(token.raw)
					: `<sup id="${escapeHtml(found.refId)}"><a href="${escapeHtml(found.href)}">${found.number}</a></sup>`
			},
		},
	],
	tokenizer: {
		// Raw HTML, strikethrough and references to link definitions are nothing here: they stay as typed.
		tag: () => undefined,
		del: () => undefined,
		reflink: () => undefined,
		// Only whole web addresses become links by themselves. `false` asks for the parser's own reading.
		autolink: (source) => (BRACKETED_ADDRESS.test(source) ? false : undefined),
		url(source) {
			const address = addressAtStart(source)
			if (address === null) return undefined
			const text = { type: 'text' as const, raw: address, text: address }
			return { type: 'link', raw: address, text: address, href: address, autolink: true, tokens: [text] }
		},
	},
	renderer: {
		// `text` has numeric character references decoded; `raw` is what was typed.
		text: (token) => escapeHtml(token.type === 'escape' ? token.text : token.raw),
		codespan: ({ text }) => `<code>${escapeHtml(text)}</code>`,
		link(token) {
			return anchor(token.href, this.parser.parseInline(token.tokens)) ?? escapeHtml(token.raw)
		},
		// A remote image would tell its host who reads the page: it becomes a link with the image's description.
		image(token) {
			const inner = this.parser.parseInline(token.tokens) || escapeHtml(token.href)
			return anchor(token.href, inner) ?? escapeHtml(token.raw)
		},
	},
})

function lineHtml(line: string): string {
	if (line.length > LINE_LIMIT || (line.match(MARK)?.length ?? 0) > MARKS_LIMIT) return escapeHtml(line)
	try {
		return sanitise(inline.parseInline(line, { async: false }))
	} catch {
		// The parser gives up on texts nested too deeply. What was typed is still worth reading.
		return escapeHtml(line)
	}
}

/**
 * One block's inline Markdown as safe HTML: emphasis, code, links and, where `options` knows them, footnotes. Everything
 * else is shown as it was typed: raw HTML, character references, quotes and dashes, a number at the start of a line. Each
 * line is read by itself and a line feed becomes `<br>`. Never throws.
 */
export function inlineHtml(text: string, options: InlineOptions = {}): string {
	const outer = footnote
	footnote = options.footnote
	try {
		return text.split('\n').map(lineHtml).join('<br>\n')
	} finally {
		footnote = outer
	}
}

/** A stretch of one line of inline Markdown that looks the same throughout, or a reference to the footnote of that label. */
export type Piece =
	| {
			readonly text: string
			readonly strong: boolean
			readonly em: boolean
			readonly code: boolean
			readonly href?: string
	  }
	| { readonly note: string }

type Look = Omit<Extract<Piece, { text: string }>, 'text'>

const PLAIN: Look = { strong: false, em: false, code: false }

/** The pieces of one line, which hold all that `inlineHtml` shows of it. Every reference is one, whether there is such a note or not. Never throws. */
export function inlinePieces(line: string): Piece[] {
	if (line === '') return []
	if (line.length > LINE_LIMIT || (line.match(MARK)?.length ?? 0) > MARKS_LIMIT) return [{ ...PLAIN, text: line }]
	const outer = footnote
	footnote = () => null
	try {
		return piecesOf(inline.Lexer.lexInline(line, inline.defaults), PLAIN)
	} catch {
		return [{ ...PLAIN, text: line }]
	} finally {
		footnote = outer
	}
}

function piecesOf(tokens: readonly Token[], look: Look): Piece[] {
	return tokens.flatMap((token): Piece[] => {
		switch (token.type) {
			case 'strong':
			case 'em':
				return piecesOf(token.tokens ?? [], { ...look, [token.type]: true })
			case 'codespan':
				return [{ ...look, code: true, text: token.text }]
			case 'escape':
				return [{ ...look, text: token.text }]
			case 'footnoteRef':
				return look.href === undefined ? [{ note: token.label }] : [{ ...look, text: token.raw }]
			case 'link':
			case 'image': {
				const href = allowedHref(token.href)
				if (href === null) return [{ ...look, text: token.raw }]
				const inner = { href, ...look }
				const pieces = piecesOf(token.tokens ?? [], inner)
				return pieces.length > 0 ? pieces : token.type === 'image' ? [{ ...inner, text: token.href }] : []
			}
			default:
				return [{ ...look, text: token.raw }]
		}
	})
}

/** The text a reader of `inlineHtml` sees: no marks, no links, line feeds kept. For titles, feeds and mails. Never throws. */
export function inlineText(text: string): string {
	return decodeEntities(inlineHtml(text).replace(/<[^>]*>/g, ''))
}

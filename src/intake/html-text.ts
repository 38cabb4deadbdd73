const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	shy: '\u00ad',
	aring: 'å',
	auml: 'ä',
	ouml: 'ö',
	Aring: 'Å',
	Auml: 'Ä',
	Ouml: 'Ö',
	eacute: 'é',
	ndash: '–',
	mdash: '—',
	rdquo: '”',
	ldquo: '“',
	rsquo: '’',
	lsquo: '‘',
	bull: '•',
	hellip: '…',
	sect: '§',
}

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
const BLOCK = /^<\/?(p|div|h[1-6]|ul|ol|table|tbody|blockquote|section|article|header|footer|pre|hr|dl)\b/i
const LINE = /^<(br|\/tr|\/li|\/dt|\/dd)\b/i

/**
 * The text of HTML as somebody would read it out: paragraphs apart, lines as they break, cells of a row beside each other.
 * Text is all that comes of it: what looks like HTML in the result was text before.
 */
export function textOfHtml(html: string): string {
	return shownIn(html.slice(0, HTML_LIMIT))
		.replace(/\s+/g, ' ')
		.replace(/<[a-z/!?][^<>]*>/gi, (tag) => {
			if (BLOCK.test(tag)) return '\n\n'
			if (LINE.test(tag)) return '\n'
			return /^<(li|\/t[dh])\b/i.test(tag) ? ' ' : ''
		})
		.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi, (whole, decimal, hex, name) => {
			if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole
			const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
			return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' '
		})
		.replace(/ {2,}/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim()
}

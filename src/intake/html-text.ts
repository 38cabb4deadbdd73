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

const NOT_SHOWN = /<!--[\s\S]*?-->|<(script|style|head|title|template|noscript)\b[\s\S]*?<\/\1\s*>/gi

/** Where one of these begins or ends, a line does. */
const BLOCK = /^<\/?(p|div|h[1-6]|ul|ol|table|tbody|blockquote|section|article|header|footer|pre|hr|dl)\b/i
const LINE = /^<(br|\/tr|\/li|\/dt|\/dd)\b/i

/**
 * The text of HTML as somebody would read it out: paragraphs apart, lines as they break, cells of a row beside each other.
 * Text is all that comes of it: what looks like HTML in the result was text before.
 */
export function textOfHtml(html: string): string {
	return html
		.replace(NOT_SHOWN, ' ')
		.replace(/\s+/g, ' ')
		.replace(/<[a-z/!?][^>]{0,20000}>/gi, (tag) => {
			if (BLOCK.test(tag)) return '\n\n'
			if (LINE.test(tag)) return '\n'
			return /^<(li|\/t[dh])\b/i.test(tag) ? ' ' : ''
		})
		.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi, (whole, decimal, hex, name) => {
			if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole
			const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
			return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' '
		})
		.replace(/[ \t]*\n[ \t]*/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.replace(/ {2,}/g, ' ')
		.trim()
}

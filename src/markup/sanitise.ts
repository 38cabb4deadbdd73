import filterXss, { type IFilterXSSOptions } from 'xss'

const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
}

/** Characters that mean something in HTML, in text and in attribute values alike. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	colon: ':',
	tab: '\t',
	newline: '\n',
	nbsp: '\u00a0',
	sol: '/',
	num: '#',
}

/** Character references as a browser reads them in an attribute: numeric ones with or without a semicolon. */
export function decodeEntities(text: string): string {
	return text.replace(/&(?:#x([0-9a-f]{1,6});?|#(\d{1,7});?|([a-z]{2,7});)/gi, (whole, hex, decimal, name) => {
		if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole
		const point = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
		return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
	})
}

/** Whole addresses on the web, mail addresses, and places on the same page. Nothing relative, nothing that runs. */
const ALLOWED = /^(?:https?:\/\/[^/?#]|mailto:|#)/i
/** Browsers drop tabs and line feeds inside an address, so none may stand in it; a backslash counts as a slash. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNCLEAN = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff\\<>"`]/

/** The address a link may lead to, decoded, or null when it is not one of http, https, mailto and `#`. */
export function allowedHref(href: string): string | null {
	const decoded = decodeEntities(href)
	return ALLOWED.test(decoded) && !UNCLEAN.test(decoded) ? decoded : null
}

const NAME = /^[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)*$/

const options: IFilterXSSOptions = {
	allowList: {
		a: ['href', 'id', 'class'],
		br: [],
		code: [],
		em: [],
		strong: [],
		sup: ['id', 'class'],
	},
	safeAttrValue: (_tag, name, value) => {
		if (name !== 'href') return NAME.test(value) ? value : ''
		const href = allowedHref(value)
		return href === null ? '' : escapeHtml(href)
	},
	// The default answer to an unknown tag is to escape it; to an unknown attribute, to drop it.
	css: false,
}

/**
 * The second lock behind `inlineHtml`: whatever slips through the first, only these few tags and attributes leave.
 * HTML that `inlineHtml` makes passes unchanged.
 */
export function sanitise(html: string): string {
	return filterXss(html, options)
}

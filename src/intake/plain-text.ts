import { made, writer } from './plain-writer.ts'
import type { Steps } from './steps.ts'

/**
 * A text as its reader sees it: without what cannot be seen and without Markdown's marks, white space made even.
 * Line breaks stay (`\n`, a blank line as `\n\n`), as do `#` before a heading and `•` before an item of a list.
 * A link to a mail address is followed by `<address>`.
 */
export type PlainText = {
	readonly text: string
	/** The piece of the original, character for character, that a piece of `text` was made from. */
	readonly words: (start: number, end: number) => string
	/** Whether the character stands in text that is struck out. */
	readonly struck: (at: number) => boolean
}

/** Control characters, soft hyphens, what has no width. Asked only of what is no white space. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/u
const SPACE = /\s/
const BREAKS = new Set(['\n', '\v', '\f', '\u0085', '\u2028', '\u2029'])
const LETTER = /\p{L}/u
const SMALL = /\p{Ll}/u
const WORD = /[\p{L}\p{N}]/u
const COMBINING = /[\u0300-\u036f]/
const PUNCTUATION = /[!-/:-@[-`{-~]/
const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl' }
const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|(nbsp|shy|amp|lt|gt|quot|apos|ndash|mdash|zwnj|ensp|emsp|thinsp));/iy
const NAMED: Readonly<Record<string, string>> = {
	nbsp: ' ',
	ensp: ' ',
	emsp: ' ',
	thinsp: ' ',
	shy: '',
	zwnj: '',
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	ndash: '–',
	mdash: '—',
}
const TAG = /<(\/?)([a-z][a-z0-9]{0,10})(\s[^<>@]{0,400})?\/?>/iy
const BREAKING_TAGS = /^(?:br|p|div|li|ul|ol|tr|td|th|h[1-6]|table|section|article|header|main)$/i
/** After the text of a link: its address, and a title in quotation marks. */
const TARGET =
	/\]\(\s{0,9}<?([^\s<>()]{0,2000}(?:\([^\s<>()]{0,200}\)[^\s<>()]{0,1000}){0,5})>?(?:\s{1,9}(?:"[^"]{0,1000}"|'[^']{0,1000}'))?\s{0,9}\)/y
const LINE_MARK = /(?:>[ \t\u00a0]{0,3}){0,3}(?:(#{1,6})[ \t\u00a0]+|[*•·▪◦‣\ue000-\uf8ff][ \t\u00a0]+)?/y
/** A word broken at the end of a line, and what follows the break. */
const BROKEN = /[-\u2010][ \t\p{Cf}]{0,3}\r?\n[ \t\p{Cf}]{0,9}(?<next>[\p{L}\p{Cf}]{1,40})/uy
/** The same where a program has broken it, and nothing else can be meant. */
const SOFTLY_BROKEN = /\u00ad[-\u2010]?[ \t\p{Cf}]{0,3}\r?\n[ \t]{0,9}(?=\p{Ll})/uy
/** After these a hyphen stands for what is left out: "skatte- och avgiftsfrihet". */
const LINKING = /^(?:och|eller|samt|respektive|resp|till|men)$/u

/** What stands in `text` as it is, most of any text: letters, figures and their signs, with single spaces between; so many words at a time. */
const ORDINARY = /[A-Za-z0-9À-ÖØ-öø-ÿ.,;:()/"!?%+'=@]+(?: [A-Za-z0-9À-ÖØ-öø-ÿ.,;:()/"!?%+'=@]+){0,500}/y

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at
	return pattern.exec(text)
}

/** Where `needle` stands next, asked for ever later places: each character is looked at once. */
function finder(text: string, needle: string): (from: number) => number {
	let found = -1
	return (from) => {
		if (found < from) {
			found = text.indexOf(needle, from)
			if (found < 0) found = Number.POSITIVE_INFINITY
		}
		return found
	}
}

/** How many of the numbers, which rise, are no greater than a limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
	let low = 0
	let high = numbers.length
	while (low < high) {
		const middle = (low + high) >> 1
		if ((numbers[middle] ?? 0) <= limit) low = middle + 1
		else high = middle
	}
	return low
}

/** Longest address that is told from a word. Characters on each side of a break. */
const ADDRESS = 80

/** A hyphen in the address of a mailbox or a page may be its own. */
function isInAddress(source: string, at: number, next: number): boolean {
	const before = /\S*$/.exec(source.slice(Math.max(0, at - ADDRESS), at))?.[0] ?? ''
	const after = /^\S*/.exec(source.slice(next, next + ADDRESS))?.[0] ?? ''
	return /@|:\/\/|www\./.test(before) || after.includes('@')
}

/** Characters between two stops, where each is looked at by itself. */
const AT_A_TIME = 20_000

export function* plainText(source: string): Steps<PlainText> {
	const seen = made(source.length)
	const { put, run, space, last, atLineStart } = writer(seen)
	const struck: number[] = []
	const nextTarget = finder(source, '](')
	const nextOpening = finder(source, '[')
	let at = 0
	let stopped = 0
	while (at < source.length) {
		if (at - stopped > AT_A_TIME) {
			stopped = at
			yield
		}
		if (atLineStart()) {
			const mark = matchAt(LINE_MARK, source, at)
			if (mark && mark[0].length > 0) {
				if (mark[1]) put(`${mark[1]} `, at, at + mark[1].length)
				else if (/[^>\s]/.test(mark[0])) put('• ', at, at + 1)
				at += mark[0].length
				continue
			}
		}
		const ordinary = matchAt(ORDINARY, source, at)?.[0]
		if (ordinary === undefined) at = character(at)
		else {
			run(ordinary, at)
			at += ordinary.length
		}
	}

	function character(here: number): number {
		const c = source.charAt(here)
		if (c === '\r') {
			space(here, source[here + 1] === '\n' ? 0 : 1)
			return here + 1
		}
		// The byte order mark counts as white space, and has no width.
		if (c === '\ufeff') return here + 1
		if (SPACE.test(c) || c === '\u0085') {
			space(here, BREAKS.has(c) ? 1 : 0)
			return here + 1
		}
		if (WORD.test(c)) {
			put(LIGATURES[c] ?? c, here, here + 1)
			return here + 1
		}
		if (c === '\u00ad') return here + (matchAt(SOFTLY_BROKEN, source, here)?.[0].length ?? 1)
		if (INVISIBLE.test(c)) return here + 1
		if (COMBINING.test(c)) return compose(c, here)
		return sign(c, here)
	}

	/** "a" and a ring after it are one letter. */
	function compose(mark: string, here: number): number {
		const composed = `${seen.last()}${mark}`.normalize('NFC')
		if (composed.length === 1 && seen.length() > 0) seen.replaceLast(composed, here + 1)
		return here + 1
	}

	function sign(c: string, here: number): number {
		const following = source.charAt(here + 1)
		if (c === '\\' && PUNCTUATION.test(following)) {
			put(following, here + 1, here + 2)
			return here + 2
		}
		if (c === '\\' && (following === '\n' || following === '\r')) return here + 1
		if (c === '*') return here + 1
		const isMark = c === '_' && (!WORD.test(last()) || !WORD.test(following))
		if (isMark && !(BREAKS.has(following) && isInAddress(source, here, here + 2))) return here + 1
		if (c === '~' && following === '~') {
			struck.push(seen.length())
			return here + 2
		}
		if (c === '|') {
			space(here, 0)
			return here + 1
		}
		if (c === '[' || c === ']') return bracket(c, here)
		if (c === '<') return tag(here)
		if (c === '&') return entity(here)
		if ((c === '-' || c === '\u2010') && SMALL.test(last())) {
			const broken = matchAt(BROKEN, source, here)
			const next = broken?.groups?.next ?? ''
			const bare = next.replace(/\p{Cf}/gu, '')
			const joins = broken && SMALL.test(bare.charAt(0)) && !LINKING.test(bare)
			if (joins && !isInAddress(source, here, here + broken[0].length)) return here + broken[0].length - next.length
		}
		put(c, here, here + 1)
		return here + 1
	}

	function bracket(c: string, here: number): number {
		if (c === '[') {
			const target = nextTarget(here)
			if (target - here > 1000 || nextOpening(here + 1) < target) put(c, here, here + 1)
			return here + 1
		}
		const target = source[here + 1] === '(' ? matchAt(TARGET, source, here) : null
		if (!target) {
			put(c, here, here + 1)
			return here + 1
		}
		const address = /^mailto:([^?]+)/i.exec(target[1] ?? '')?.[1]
		const shown = source.slice(Math.max(0, here - 200), here)
		// A link that shows an address says that one.
		if (address !== undefined && !shown.slice(shown.lastIndexOf('[') + 1).includes('@')) {
			const start = here + target[0].indexOf(address)
			space(start, 0)
			put('<', start, start)
			for (const [index, letter] of address.replace(/%40/, '@').split('').entries())
				put(letter, start + index, start + index + 1)
			put('>', start + address.length, start + address.length)
			if (LETTER.test(source.charAt(here + target[0].length))) space(start, 0)
		}
		return here + target[0].length
	}

	function tag(here: number): number {
		const found = matchAt(TAG, source, here)
		if (!found) {
			put('<', here, here + 1)
			return here + 1
		}
		if (BREAKING_TAGS.test(found[2] ?? '')) space(here, /^br$/i.test(found[2] ?? '') ? 1 : 2)
		return here + found[0].length
	}

	function entity(here: number): number {
		const found = matchAt(ENTITY, source, here)
		if (!found) {
			put('&', here, here + 1)
			return here + 1
		}
		const [whole, decimal, hexadecimal, name] = found
		const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16)
		const meant = name ? NAMED[name.toLowerCase()] : String.fromCharCode(code)
		if (meant === undefined || SPACE.test(meant)) space(here, 0)
		else if (!INVISIBLE.test(meant)) put(meant, here, here + whole.length)
		return here + whole.length
	}

	return {
		text: seen.text(),
		words: (start, end) =>
			source.slice(seen.startOf(start) ?? source.length, seen.endOf(Math.max(start, end - 1)) ?? source.length),
		struck: (position) => struck.length % 2 === 0 && countUpTo(struck, position) % 2 === 1,
	}
}

const LETTERHEAD_LINE =
	/@|https?:\/\/|www\.|^[\d\s./:-]+$|\d{3} ?\d{2} \p{Lu}|^(?:(?:vårt|ert|er|vår|our|your) )?(?:dnr|diarienr|diarienummer|datum|date|ref|referens|reference|till|to|att|tel|tfn|telefon|e-post|email)[.: ]|\d{4}-\d{2}-\d{2}$|^\p{Lu}\p{L}+,? (?:den )?\d{1,2} \p{L}+ \d{4}$/iu

/** One line that could stand above a text: it begins as a title does and does not end as a sentence does. */
export function isHeadline(text: string, limit: number): boolean {
	if (text.length > limit || text.includes('\n')) return false
	const end = text.endsWith(']') ? text.replace(/(?:\[\^?[^\]\s]{1,40}\])$/, '') : text.replace(/[¹²³⁴-⁹]$/, '')
	if (/[.:;,!…–—-]$/.test(end) || (end.endsWith('?') && text.length > 80)) return false
	if (!/^[\p{Lu}\d§”"“«]/u.test(text) || !/\p{L}/u.test(text)) return false
	return !LETTERHEAD_LINE.test(text) && !isQuoted(text)
}

const CLOSERS: ReadonlySet<string> = new Set(['”', '“', '"', '»', '«'])

/**
 * Whether a whole paragraph stands within quotation marks. Swedish opens and closes with the same mark, also one quote
 * within another, so a mark opens after a space and closes otherwise; the first may close only at the very end.
 */
export function isQuoted(text: string): boolean {
	if (text.includes('\n') || !/^[”“„"»«]\S/.test(text) || !/\S[”“"»«]\.?$/.test(text)) return false
	const end = text.endsWith('.') ? text.length - 1 : text.length
	let depth = 1
	for (let at = 1; at < end; at += 1) {
		const mark = text[at] ?? ''
		if (mark === '„') depth += 1
		if (!CLOSERS.has(mark)) continue
		depth += /[\s([–—/]/.test(text[at - 1] ?? '') ? 1 : -1
		if (depth === 0) return at === end - 1
	}
	return false
}

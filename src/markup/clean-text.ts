import { normaliseText } from '#domain/kernel/text.ts'

/** Characters without a width of their own that word processors and web pages leave behind, soft hyphens among them. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g
/** A word that a program has broken where it may be: the line ends in a hyphen then. */
const SOFTLY_BROKEN = /\u00ad[-\u2010]?[ \t]{0,9}\r?\n[ \t]{0,9}(?=\p{Ll})/gu
/** Control characters that stand for no line or tab. XML, and so Word, could not hold them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g
/** Word's manual line break is a vertical tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const LINE_BREAK = /[\u000b\u0085\u2028]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const PARAGRAPH_BREAK = /[\u000c\u2029]/g
/** Every space that is not the plain one: no-break, narrow, thin and wide ones. */
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
/** Signs of Word's own fonts (`\ue000` to `\uf8ff`), which are nothing in any other: bullets where a line begins, else nothing. */
const OWN_SIGN = /[\ue000-\uf8ff]/g
/** How far before its bullet a line is indented. Characters. */
const INDENT = 60
const isAtStart = (text: string, at: number): boolean => /(?:^|\n)\s*$/.test(text.slice(Math.max(0, at - INDENT), at))

/** A text without what is not seen in it, and without the signs of Word's own fonts but where they begin a line. */
export function withoutUnseen(text: string): string {
	const sign = (found: string, at: number, whole: string) => (isAtStart(whole, at) ? found : '')
	return text.replace(INVISIBLE, '').replace(OWN_SIGN, sign)
}

/**
 * Pasted text with its accidents removed: line ends are LF, spaces plain, composed letters (NFC), nothing invisible.
 * Tabs stay, since they part the cells of a table. A lone surrogate becomes U+FFFD.
 */
export function cleanText(raw: string): string {
	const plain = raw
		.toWellFormed()
		.replace(SOFTLY_BROKEN, '-\n')
		.replace(CONTROL, '')
		.replace(PARAGRAPH_BREAK, '\n\n')
		.replace(LINE_BREAK, '\n')
		.replace(SPACE, ' ')
	return normaliseText(withoutUnseen(plain))
}

import { inlineText } from '#markup/inline.ts'

const FOOTNOTE_REFERENCE = /\[\^[^\]\s]{1,100}\]/g

/** A block's text in one line, without marks and footnote references: for previews, lists and descriptions. */
export function plainText(text: string): string {
	return inlineText(text.replace(FOOTNOTE_REFERENCE, '')).replace(/\s+/g, ' ').trim()
}

/** The same, cut between words where it passes `limit` characters. */
export function excerpt(text: string, limit: number): string {
	const words = plainText(text)
	if (words.length <= limit) return words
	const end = words.lastIndexOf(' ', limit)
	return `${words.slice(0, end > 0 ? end : limit)} …`
}

import type { Block } from '#domain/statement/block.ts'
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

/** Longest description of a page in search engines and previews. Characters. */
export const DESCRIPTION_LIMIT = 160

/** What is said of a statement where only a line of it is: the first paragraph, or its title. */
export function descriptionOf(title: string, blocks: readonly Block[]): string {
	return excerpt(blocks.find((block) => block.kind === 'paragraph')?.text ?? title, DESCRIPTION_LIMIT)
}

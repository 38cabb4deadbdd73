import type { NoticeReading } from './notice.ts'
import { readNotice } from './read-notice.ts'

/**
 * Reads what came in several parts, a mail and its attachments, as one. The letter comes first, since a heading is looked
 * for at the top: the part that states a deadline, and of several the shortest; the report itself is long.
 */
export function readParts(texts: readonly string[]): NoticeReading {
	const [only = '', ...others] = texts
	if (others.length === 0) return readNotice(only)
	const statesDeadline = (text: string) => {
		const { dueOn, doubts } = readNotice(text)
		return dueOn !== null || doubts.length > 0
	}
	const ranked = texts.map((text) => ({ text, letter: statesDeadline(text) }))
	ranked.sort((one, other) => Number(other.letter) - Number(one.letter) || one.text.length - other.text.length)
	return readNotice(ranked.map(({ text }) => text).join('\n\n'))
}

import { type Expected, oneBlank } from './expected.ts'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The words within XML, breaks and blanks as blanks. */
const words = (xml: string) =>
	oneBlank(
		xml
			.replace(/<text:(?:line-break|tab|s)\b[^>]*\/>/g, ' ')
			.replace(/<[^>]*>/g, '')
			.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole),
	)

/** The lines of a text file that an office program wrote. */
export const linesIn = (text: string): string[] =>
	text
		.replace(/^\ufeff/, '')
		.split('\n')
		.map(oneBlank)
		.filter((line) => line !== '')

/** What an OpenDocument file in one piece (.fodt) says of structure. */
export function structureIn(fodt: string): Omit<Expected, 'lines'> {
	const text = fodt.slice(fodt.indexOf('<office:text'), fodt.lastIndexOf('</office:text>'))
	const notes: string[] = []
	const filled = text.replace(/<text:[ph]\b[^>]*\/>/g, '')
	const body = filled.replace(/<text:note-body>(.*?)<\/text:note-body>/gs, (_whole, note: string) => {
		notes.push(words(note))
		return ''
	})
	const items: (readonly [number, string])[] = []
	const headings: (readonly [number, string])[] = []
	let depth = 0
	for (const [, slash, list, outline, heading, paragraph] of body.matchAll(
		/<(\/?)text:(list)(?=[\s>])[^>]*>|<text:h\b[^>]*outline-level="(\d)"[^>]*>(.*?)<\/text:h>|<text:p\b[^>]*>(.*?)<\/text:p>/gs,
	)) {
		if (list !== undefined) depth += slash === '/' ? -1 : 1
		else if (heading !== undefined) headings.push([Number(outline), words(heading)])
		else if (depth > 0) items.push([depth, words(paragraph ?? '')])
	}
	return { items, headings, headRows: body.match(/<table:table-header-rows>/g)?.length ?? 0, notes }
}

/** Short words of a text, and how often each stands in it: what no end of a line or page cuts. */
export function countWords(text: string): ReadonlyMap<string, number> {
	const counts = new Map<string, number>()
	for (const [word] of text.matchAll(/(?<=^|\s)\p{L}{2,12}(?=[\s.,:]|$)/gu))
		counts.set(word, (counts.get(word) ?? 0) + 1)
	return counts
}

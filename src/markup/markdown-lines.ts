import { unescapeInline, unescapeLineStart } from '#domain/statement/inline-markdown.ts'

/** How many characters a text has without these at its end. A pattern would try to end at each run of them within it. */
function lengthWithout(text: string, ends: string): number {
	let length = text.length
	while (length > 0 && ends.includes(text.charAt(length - 1))) length -= 1
	return length
}

const trimStart = (text: string): string => text.replace(/^[ \t]+/, '')
const trimEnd = (text: string): string => text.slice(0, lengthWithout(text, ' \t'))

export const trim = (text: string): string => trimEnd(trimStart(text))

/** A heading's text without the number signs that close it. */
export function unclosed(heading: string): string {
	const line = trimEnd(heading)
	const open = line.slice(0, lengthWithout(line, '#'))
	const isClosed = open.length < line.length && (open === '' || /[ \t]$/.test(open.slice(-1)))
	return isClosed ? trimEnd(open) : heading
}

export const BLANK = /^[ \t]*$/
export const ATX = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/
export const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
export const QUOTE = /^ {0,3}>/
export const ITEM = /^( {0,3})([-+*]|\d{1,9}[.)])( {1,4}(?! )| (?= )|$)/
export const BREAK = /^ {0,3}([-_*])[ \t]*(?:\1[ \t]*){2,}$/
export const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/
export const NOTE = /^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*/
export const COMMENT = /^ {0,3}<!--/
export const LETTERED = /^ {0,3}([a-z]{1,3})[.)][ \t]+(?=[^ \t])/

export const begins = (line: string): boolean =>
	[ATX, FENCE, QUOTE, BREAK, NOTE, COMMENT].some((start) => start.test(line)) ||
	/^ {0,3}(?:[-+*]|1[.)])[ \t]+[^ \t]/.test(line)

/** A line of a paragraph without its end, and what stands in place of that: a space, or a line feed for a hard break. */
function lineEnd(line: string): readonly [text: string, end: string] {
	const bare = trimEnd(line)
	if (line.endsWith('  ')) return [bare, '\n']
	const slashes = line.length - lengthWithout(line, '\\')
	return slashes % 2 === 1 ? [line.slice(0, -1), '\n'] : [bare, ' ']
}

/** The text of one line; it holds a line feed where it had `<br>`. */
export function oneLine(line: string): string {
	const lines = unescapeInline(trim(line)).split('\n')
	return lines
		.map((each, index) => (index === 0 ? each : trimStart(each)))
		.map((each, index) => (index === lines.length - 1 ? each : trimEnd(each)))
		.join('\n')
}

/** The text of the lines of a paragraph. */
export function plain(lines: readonly string[]): string {
	let text = ''
	for (const [index, raw] of lines.entries()) {
		const isLast = index === lines.length - 1
		const [line, end] = isLast ? [trimEnd(raw), ''] : lineEnd(raw)
		text += unescapeLineStart(trimStart(line)) + end
	}
	return text.split('\n').map(oneLine).join('\n')
}

/** The cells of a table's line; a pipe with a backslash is text. */
export function cellsOf(line: string): string[] {
	const cells = line
		.trim()
		.replace(/^\|/, '')
		.split(/(?<!\\(?:\\\\)*)\|/)
	if (cells.length > 1 && BLANK.test(cells.at(-1) ?? '')) cells.pop()
	return cells.map((cell) => oneLine(cell.replaceAll('\\|', '|')))
}

export function isTable(head: string, rule: string | undefined): boolean {
	if (rule === undefined || !head.includes('|') || !/^[ \t|:-]+$/.test(rule) || !rule.includes('-')) return false
	const columns = cellsOf(rule)
	return columns.every((cell) => /^:?-+:?$/.test(cell)) && columns.length === cellsOf(head).length
}

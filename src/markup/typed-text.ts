import { normaliseText } from '#domain/kernel/text.ts'
import type { Block } from '#domain/statement/block.ts'
import { withoutUnseen } from './clean-text.ts'
import { blocksFromMarkdown } from './markdown-text.ts'

/** What a word processor or a person puts before a point of a list, where Markdown has `-`. */
const BULLET = /^([ \t]*)[•·‣⁃▪▫■□◦○●➢✓\uE000-\uF8FF][ \t]+/u
const BRACES = /^\{(?:(?:source|källa): ?(.*)|(heading|paragraph|list|signature|members|table|quote))\}$/
const NUMBERED = /^( {0,3}\d{1,9}[.)] +)\S/
/** `a. text` or `- text` right below a position. */
const BELOW = /^ {0,6}(?:[-+*]|[a-z]{1,3}[.)])[ \t]+\S/

const cleanTyped = (typed: string): string => withoutUnseen(normaliseText(typed))

/** Each line as it would stand in a Markdown file: a line that is followed by another ends there, points below a position are its own. */
function linesOf(typed: string): string[] {
	let indent = ''
	return cleanTyped(typed)
		.split('\n')
		.map((raw, index, lines) => {
			const line = raw.replace(BULLET, '$1- ').trimEnd()
			const numbered = NUMBERED.exec(line)
			if (numbered) indent = ' '.repeat(numbered[1]?.length ?? 0)
			else if (!BELOW.test(line)) indent = ''
			const braces = BRACES.exec(line)
			if (braces) return `<!-- ${braces[1] === undefined ? braces[2] : `source: ${braces[1]}`} -->`
			const own = indent !== '' && BELOW.test(line) ? indent + line.trimStart() : line
			const next = lines[index + 1] ?? ''
			return line === '' || next.trim() === '' ? own : `${own}  `
		})
}

/**
 * What somebody wrote in a field, as blocks: Markdown, where a line ends where it is ended, `•` and what word processors put
 * there begins a point, and `- ` below a position a sub-point. A heading of any level is a heading. Never throws; time is linear.
 */
export function blocksFromTyped(typed: string): Block[] {
	const { title, blocks } = blocksFromMarkdown(linesOf(typed).join('\n'))
	return title === null ? blocks : [{ kind: 'heading', text: title }, ...blocks]
}

/** A field where each line is a position, and a line that begins with a dash or a letter a sub-point of the one above. */
export function positionsFromTyped(typed: string): Block[] {
	const lines = cleanTyped(typed)
		.split('\n')
		.map((line) => line.replace(BULLET, '$1- ').trim())
		.filter((line) => line !== '')
	return lines.map((line): Block => {
		const below = /^(?:[-–+*](?!\d)|[a-z]{1,2}[.)](?=[ \t]))[ \t]*(?=\S)/.exec(line)
		const marked = below ?? /^\d{1,9}[.)][ \t]+(?=\S)/.exec(line)
		return { kind: below ? 'subPoint' : 'position', text: line.slice(marked?.[0].length ?? 0) }
	})
}

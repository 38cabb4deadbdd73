/** How a text was written: paragraphs of Markdown with empty lines between them, or elements of HTML. */
export type Written = {
	readonly shape: 'markdown' | 'html'
	readonly paragraphs: readonly string[]
	readonly between: string
}

const BLOCK = /^\s*<(?:p|ul|ol|h[1-6]|blockquote|table|div|pre|dl|section|hr)\b/i
const TAG = /<(\/?)([a-z][a-z\d]*)\b[^<>]*>/gi
/** What has no end tag. */
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col', 'link', 'meta'])

/** The paragraphs of a text, each as it was written. HTML is told by beginning with an element that is a block. */
export function paragraphsOf(text: string): Written {
	if (BLOCK.test(text))
		return { shape: 'html', paragraphs: elementsOf(text), between: />\s*\n\s*</.test(text) ? '\n' : '' }
	const paragraphs = text.split(/\n[ \t]*(?:\n[ \t]*)+/).map((paragraph) => paragraph.replace(/^\n+|\s+$/g, ''))
	return { shape: 'markdown', paragraphs: paragraphs.filter((paragraph) => paragraph !== ''), between: '\n\n' }
}

/** The outermost elements, and what stands between them. A tag too many ends nothing; one too few ends with the text. */
function elementsOf(html: string): string[] {
	const elements: string[] = []
	let [start, depth] = [0, 0]
	const close = (until: number) => {
		const element = html.slice(start, until).trim()
		if (element !== '') elements.push(element)
		start = until
	}
	for (const match of html.matchAll(TAG)) {
		const [tag, end, name = ''] = match
		if (end === undefined) continue
		const after = match.index + tag.length
		if (end === '/') {
			depth = Math.max(0, depth - 1)
			if (depth === 0) close(after)
		} else if (EMPTY.has(name.toLowerCase()) || tag.endsWith('/>')) {
			if (depth === 0 && name.toLowerCase() === 'hr') close(after)
		} else {
			if (depth === 0 && BLOCK.test(tag)) close(match.index)
			depth += 1
		}
	}
	close(html.length)
	return elements
}

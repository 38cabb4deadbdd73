/**
 * The lines of a piece of HTML as its `textContent` has them, parted where blocks end. For pages of our own making, which
 * close what they open; not a parser.
 */
export function shownLines(html: string): string[] {
	return decoded(
		html
			.replace(/<(?:style|svg)\b[\s\S]*?<\/(?:style|svg)>/g, '')
			.replace(/<\/(?:h[1-6]|p|li|dt|dd|th|td|caption|summary|div)>|<br\/?>/g, '\n')
			.replace(/<[^>]*>/g, ''),
	)
		.split('\n')
		.map((line) => line.replace(/\s+/g, ' ').trim())
		.filter((line) => line !== '')
}

/** The first element with the opening tag, whole. Elements of its own name may not stand in it. */
export function elementOf(html: string, opening: RegExp): string {
	const found = opening.exec(html)
	if (!found) throw new Error(`no ${opening} on the page`)
	const name = /^<([a-z0-9]+)/.exec(found[0])?.[1] ?? ''
	const end = html.indexOf(`</${name}>`, found.index)
	return html.slice(found.index, end + name.length + 3)
}

/** Text as it is read, of text as it is written in HTML. */
export const decoded = (text: string): string =>
	text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&nbsp;', '\u00a0')
		.replaceAll('&amp;', '&')

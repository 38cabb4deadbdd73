/** A position as it is cited. */
export type Cited = {
	readonly coalition: string
	/** `NSPH-SL 2022:1`. */
	readonly label: string
	readonly title: string
	/** As it is said: `ståndpunkt 9 b`. */
	readonly position: string
	/** The text in one line, without marks. */
	readonly text: string
	/** As it is said, and as it is counted: `2022-10-14`. */
	readonly date: string
	readonly publishedOn: string
	readonly language: 'sv' | 'en'
	/** The absolute address of its place in the text. */
	readonly address: string
	/** What of the address names it: `nsph-stockholm-2022-1-p9b`. */
	readonly key: string
}

const MARKDOWN = /[\\`*_{}[\]()<>#+!|~]/g
const unmarked = (text: string) => text.replace(MARKDOWN, '\\$&')

/** As a quote with its source under it. */
export function citedInMarkdown({ text, label, position, address, coalition, date }: Cited): string {
	return `> ${unmarked(text)}\n>\n> — [${unmarked(`${label}, ${position}`)}](${address}), ${unmarked(coalition)}, ${date}\n`
}

/** Braces are counted by BibTeX wherever they stand, so that one that was written is named. */
const IN_BIBTEX: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
}

const escaped = (text: string) =>
	text.replace(/[\\{}~^$&#%_]/g, (character) => IN_BIBTEX[character] ?? `\\${character}`).replace(/\s+/g, ' ')

/** As an entry of BibTeX, in UTF-8. The address is left as it is, as `url` asks. */
export function citedInBibtex({
	coalition,
	label,
	title,
	position,
	publishedOn,
	language,
	address,
	key,
}: Cited): string {
	const fields = {
		// In braces of its own: the name of an organisation has no first and last part.
		author: `{${escaped(coalition)}}`,
		title: `{${escaped(title)}}`,
		institution: escaped(coalition),
		number: escaped(label),
		note: escaped(position),
		year: publishedOn.slice(0, 4),
		date: publishedOn,
		langid: language === 'sv' ? 'swedish' : 'english',
		url: address,
	}
	const lines = Object.entries(fields).map(([name, value]) => `\t${name} = {${value}}`)
	return `@techreport{${key},\n${lines.join(',\n')}\n}\n`
}

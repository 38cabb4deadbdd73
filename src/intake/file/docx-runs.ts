/** A stretch of text that looks alike, as the library gives it. */
export type WordRun = {
	readonly text: string
	readonly bold: boolean
	readonly italic: boolean
	readonly code: boolean
	readonly href: string | null
}

/** Where a note is referred to, by the note's id. */
export type WordNote = { readonly note: string }

export type WordLine = readonly (WordRun | WordNote)[]

const PUNCTUATION = /[\p{P}\p{S}]/u
const ADDRESS = /https?:\/\/[^\s<>`\\]+/gi
/** What would be read as a mark: a star that stands by a word, an underscore at the edge of one, the beginning of a link or a note. */
const MARKS =
	/\\(?=[!-/:-@[-`{-~])|\*(?! )|(?<! )\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|`|\[(?=\^|[^\]]{0,999}\]\()|<(?=https?:\/\/)/giu

/** A text in which inline Markdown sees no mark. */
function plain(text: string): string {
	const pieces: string[] = []
	let from = 0
	for (const { 0: address, index } of text.matchAll(ADDRESS)) {
		pieces.push(text.slice(from, index).replace(MARKS, '\\$&'), address)
		from = index + address.length
	}
	return [...pieces, text.slice(from).replace(MARKS, '\\$&')].join('')
}

/** A line as inline Markdown. `labelOf`: what a note is referred to with, or null where there is none. */
export function markdownOf(line: WordLine, labelOf: (note: string) => string | null): string {
	const runs = joined(line)
	return runs
		.map((run, at) => {
			if (!('text' in run)) {
				const label = labelOf(run.note)
				return label === null ? '' : `[^${label}]`
			}
			return looking(run, edge(runs[at - 1], -1), edge(runs[at + 1], 0))
		})
		.join('')
		.split('\n')
		.map((each) => each.trim())
		.join('\n')
		.trim()
}

/** The character beside a run, and whether it is a mark of another. */
function edge(run: WordRun | WordNote | undefined, at: 0 | -1): string {
	if (run === undefined) return ''
	if (!('text' in run)) return at === -1 ? ']' : '['
	const isPlain = !run.bold && !run.italic && !run.code && run.href === null
	return isPlain || /^\s|\s$/.test(run.text) ? (run.text.at(at) ?? '') : '*'
}

function looking({ text, bold, italic, code, href }: WordRun, before: string, after: string): string {
	const [, lead = '', inner = '', tail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
	if (inner === '' || inner.includes('\n')) return plain(text)
	if (code && !inner.includes('`')) return `${lead}\`${inner}\`${tail}`
	const marks = `${bold ? '**' : ''}${italic ? '*' : ''}`
	const fits =
		marks !== '' &&
		opens(lead === '' ? before : ' ', inner[0] ?? '') &&
		opens(tail === '' ? after : ' ', inner.at(-1) ?? '')
	const words = fits ? `${marks}${linked(inner, href)}${[...marks].toReversed().join('')}` : linked(inner, href)
	return `${lead}${words}${tail}`
}

/** Whether emphasis can begin, or end, between these two (CommonMark, “flanking”). */
const opens = (outer: string, inner: string) =>
	outer === '' || /\s/.test(outer) || (outer !== '*' && (PUNCTUATION.test(outer) || !PUNCTUATION.test(inner)))

function linked(text: string, href: string | null): string {
	if (href === null || !/^(?:https?:\/\/|mailto:)/i.test(href)) return plain(text)
	if (text === href && !/[?!.,:;*_'"~”’»…\])]$/.test(href)) return text
	const address = href.replace(/[\s()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
	return `[${plain(text).replace(/(?<!\\)[[\]]/g, '\\$&')}](${address})`
}

/** Runs that look alike beside each other are one. */
function joined(line: WordLine): WordLine {
	const runs: (WordRun | WordNote)[] = []
	for (const run of line) {
		const last = runs.at(-1)
		const alike =
			last !== undefined &&
			'text' in last &&
			'text' in run &&
			last.bold === run.bold &&
			last.italic === run.italic &&
			last.code === run.code &&
			last.href === run.href
		if (alike) runs[runs.length - 1] = { ...last, text: last.text + run.text }
		else runs.push(run)
	}
	return runs
}

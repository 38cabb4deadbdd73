/**
 * What stands between code spans and web addresses in a line of inline Markdown, where a backslash is an escape: the escape
 * of a punctuation mark, `<br>`, a mark that other readers of Markdown act on and we do not, or an address in brackets.
 */
const SPECIAL =
	/(`+)|<?https?:\/\/[^\s<>`\\]*>?|\\[!-/:-@[-`{-~]|<br ?\/?>|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]{1,31};)|~/gi

/** The line with `change` made to each special that is neither code nor an address. Time is linear. */
function mapSpecials(line: string, change: (special: string, end: number) => string): string {
	const runs = [...line.matchAll(/`+/g)].map((match) => ({ at: match.index, length: match[0].length }))
	const last = new Map(runs.map((run, index) => [run.length, index]))
	let result = ''
	let done = 0
	let passed = 0
	SPECIAL.lastIndex = 0
	for (let match = SPECIAL.exec(line); match !== null; match = SPECIAL.exec(line)) {
		const [special, ticks] = match
		if (ticks === undefined) {
			result +=
				line.slice(done, match.index) + (/^<?http/i.test(special) ? special : change(special, SPECIAL.lastIndex))
			done = SPECIAL.lastIndex
			continue
		}
		const from = match.index + ticks.length
		while ((runs[passed]?.at ?? from) < from) passed += 1
		if ((last.get(ticks.length) ?? -1) < passed) continue
		while (runs[passed]?.length !== ticks.length) passed += 1
		const end = (runs[passed]?.at ?? from) + ticks.length
		result += line.slice(done, end)
		done = end
		SPECIAL.lastIndex = end
	}
	return result + line.slice(done)
}

/** Where a line would begin something else than text, and how much of it stands before the mark to escape. */
const STARTS: readonly RegExp[] = [
	/^()(?:#{1,6}|[-+*])(?=[ \t]|$)/,
	/^()>/,
	/^(\d{1,9}|[a-z]{1,3})[.)](?=[ \t]|$)/,
	/^()`{3,}[^`]*$/,
	/^()\[[^\]]*\]:/,
	/^()\[[ xX]\](?=[ \t])/,
	/^()[-:|](?:[ \t:|-]*)$/,
	/^()([-_*=])[ \t]*(?:\2[ \t]*)*$/,
]

function escapeStart(line: string): string {
	for (const start of STARTS) {
		const before = start.exec(line)?.[1]
		if (before !== undefined) return `${before}\\${line.slice(before.length)}`
	}
	return line
}

/** Only an escape that `escapeStart` would have made: `\*` may as well keep an emphasis from beginning. */
function unescapeStart(line: string): string {
	const match = /^(\d{1,9}|[a-z]{1,3})?\\/.exec(line)
	if (match === null) return line
	const bare = (match[1] ?? '') + line.slice(match[0].length)
	return escapeStart(bare) === line ? bare : line
}

/**
 * A line of a block's text as it stands anywhere but first in a line of a Markdown file. Our inline Markdown knows no HTML,
 * character references or strikethrough; where it shows them as typed, other readers must too.
 */
export function escapeInline(line: string): string {
	return mapSpecials(line, (special) => (special.startsWith('\\') ? special : `\\${special}`))
}

/** The way back from `escapeInline`; a bare `<br>`, which it never leaves, is a line feed. */
export function unescapeInline(line: string): string {
	return mapSpecials(line, (special, end) => {
		if (/^<br/i.test(special)) return '\n'
		const keepsLink = special === '\\<' && /^https?:$/i.test(line.slice(end, end + 6).replace(/:.*/, ':'))
		return /^\\[<&~]/.test(special) && !keepsLink ? special.slice(1) : special
	})
}

/** As `escapeInline`, for a text that begins a line of a Markdown file and must stay plain text: `# x`, `1984. Året`. */
export function escapeLine(line: string): string {
	return escapeStart(escapeInline(line))
}

/** A physical line of a Markdown file without the escape that keeps it plain text. */
export { unescapeStart as unescapeLineStart }

/** A word as a slip of the pen makes it: a letter missing, doubled, or changed places with the next. The first one stays. */
function slipsOf(word: string): string[] {
	const slips = new Set<string>()
	for (let at = 1; at < word.length; at += 1) {
		const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
		slips.add(before + after).add(before + letter + letter + after)
		if (after !== '') slips.add(before + after.charAt(0) + letter + after.slice(1))
	}
	slips.delete(word)
	return [...slips]
}

/** What looks like a slip, and is a word. */
const WORDS = new Set([
	'sara',
	'svar',
	'svarar',
	'svare',
	'svarn',
	'yttrar',
	'sist',
	'sita',
	'remissvar',
	'sena',
	'senas',
	'senat',
])

/** A pattern, as a source, of the slips of words that stand by themselves. */
export const slips = (...words: readonly string[]) =>
	`(?<!\\p{L})(?:${[...new Set(words.flatMap(slipsOf))].filter((slip) => !WORDS.has(slip)).join('|')})(?!\\p{L})`

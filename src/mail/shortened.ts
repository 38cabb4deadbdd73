/** The text on one line of at most `limit` characters, cut between words where that leaves half of it, with `…` at the cut. */
export function shortened(text: string, limit: number): string {
	const letters = [...text.replace(/\s+/g, ' ').trim()]
	if (letters.length <= limit) return letters.join('')
	const cut = letters.slice(0, limit - 1).join('')
	const lastWord = cut.lastIndexOf(' ')
	return `${(lastWord > limit / 2 ? cut.slice(0, lastWord) : cut).replace(/[\s,;:–-]+$/, '')}…`
}

/** Within a limit, cut between words where there are any, on one line. */
export function shortened(text: string, limit: number): string {
	const letters = [...text.replace(/\s+/g, ' ').trim()]
	if (letters.length <= limit) return letters.join('')
	const cut = letters.slice(0, limit - 1).join('')
	const lastWord = cut.lastIndexOf(' ')
	return `${(lastWord > limit / 2 ? cut.slice(0, lastWord) : cut).replace(/[\s,;:–-]+$/, '')}…`
}

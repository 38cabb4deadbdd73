/**
 * Where a person asked for a block to be split: at the empty line they put into its text. The index is in `original`.
 * Null when there is no empty line, or when more than white space was changed.
 */
export function splitAt(original: string, marked: string): number | null {
	const cut = /\n[ \t]*\n/.exec(marked)
	if (!cut) return null
	const bare = (text: string) => text.replace(/\s+/g, '')
	const head = bare(marked.slice(0, cut.index))
	if (head + bare(marked.slice(cut.index)) !== bare(original)) return null
	let seen = 0
	for (let index = 0; index < original.length; index += 1) {
		if (seen === head.length) return index
		if (!/\s/.test(original.charAt(index))) seen += 1
	}
	return null
}

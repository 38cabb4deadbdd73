/** A text whose lines were broken for the way, as it was before (RFC 3676): a line that ends in a space goes on in the next. */
export function unflowed(text: string, delsp = ''): string {
	const pieces: string[] = []
	for (const [index, line] of text.split('\n').entries()) {
		const last = pieces.at(-1) ?? ''
		const goesOn = index > 0 && last.endsWith(' ') && last !== '-- '
		if (index > 0 && !goesOn) pieces.push('\n')
		else if (goesOn && /^yes$/i.test(delsp)) pieces[pieces.length - 1] = last.slice(0, -1)
		pieces.push(line.startsWith(' ') ? line.slice(1) : line)
	}
	return pieces.join('')
}

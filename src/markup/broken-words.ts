/** A word broken at the end of a line. */
const BROKEN = /\p{L}[-\u2010]$/u
/** After these words a hyphen stands for what is left out: "skatte- och avgiftsfrihet". */
const LINKING = /^(?:och|eller|samt|respektive|resp|till|men)(?!\p{L})/u
/** A hyphen of its own: "EU-kommissionen", "e-post". */
const OWN_HYPHEN = /(?:\p{Lu}|(?<!\p{L})\p{L})[-\u2010]$/u

/** Whether a line breaks off in the middle of a word, or of words put together. */
export const isBroken = (above: string, below: string): boolean => BROKEN.test(above) && /^\p{Ll}/u.test(below)

/** Puts a line behind others that it goes on, without the hyphen that only parts a word. */
export function goOn(lines: string[], below: string): void {
	const above = lines.at(-1) ?? ''
	if (!isBroken(above, below) || LINKING.test(below)) {
		lines.push(' ', below)
		return
	}
	if (!OWN_HYPHEN.test(above)) lines[lines.length - 1] = above.slice(0, -1)
	lines.push(below)
}

/** Stands between a letter and what those wrote who sent it on: a rule that nobody draws by hand. */
const ASIDE = '⸻'

const BEGINS = new RegExp(`(?:^|\\n)[ \\t]*${ASIDE}[ \\t]*(?:\\r?\\n|$)`)

/** A letter as it is kept, with what was written around it below a rule. */
export function letterAndAside(letter: string, aside: readonly string[]): string {
	return aside.length === 0 ? letter : `${letter}\n\n${ASIDE}\n\n${aside.join('\n\n')}`.trim()
}

/** The letter alone: what the forwarder writes is none of its facts. */
export function letterIn(text: string): string {
	const at = BEGINS.exec(text)?.index
	return at === undefined ? text : text.slice(0, at)
}

/** Words that are hardly anything but a denial. Not those that mostly are something else, such as `om`, `utan`, `bara` and `only`. */
const DENIALS = new Set(
	`inte ej icke aldrig ingen inget inga ingenting ingalunda varken nej knappast
	not no never none nothing nobody nor neither cannot`.split(/\s+/),
)

const lower = (word: string): string => word.toLocaleLowerCase('sv')

/** The denials among some words, in small letters. */
export const denialsIn = (words: readonly string[]): string[] =>
	words.map(lower).filter((word) => DENIALS.has(word) || /n['’]t$/.test(word))

/** How many there are, but for those that may stand there. */
export const countDenials = (words: readonly string[], allowed: ReadonlySet<string>): number =>
	denialsIn(words).filter((word) => !allowed.has(word)).length

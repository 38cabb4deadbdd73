/** How many associations are named where many statements stand below each other; the statement's own page has all. */
const NAMED = 3

/** So many, and how many more there are; one more is named as well. */
export const firstFew = (names: readonly string[], more: (count: number) => string): readonly string[] =>
	names.length <= NAMED + 1 ? names : [...names.slice(0, NAMED), more(names.length - NAMED)]

/** How many associations are named where many statements stand below each other; the statement's own page has all. */
const NAMED = 3

/** So many, and how many more there are; one more is named as well. */
export const firstFew = (
	names: readonly string[],
	more: (count: number) => string,
	named = NAMED,
): readonly string[] => (names.length <= named + 1 ? names : [...names.slice(0, named), more(names.length - named)])

/** How many are named of those that stand behind a position of the bank, behind a fold. */
export const NAMED_IN_BANK = 12

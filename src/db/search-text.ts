/** In lower case. å, ä and ö stay letters of their own. */
const lower = (text: string): string => text.normalize('NFC').toLocaleLowerCase('sv')

/** Letters that are the same to whoever searches, though no letter's capital and small form. */
const SAME: Readonly<Record<string, string>> = { ς: 'σ', ı: 'i' }

/**
 * For comparing without regard to capital letters, of every script: what is searched and what is searched for go through it
 * alike. SQLite itself knows only a to z.
 */
export function searchText(text: string): string {
	// The capital of i with a dot becomes an i and a dot of its own.
	return lower(text)
		.replace(/i\u0307/g, 'i')
		.replace(/[ςı]/g, (letter) => SAME[letter] ?? letter)
}

/** Letters that become one of these in `searchText` and are not its capital. */
const OTHERS: Readonly<Record<string, string>> = {
	i: 'ıİ',
	k: '\u212a',
	å: '\u212b',
	ω: '\u2126',
	σ: 'ς',
	θ: 'ϴ',
	ß: 'ẞ',
	ǆ: 'ǅ',
	ǉ: 'ǈ',
	ǌ: 'ǋ',
	ǳ: 'ǲ',
}

/** Greek letters with an iota below have a capital of one character all the same, as many places after them. */
const AFTER = [8, 9]

/** Every letter that `searchText` makes into this one. */
export function lettersLike(letter: string): string[] {
	const capital = letter.toUpperCase()
	const later = AFTER.map((places) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + places))
	const capitals = [...capital].length > 1 ? later.filter((each) => each.toLowerCase() === letter) : [capital]
	return [...new Set([letter, ...capitals, ...(OTHERS[letter] ?? '')])]
}

/**
 * A pattern of SQLite's GLOB that a text matches which holds the words, in whatever capitals: SQLite need not fold what is
 * searched, be it folded or as it was written.
 */
export function searchPattern(words: string): string {
	const letters = [...searchText(words)].map((letter) => {
		const like = lettersLike(letter)
		return like.length > 1 || /[*?[]/.test(letter) ? `[${like.join('')}]` : letter
	})
	return `*${letters.join('')}*`
}

/** In ASCII, what comes after z. */
const AFTER_Z: Readonly<Record<string, string>> = { å: '{', ä: '|', æ: '|', ö: '}', ø: '}' }

/** What a name is sorted and looked up by in SQL: in its bytes' order å, ä and ö come after z, and accents make no difference. */
export function sortKey(name: string): string {
	return lower(name)
		.replace(/[åäæöø]/g, (letter) => AFTER_Z[letter] ?? letter)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
}

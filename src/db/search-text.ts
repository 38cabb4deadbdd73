/** In lower case, for comparing without regard to it: SQLite itself knows only a to z. å, ä and ö stay letters of their own. */
export function searchText(text: string): string {
	return text.normalize('NFC').toLocaleLowerCase('sv')
}

/** In ASCII, what comes after z. */
const AFTER_Z: Readonly<Record<string, string>> = { å: '{', ä: '|', æ: '|', ö: '}', ø: '}' }

/** What a name is sorted and looked up by in SQL: in its bytes' order å, ä and ö come after z, and accents make no difference. */
export function sortKey(name: string): string {
	return searchText(name)
		.replace(/[åäæöø]/g, (letter) => AFTER_Z[letter] ?? letter)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
}

const FOLDED: Readonly<Record<string, string>> = {
	å: 'a',
	ä: 'a',
	ö: 'o',
	æ: 'a',
	ø: 'o',
	é: 'e',
	ü: 'u',
	ß: 'ss',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	œ: 'oe',
	ı: 'i',
	'&': ' och ',
}

/** The slug that a name suggests: Swedish letters folded, words joined by hyphens. May come out empty. */
export function slugFrom(name: string): string {
	return name
		.normalize('NFC')
		.toLowerCase()
		.replace(/[åäöæøéüßłđðþœı&]/g, (letter) => FOLDED[letter] ?? '')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '')
}

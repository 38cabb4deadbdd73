const ROMAN: readonly (readonly [number, string])[] = [
	[1000, 'm'],
	[900, 'cm'],
	[500, 'd'],
	[400, 'cd'],
	[100, 'c'],
	[90, 'xc'],
	[50, 'l'],
	[40, 'xl'],
	[10, 'x'],
	[9, 'ix'],
	[5, 'v'],
	[4, 'iv'],
	[1, 'i'],
]

function roman(number: number): string {
	let left = number
	let text = ''
	for (const [value, sign] of ROMAN) {
		while (left >= value) {
			text += sign
			left -= value
		}
	}
	return text
}

/** As word processors count on behind z: aa, bb, cc. */
const letters = (number: number) => String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))

/** Numbers that are written otherwise than in figures; there is no list as long. */
const MOST = 3999

/** A number of a list as it is shown: `1` in figures, `a` and `A` in letters, `i` and `I` in Roman figures. */
export function itemMark(number: number, type: string): string {
	if (number < 1 || number > MOST) return String(number)
	switch (type) {
		case 'a':
			return letters(number)
		case 'A':
			return letters(number).toUpperCase()
		case 'i':
			return roman(number)
		case 'I':
			return roman(number).toUpperCase()
		default:
			return String(number)
	}
}

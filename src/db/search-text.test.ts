import { expect, test } from 'vitest'
import { lettersLike, searchPattern, searchText, sortKey } from './search-text.ts'

const byKey = (names: readonly string[]) =>
	names.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : sortKey(one) > sortKey(other) ? 1 : 0))

test('sorts as Swedish does: å, ä and ö after z, capitals and accents as if they were not', () => {
	const names = ['Östgöta', 'zebra', 'Ångest', 'Äldre', 'idé', 'Idag', 'Idéa', 'anhöriga', 'Ørsted', 'Zon']
	expect(byKey(names)).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'sv')))
})

test('every letter is among those that its folded form is looked for by, in every script', () => {
	const missed: string[] = []
	for (let code = 0; code <= 0x1ffff; code += 1) {
		const letter = String.fromCodePoint(code)
		if (!/\p{L}/u.test(letter)) continue
		const folded = searchText(letter)
		const [like, ...more] = [...folded]
		if (more.length === 0 && like !== undefined && !lettersLike(like).includes(letter.normalize('NFC')))
			missed.push(letter)
		expect(searchText(folded)).toBe(folded)
	}
	expect(missed).toEqual([])
})

test('what GLOB has other meanings for is looked for as it is', () => {
	expect(searchPattern('[a*?]-b')).toBe('*[[][aA][*][?]]-[bB]*')
})

import { expect, test } from 'vitest'
import { sortKey } from './search-text.ts'

const byKey = (names: readonly string[]) =>
	names.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : sortKey(one) > sortKey(other) ? 1 : 0))

test('sorts as Swedish does: å, ä and ö after z, capitals and accents as if they were not', () => {
	const names = ['Östgöta', 'zebra', 'Ångest', 'Äldre', 'idé', 'Idag', 'Idéa', 'anhöriga', 'Ørsted', 'Zon']
	expect(byKey(names)).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'sv')))
})

import { expect, test } from 'vitest'
import { partAt, partOf } from './part.ts'

const list = Array.from({ length: 101 }, (_, index) => index + 1)
const asked = (part: string) => partOf(list, new URLSearchParams({ part }))

test('a list that fits on a page is one part, and an empty one too', () => {
	const fits = list.slice(0, 50)
	expect(partOf(fits, new URLSearchParams())).toEqual({ items: fits, number: 1, count: 1, before: 0, total: 50 })
	expect(partOf([], new URLSearchParams())).toEqual({ items: [], number: 1, count: 1, before: 0, total: 0 })
})

test('the parts of a longer list are the list, one after the other', () => {
	expect([asked('1'), asked('2'), asked('3')].flatMap(({ items }) => items)).toEqual(list)
	expect(asked('3')).toEqual({ items: [101], number: 3, count: 3, before: 100, total: 101 })
})

test.each([
	['', 1],
	['0', 1],
	['-1', 1],
	['1.5', 1],
	['two', 1],
	['4', 3],
	['999999999', 3],
	['9999999999', 1],
])('to ask for part “%s” is to be shown part %s', (part, shown) => {
	expect(asked(part).number).toBe(shown)
})

test('what stands at a place is in the part that holds it', () => {
	for (const [place, item] of list.entries()) expect(asked(String(partAt(place))).items).toContain(item)
})

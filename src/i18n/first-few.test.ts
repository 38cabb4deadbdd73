import { expect, test } from 'vitest'
import { olderWords } from './older.ts'

const names = (count: number) => Array.from({ length: count }, (_, index) => `F${index + 1}`)

test('where statements stand below each other a few associations are named, and how many more there are', () => {
	expect(olderWords('sv').contestedBy(names(1))).toBe('F1 känner inte till det')
	expect(olderWords('sv').contestedBy(names(4))).toBe('F1, F2, F3 och F4 känner inte till det')
	expect(olderWords('sv').contestedBy(names(1_000))).toBe('F1, F2, F3 och 997 till känner inte till det')
	expect(olderWords('en').contestedBy(names(1_000))).toBe('Not known to F1, F2, F3 and 997 more')
})

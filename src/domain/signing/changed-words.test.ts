import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedWords, wordsOf } from './changed-words.ts'

const words = fc.array(fc.constantFrom('vi', 'ser', 'inte', 'att', 'vård'), { maxLength: 12 })

test('words are what stands between marks and spaces', () => {
	expect(wordsOf('Vi, *NSPH*, vill se 1,5 % – inte 15. E-post: https://a.se/b')).toEqual([
		...['Vi', 'NSPH', 'vill', 'se', '1,5', 'inte', '15', 'E-post', 'https', 'a.se/b'],
	])
})

test('a changed word is found where it stands', () => {
	expect(changedWords(wordsOf('Vi är positva till det'), wordsOf('Vi är positiva till det.'), 10)).toEqual([
		{ at: 2, before: ['positva'], after: ['positiva'] },
	])
	expect(changedWords(['a', 'b', 'c'], ['b', 'c', 'd'], 10)).toEqual([
		{ at: 0, before: ['a'], after: [] },
		{ at: 3, before: [], after: ['d'] },
	])
	expect(changedWords([], [], 0)).toEqual([])
})

test('what is taken away and put in its place makes the other text', () => {
	fc.assert(
		fc.property(words, words, (before, after) => {
			const made: string[] = [...before]
			for (const changed of (changedWords(before, after, 24) ?? []).toReversed()) {
				expect(made.splice(changed.at, changed.before.length, ...changed.after)).toEqual(changed.before)
			}
			expect(made).toEqual(after)
		}),
	)
})

test('it is as few words as can be, and nothing where that is more than was asked for', () => {
	fc.assert(
		fc.property(words, words, (before, after) => {
			const found = changedWords(before, after, 24) ?? []
			const edits = found.reduce((sum, each) => sum + each.before.length + each.after.length, 0)
			expect(edits).toBe(before.length + after.length - 2 * longestShared(before, after))
			expect(changedWords(before, after, edits - 1)).toBe(null)
		}),
	)
})

/** The length of the longest list of words that both hold in order, by the plain recursion. */
function longestShared(one: readonly string[], other: readonly string[]): number {
	const rows = [one.map(() => 0).concat(0)]
	for (const word of other) {
		const above = rows.at(-1) ?? []
		const row = [0]
		one.forEach((candidate, x) => {
			row.push(candidate === word ? (above[x] ?? 0) + 1 : Math.max(above[x + 1] ?? 0, row[x] ?? 0))
		})
		rows.push(row)
	}
	return rows.at(-1)?.at(-1) ?? 0
}

import { expect, test } from 'vitest'
import type { BlockVersionId } from '#domain/kernel/id.ts'
import { textMark } from './text-mark.ts'

const text = (...ids: string[]) => ids.map((id) => ({ id: id as BlockVersionId }))

test('a text has the mark of its versions in their order, and another text another', () => {
	expect(textMark(text('a', 'b'))).toBe(textMark(text('a', 'b')))
	const others = [[], ['a'], ['b', 'a'], ['ab'], ['a', 'b', 'c'], ['a', 'c']].map((ids) => textMark(text(...ids)))
	expect(new Set([...others, textMark(text('a', 'b'))]).size).toBe(others.length + 1)
})

test('of texts that differ in one version, no two have the same mark', () => {
	const marks = Array.from({ length: 5_000 }, (_, at) => textMark(text('first', `version-${at}`, 'last')))
	expect(new Set(marks).size).toBe(marks.length)
})

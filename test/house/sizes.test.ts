import { expect, it } from 'vitest'
import { sourceFiles } from './tree.ts'

/** Past 250 lines, look for the second idea in a file; past 300 it has one; of tests too, whose second idea is a file beside. */
const LIMIT = 300

it('keeps every file short enough to hold one idea', () => {
	const long = sourceFiles()
		.map(({ path, source }) => ({ path, lines: source.trimEnd().split('\n').length }))
		.filter(({ lines }) => lines > LIMIT)
	expect(long).toEqual([])
})

import { expect, it } from 'vitest'
import { sourceFiles } from './tree.ts'

/** Past 250 lines, look for the second idea in a file; past 300 it has one. Tests are flat lists, and may be longer. */
const LIMIT = 300

it('keeps every file short enough to hold one idea', () => {
	const long = sourceFiles()
		.filter(({ path }) => !/\.test\.tsx?$/.test(path))
		.map(({ path, source }) => ({ path, lines: source.split('\n').length }))
		.filter(({ lines }) => lines > LIMIT)
	expect(long).toEqual([])
})

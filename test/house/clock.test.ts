import { expect, it, test } from 'vitest'
import { sourceFiles } from './tree.ts'

/** What measures time: how long a test takes hangs on the machine, and on what else runs there. */
const MEASURES = /performance\.now\(\)\s*-|(?:thread)?[cC]puUsage\(|hrtime|Date\.now\(\)\s*-|=\s*performance\.now\(\)/

it.each([
	'expect(performance.now() - started).toBeLessThan(10)',
	'const started = performance.now()',
	'const { user } = process.threadCpuUsage(before)',
	'const before = process.cpuUsage()',
	'const took = Date.now() - started',
])('finds the clock in: %s', (source) => {
	expect(source).toMatch(MEASURES)
})

test('no test measures time but through test/support/growth.ts, which compares a whole with its part', () => {
	const measuring = sourceFiles()
		.filter(({ path, source }) => /\.test\.tsx?$/.test(path) && MEASURES.test(source))
		.map(({ path }) => path)
	expect(measuring).toEqual(['test/house/clock.test.ts'])
})

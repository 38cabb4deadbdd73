import { expect, test } from 'vitest'
import { whereItFailed } from './log.ts'

const TYPED = 'Disa Hemlig'

test.each([
	['what was typed', TYPED],
	['lines that look like places', `typed:\n    at ${TYPED} disa@example.org\n    at more (${TYPED}.ts:1:1)`],
	['nothing', ''],
	['its own name', 'Error'],
])('of an error that says %s only its kind is written down, and where it failed', (_what, says) => {
	const failures = [new TypeError(says), new AggregateError([new Error(says)], says)]
	const failed = whereItFailed(new AggregateError(failures, says))
	expect(failed).toEqual(
		['TypeError', 'Error'].map((error) => ({
			error,
			stack: expect.arrayContaining([expect.stringMatching(/^ {4}at .*log\.test\.ts:\d+:\d+\)?$/)]),
		})),
	)
	expect(JSON.stringify(failed)).not.toMatch(/Disa|example/)
})

test.each([
	['550', '550'],
	['SQLITE_BUSY', 'SQLITE_BUSY'],
	['Disa Hemlig', undefined],
	['disa@example.org', undefined],
	[7, undefined],
])('what a server answered by is written down where it is a code: %s', (code, written) => {
	const [failed] = whereItFailed(Object.assign(new Error(TYPED), { code }))
	expect(failed?.code).toBe(written)
})

test('nor of what it said before it was made to say something else, or of what is no error', () => {
	const error = new Error(`typed:\n    at ${TYPED}`)
	expect(error.stack).toContain(TYPED)
	error.message = 'said anew'
	expect(whereItFailed(error)).toEqual([{ error: 'Error', stack: [] }])
	expect(whereItFailed(TYPED)).toEqual([{ error: 'string', stack: [] }])
})

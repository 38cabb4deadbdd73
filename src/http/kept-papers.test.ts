import { expect, test } from 'vitest'
import { keptPaper } from './kept-papers.ts'

const MEGABYTE = 1024 * 1024

test('a file is made once, until others have taken its room', async () => {
	const made: string[] = []
	const ask = (key: string, size = MEGABYTE) =>
		keptPaper(key, () => {
			made.push(key)
			return Promise.resolve(new Uint8Array(size))
		})
	const first = await ask('first')
	expect(await ask('first')).toBe(first)
	expect(made).toEqual(['first'])
	for (let other = 0; other < 8; other += 1) await ask(`other ${other}`)
	await ask('other 0')
	await ask('first')
	expect(made.filter((key) => key === 'first')).toHaveLength(2)
	expect(made.filter((key) => key === 'other 0')).toHaveLength(1)
	// One that has no room at all is given, and nothing else is lost for good.
	expect(await ask('large', 9 * MEGABYTE)).toHaveLength(9 * MEGABYTE)
	expect(await ask('small', 1)).toHaveLength(1)
})

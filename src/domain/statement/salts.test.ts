import { expect, test } from 'vitest'
import { version } from '#test/support/rules.ts'
import { saltsAfter, saltsFor } from './salts.ts'

const blocks = [version('Ett.', 'a'), version('Två.', 'b')]
const counted = () => {
	let drawn = 0
	return () => `salt ${drawn++}`
}

test('title and blocks each get a salt of their own', () => {
	expect(saltsFor(blocks, counted())).toEqual({ title: 'salt 0', blocks: ['salt 1', 'salt 2'] })
})

test('a block written anew gets a new salt, and the rest keep theirs', () => {
	const mended = blocks.map((block, index) => (index === 1 ? { ...version('Tre.', 'b'), id: 'b-v2' as never } : block))
	const salts = { title: 'title', blocks: ['first', 'second'] }
	expect(saltsAfter(salts, blocks, mended, counted())).toEqual({ title: 'title', blocks: ['first', 'salt 0'] })
	expect(saltsAfter(salts, blocks, blocks, counted())).toEqual(salts)
})

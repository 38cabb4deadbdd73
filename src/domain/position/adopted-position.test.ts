import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { adoptedPositions, afterPositions } from './adopted-position.ts'

const position = (text: string): Block => ({ kind: 'position', text })
const subPoint = (text: string): Block => ({ kind: 'subPoint', text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

const draft = (blocks: readonly Block[]): BlockVersion[] =>
	blocks.map((content, index) => ({ id: `v${index}` as BlockVersionId, blockId: `b${index}` as BlockId, content }))

test('takes each position with its number, its sub-points and its place', () => {
	const blocks = [paragraph('Vi vill'), position('A'), subPoint('a'), paragraph('och'), subPoint('b'), position('B')]
	expect(adoptedPositions(blocks)).toEqual([
		{ number: 1, text: 'A', subPoints: ['a', 'b'], first: 1, last: 4 },
		{ number: 2, text: 'B', subPoints: [], first: 5, last: 5 },
	])
})

test('leaves out sub-points of no position', () => {
	expect(adoptedPositions([subPoint('a'), paragraph('b')])).toEqual([])
})

test('another position goes after the last there is with its sub-points, or last in a text without any', () => {
	expect(afterPositions(draft([position('A'), subPoint('a'), paragraph('Slut')]))).toBe('b1')
	expect(afterPositions(draft([paragraph('A'), paragraph('B')]))).toBe('b1')
	expect(afterPositions([])).toBe(null)
})

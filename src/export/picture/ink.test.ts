import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inkOf, type Point } from './ink.ts'

const SIDE = 12

function covered(...outlines: readonly (readonly Point[])[]): number[] {
	const ink = inkOf(SIDE, SIDE)
	for (const outline of outlines) ink.add(outline)
	return Array.from(ink.covered())
}

const rectangle = (left: number, top: number, right: number, bottom: number): Point[] => [
	[left, top],
	[right, top],
	[right, bottom],
	[left, bottom],
]

test('a pixel that is half inside is half covered, and one outside is not', () => {
	const pixels = covered(rectangle(1.5, 2, 4, 3.25))
	const row = (y: number) => pixels.slice(y * SIDE, y * SIDE + 6)
	expect(row(1)).toEqual([0, 0, 0, 0, 0, 0])
	expect(row(2)).toEqual([0, 0.5, 1, 1, 0, 0])
	expect(row(3)).toEqual([0, 0.125, 0.25, 0.25, 0, 0])
	expect(row(4)).toEqual([0, 0, 0, 0, 0, 0])
})

test('a hole goes the other way, and what lies over another is covered once', () => {
	const [outer, inner] = [rectangle(1, 1, 9, 9), rectangle(3, 3, 5, 5)]
	expect(covered(outer, inner.toReversed())[4 * SIDE + 4]).toBe(0)
	expect(covered(outer, inner)).toEqual(covered(outer))
})

test('what is covered of a triangle is its area', () => {
	const within = fc.double({ min: 1, max: SIDE - 2, noNaN: true })
	const point = fc.tuple(within, within)
	fc.assert(
		fc.property(point, point, point, (a, b, c) => {
			const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
			const sum = covered([a, b, c]).reduce((all, one) => all + one, 0)
			expect(sum).toBeCloseTo(area, 3)
		}),
	)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placed } from './comments-place.ts'

test('a card stands beside what it is about, or below the one before it', () => {
	const cards = [
		{ height: 50, wants: 100 },
		{ height: 50, wants: 110 },
		{ height: 50, wants: 400 },
	]
	expect(placed(cards, -1)).toEqual([100, 162, 400])
	// The one that is looked at is where it wants to be, and the one before it gives way.
	expect(placed(cards, 1)).toEqual([48, 110, 400])
	// Not out of the margin.
	expect(
		placed(
			[
				{ height: 50, wants: 10 },
				{ height: 50, wants: 20 },
			],
			1,
		),
	).toEqual([0, 62])
})

test('no card stands over another, or above the margin, whichever is looked at', () => {
	const card = fc.record({ height: fc.integer({ min: 1, max: 400 }), wants: fc.integer({ min: 0, max: 3_000 }) })
	const cards = fc.array(card, { maxLength: 30 }).map((all) => all.toSorted((one, other) => one.wants - other.wants))
	fc.assert(
		fc.property(cards, fc.integer({ min: -1, max: 29 }), (all, here) => {
			const tops = placed(all, here)
			expect(tops).toHaveLength(all.length)
			tops.forEach((top, index) => {
				expect(top).toBeGreaterThanOrEqual(0)
				const before = all[index - 1]
				if (before) expect(top).toBeGreaterThanOrEqual((tops[index - 1] ?? 0) + before.height)
			})
		}),
	)
})

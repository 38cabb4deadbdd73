import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lengthOf, sliced, whole } from './pieces.ts'

const pieces = fc.array(
	fc.uint8Array({ maxLength: 6 }).map((bytes) => new Uint8Array(bytes)),
	{ maxLength: 5 },
)

test('pieces are the bytes that they are together, and so is what lies between two places', () => {
	fc.assert(
		fc.property(pieces, fc.nat(30), fc.nat(30), (some, from, to) => {
			const bytes = some.flatMap((piece) => [...piece])
			expect(lengthOf(some)).toBe(bytes.length)
			expect([...whole(some)]).toEqual(bytes)
			expect([...whole(sliced(some, from, to))]).toEqual(bytes.slice(from, to))
		}),
	)
})

test('a single piece is not copied, nor is what is sliced', () => {
	const piece = Uint8Array.of(1, 2, 3, 4)
	expect(whole([piece])).toBe(piece)
	expect(sliced([piece, piece], 2, 6).map(({ buffer }) => buffer === piece.buffer)).toEqual([true, true])
})

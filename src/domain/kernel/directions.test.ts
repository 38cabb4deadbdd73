import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withIsolatedDirections, withoutDirections } from './directions.ts'
import { normaliseText, oneLine } from './text.ts'

test('what changes the direction of writing stays out of one-line fields and of lines it does not belong to', () => {
	expect(oneLine('Anna\u202e kE\u200f\tx')).toBe('Anna kE x')
	expect(withoutDirections('\u2066שלום\u2069')).toBe('שלום')
	expect(normaliseText('Vi till\u202estyrker\u202c.\u200e')).toBe('Vi tillstyrker.')
})

test('on a line of a script that is written so it is isolated, and closed there', () => {
	expect(normaliseText('a\u202eשלום')).toBe('a\u2067שלום\u2069')
	expect(normaliseText('\u202bسلام\u202c och\u200f\u2069\nmer\u202e')).toBe('\u2067سلام\u2069 och\u200f\nmer')
})

test('each line closes what it opens, and once is as good as twice', () => {
	const sign = fc.constantFrom(...'a\nא\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c')
	fc.assert(
		fc.property(fc.array(sign, { maxLength: 150 }), (signs) => {
			const once = withIsolatedDirections(signs.join(''))
			expect(withIsolatedDirections(once)).toBe(once)
			expect(once).not.toMatch(/[\u202a-\u202e]/)
			for (const line of once.split('\n')) {
				let depth = 0
				for (const each of line) {
					depth += /[\u2066-\u2068]/.test(each) ? 1 : each === '\u2069' ? -1 : 0
					expect(depth).toBeGreaterThanOrEqual(0)
				}
				expect(depth).toBe(0)
			}
		}),
	)
})

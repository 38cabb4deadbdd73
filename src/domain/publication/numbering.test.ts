import { expect, test } from 'vitest'
import { numberLabel } from './numbering.ts'

test('a statement is cited by series, year and number', () => {
	expect(numberLabel('NSPH-SL', 2022, 1)).toBe('NSPH-SL 2022:1')
	expect(numberLabel('NSPH-SL', 2022, 10)).toBe('NSPH-SL 2022:10')
})

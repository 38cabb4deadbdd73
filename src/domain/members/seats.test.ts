import { expect, test } from 'vitest'
import { HOUR, NOW, SHEDO, seat } from '#test/support/rules.ts'
import { isSeated } from './seats.ts'

test('a seat is held from the instant its term begins until the instant it ends', () => {
	const term = seat('delegate', SHEDO, { from: NOW, until: NOW + HOUR })
	expect([NOW - 1, NOW, NOW + HOUR - 1, NOW + HOUR].map((now) => isSeated(term, now))).toEqual([
		false,
		true,
		true,
		false,
	])
})

test('a seat without an end is held until further notice', () => {
	expect(isSeated(seat('chair', null, { until: null }), NOW + 1e12)).toBe(true)
})

test('a seat that was ended is over, whatever its term says', () => {
	expect(isSeated(seat('delegate', SHEDO, { until: NOW + HOUR, endedAt: NOW - HOUR }), NOW)).toBe(false)
})

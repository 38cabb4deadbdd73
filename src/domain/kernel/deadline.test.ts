import { expect, test } from 'vitest'
import { codeOf } from '#test/support/result.ts'
import { NOW } from '#test/support/rules.ts'
import { FURTHEST_DEADLINE_MS, futureDeadline } from './deadline.ts'

const at = (instant: number) => codeOf(futureDeadline('closesAt', instant, NOW))

test('a deadline is yet to come', () => {
	expect([NOW - 1, NOW].map(at)).toEqual(['deadlinePassed', 'deadlinePassed'])
	expect(at(NOW + 1)).toBe('granted')
	expect(futureDeadline('dueAt', NOW, NOW)).toEqual({ ok: false, reason: { code: 'deadlinePassed', field: 'dueAt' } })
})

test('a deadline is within ten years and a real instant, so that it can be written as a date', () => {
	expect(at(NOW + FURTHEST_DEADLINE_MS)).toBe('granted')
	const slips = [NOW + FURTHEST_DEADLINE_MS + 1, 9e15, Number.POSITIVE_INFINITY, Number.NaN, NOW + 0.5]
	expect(slips.map(at)).toEqual(slips.map(() => 'invalid'))
})

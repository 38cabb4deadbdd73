import { expect, test } from 'vitest'
import { DAY, NOW } from '#test/support/rules.ts'
import { type AddressChange, isOpen, refusedUntil, takesEffectAt } from './address-change.ts'

const change = (more: Partial<AddressChange> = {}): AddressChange => ({
	...{ own: false, former: ['old@example.org'], createdAt: NOW, toldAt: NOW, confirmedAt: NOW + 1 },
	...{ agreedAt: null, endedAt: null, outcome: null },
	...more,
})

test('nothing takes effect before the new address has confirmed', () => {
	for (const more of [{}, { own: true }, { former: [] }, { agreedAt: NOW }])
		expect(takesEffectAt(change({ ...more, confirmedAt: null }))).toBeNull()
})

test('what a chair proposed waits for a yes, or for fourteen days of silence after the old address was told', () => {
	expect(takesEffectAt(change())).toBe(NOW + 14 * DAY)
	expect(takesEffectAt(change({ toldAt: NOW + 3 * DAY }))).toBe(NOW + 17 * DAY)
	expect(takesEffectAt(change({ toldAt: null }))).toBeNull()
	expect(takesEffectAt(change({ confirmedAt: NOW + 20 * DAY }))).toBe(NOW + 20 * DAY)
	expect(takesEffectAt(change({ toldAt: null, agreedAt: NOW + 5 }))).toBe(NOW + 5)
})

test('one’s own, and the first address of somebody who has none, wait for nobody else', () => {
	expect(takesEffectAt(change({ own: true, toldAt: null }))).toBe(NOW + 1)
	expect(takesEffectAt(change({ former: [], toldAt: null }))).toBe(NOW + 1)
})

test('it lapses after thirty days, and can be refused until then, or undone for thirty days once it is in force', () => {
	expect(isOpen(change(), NOW + 30 * DAY - 1)).toBe(true)
	expect(isOpen(change(), NOW + 30 * DAY)).toBe(false)
	expect(refusedUntil(change(), NOW)).toBe(NOW + 30 * DAY)
	expect(refusedUntil(change(), NOW + 30 * DAY)).toBeNull()
	const taken = change({ endedAt: NOW + 14 * DAY, outcome: 'taken' })
	expect(refusedUntil(taken, NOW + 44 * DAY - 1)).toBe(NOW + 44 * DAY)
	expect(refusedUntil(taken, NOW + 44 * DAY)).toBeNull()
	expect(refusedUntil({ ...taken, own: true }, NOW + 14 * DAY)).toBeNull()
	for (const outcome of ['refused', 'withdrawn', 'replaced', 'undone'] as const)
		expect(refusedUntil({ ...taken, outcome }, NOW + 14 * DAY)).toBeNull()
})

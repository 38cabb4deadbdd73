import { expect, test } from 'vitest'
import { ACTS } from '#domain/acts.ts'
import type { AssociationId, CoalitionId } from './id.ts'
import { TOLD_A_DAY, TOLD_WITHIN_MS } from './telling.ts'
import { type Told, tellsWithin } from './tells-within.ts'

const HOME = 'coalition' as CoalitionId
const NOW = 1_700_000_000_000
const bylaws = [{ kind: 'bylaws', associationId: 'anbo' as AssociationId }] as const
const members = [{ kind: 'members', associationId: 'anbo' as AssociationId }] as const
const told = (notice: string, count: number, opened = true): Told => ({
	opened,
	acts: [{ notice, count, first: NOW - 1000 }],
})

test('what tells all is refused when they were told so many times within a day, and says when it goes again', () => {
	const within = (count: number) =>
		tellsWithin(ACTS.changeSettings, { notifications: bylaws }, told('bylaws', count), HOME, NOW)
	const limit = TOLD_A_DAY.bylaws
	expect(within(limit)).toEqual({
		ok: false,
		reason: { code: 'toldTooOften', notice: 'bylaws', limit, again: NOW - 1000 + TOLD_WITHIN_MS },
	})
	// Whoever is there at the same moment counts too.
	const since = NOW - TOLD_WITHIN_MS
	expect(within(limit - 1)).toEqual({
		ok: true,
		value: [{ kind: 'toldLessThan', coalitionId: HOME, notice: 'bylaws', since, limit }],
	})
})

test('what tells nobody is never refused for it', () => {
	expect(tellsWithin(ACTS.changeSettings, {}, told('bylaws', 99), HOME, NOW)).toEqual({ ok: true, value: [] })
})

test('before the associations were asked anything as many are added as there are', () => {
	const many = (opened: boolean) =>
		tellsWithin(ACTS.addAssociation, { notifications: members }, told('members', 999, opened), HOME, NOW).ok
	expect([many(false), many(true)]).toEqual([true, false])
	expect(tellsWithin(ACTS.changeSettings, { notifications: bylaws }, told('bylaws', 999, false), HOME, NOW).ok).toBe(
		false,
	)
})

test('what takes back a change that waits is never refused for it, but of that alone', () => {
	const undoing = (undoes: readonly ('bylaws' | 'members')[]) =>
		tellsWithin(ACTS.changeSettings, { notifications: bylaws, undoes }, told('bylaws', 99), HOME, NOW)
	expect(undoing(['bylaws'])).toEqual({ ok: true, value: [] })
	expect(undoing(['members']).ok).toBe(false)
})

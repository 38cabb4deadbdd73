import { expect, test } from 'vitest'
import type { SeatId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { ANBO, actor, delegateOf, HOUR, NOW, SHEDO, seat, stranger } from '#test/support/rules.ts'
import { recentlyAuthenticated, seatFor, seatForAssociation } from './authority.ts'
import { isSeated, WRITERS } from './seats.ts'

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

test('of several seats the one named first in the rule is acted from', () => {
	const both = actor(seat('delegate', SHEDO), seat('chair'))
	expect(granted(seatFor(both, WRITERS, NOW)).role).toBe('chair')
	expect(granted(seatFor(both, ['delegate', 'deputy'], NOW)).role).toBe('delegate')
})

test('a seat that is over is passed over for one that is held', () => {
	const ended = seat('delegate', SHEDO, { id: 'old' as SeatId, endedAt: NOW - 1 })
	const held = seat('delegate', SHEDO, { id: 'new' as SeatId })
	expect(granted(seatFor(actor(ended, held), ['delegate'], NOW)).id).toBe('new')
})

test('whoever is delegate and deputy of an association speaks as its delegate', () => {
	const both = actor(seat('deputy', SHEDO), seat('delegate', SHEDO))
	expect(granted(seatForAssociation(both, SHEDO, ['delegate', 'deputy'], NOW)).role).toBe('delegate')
})

test('nobody speaks for another association than their own', () => {
	expect(codeOf(seatForAssociation(delegateOf(SHEDO), ANBO, ['delegate'], NOW))).toBe('notAllowed')
	expect(granted(seatForAssociation(delegateOf(SHEDO), SHEDO, ['delegate'], NOW)).associationId).toBe(SHEDO)
})

test('somebody with another seat learns which is needed; somebody without any learns nothing', () => {
	expect(seatFor(delegateOf(SHEDO), ['chair'], NOW)).toEqual({
		ok: false,
		reason: { code: 'notAllowed', needs: ['chair'] },
	})
	expect(codeOf(seatFor(actor(seat('chair', null, { endedAt: NOW - 1 })), ['chair'], NOW))).toBe('notAllowed')
	expect(codeOf(seatFor(stranger, ['chair'], NOW))).toBe('notFound')
	expect(codeOf(seatForAssociation(stranger, SHEDO, ['delegate'], NOW))).toBe('notFound')
})

test('twelve hours after signing in a person has to show who they are again; an access token never has to', () => {
	const since = (authenticatedAt: number | 'byToken') => ({ ...delegateOf(SHEDO), authenticatedAt })
	expect(recentlyAuthenticated(since(NOW - 12 * HOUR), NOW)).toBe(true)
	expect(recentlyAuthenticated(since(NOW - 12 * HOUR - 1), NOW)).toBe(false)
	expect(recentlyAuthenticated(since('byToken'), NOW)).toBe(true)
})

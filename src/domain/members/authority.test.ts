import { expect, test } from 'vitest'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { SeatId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	actor,
	chair,
	delegateOf,
	HOUR,
	NOW,
	operator,
	SHEDO,
	seat,
	statement,
	stranger,
} from '#test/support/rules.ts'
import { mayAsk, permit, recentlyAuthenticated } from './authority.ts'
import { MEMBERS, VOTERS, WRITERS } from './seats.ts'

const by = (roles: DeclaredAct['by']): DeclaredAct => ({ kind: 'anything', scope: 'write', by: roles })

test('of several seats the one named first in the rule is acted from', () => {
	const both = actor(seat('delegate', SHEDO), seat('chair'))
	expect(granted(permit(by(WRITERS), both, NOW)).seat.role).toBe('chair')
	expect(granted(permit(by(VOTERS), both, NOW)).seat.role).toBe('delegate')
})

test('a seat that is over is passed over for one that is held', () => {
	const ended = seat('delegate', SHEDO, { id: 'old' as SeatId, endedAt: NOW - 1 })
	const held = seat('delegate', SHEDO, { id: 'new' as SeatId })
	expect(granted(permit(by(['delegate']), actor(ended, held), NOW)).seat.id).toBe('new')
})

test('whoever is delegate and deputy of an association speaks as its delegate', () => {
	const both = actor(seat('deputy', SHEDO), seat('delegate', SHEDO))
	expect(granted(permit(by(VOTERS), both, NOW, { associationId: SHEDO })).seat.role).toBe('delegate')
})

test('nobody speaks for another association than their own', () => {
	expect(codeOf(permit(by(['delegate']), delegateOf(SHEDO), NOW, { associationId: ANBO }))).toBe('notAllowed')
	expect(granted(permit(by(['delegate']), delegateOf(SHEDO), NOW, { associationId: SHEDO })).seat.associationId).toBe(
		SHEDO,
	)
})

test('somebody with another seat learns which is needed; somebody without any learns nothing', () => {
	expect(permit(by(['chair']), delegateOf(SHEDO), NOW)).toEqual({
		ok: false,
		reason: { code: 'notAllowed', needs: ['chair'] },
	})
	expect(codeOf(permit(by(['chair']), actor(seat('chair', null, { endedAt: NOW - 1 })), NOW))).toBe('notAllowed')
	expect(codeOf(permit(by(['chair']), stranger, NOW))).toBe('notFound')
	expect(codeOf(permit(by(['delegate']), stranger, NOW, { associationId: SHEDO }))).toBe('notFound')
})

test('twelve hours after signing in a person has to show who they are again; an access token never has to', () => {
	const since = (authenticatedAt: number | 'byToken') => ({ ...delegateOf(SHEDO), authenticatedAt })
	expect(recentlyAuthenticated(since(NOW - 12 * HOUR), NOW)).toBe(true)
	expect(recentlyAuthenticated(since(NOW - 12 * HOUR - 1), NOW)).toBe(false)
	expect(recentlyAuthenticated(since('byToken'), NOW)).toBe(true)
})

test('what is done in the coalition’s name takes a seat of its own, what is done in an association’s one of that', () => {
	const talk = by(MEMBERS)
	expect(codeOf(permit(talk, delegateOf(SHEDO), NOW, { associationId: null }))).toBe('notAllowed')
	expect(codeOf(permit(talk, chair, NOW, { associationId: SHEDO }))).toBe('notAllowed')
	expect(granted(permit(talk, chair, NOW, { associationId: null })).seat.role).toBe('chair')
})

test('the stage comes after who they are, and what was found is guarded when it is saved', () => {
	const act = { ...by(VOTERS), stages: ['signing'] } as const
	const upon = { statement: statement('drafting'), associationId: SHEDO }
	expect(codeOf(permit(act, stranger, NOW, upon))).toBe('notFound')
	expect(codeOf(permit(act, delegateOf(SHEDO), NOW, upon))).toBe('wrongStage')
	const { seat: own, guards } = granted(
		permit(act, delegateOf(SHEDO), NOW, { ...upon, statement: statement('signing') }),
	)
	expect(guards).toEqual([
		{ kind: 'seated', seatId: own.id, now: NOW },
		{ kind: 'stageIn', statementId: 'statement', stages: ['signing'] },
	])
})

test('the operator needs no seat where the act says so, and only there', () => {
	expect(mayAsk({ ...by(['chair']), orBy: 'operator' }, operator, NOW).ok).toBe(true)
	expect(codeOf(mayAsk(by(['chair']), operator, NOW))).toBe('notFound')
	expect(codeOf(mayAsk({ ...by([]), orBy: 'operator' }, chair, NOW))).toBe('operatorOnly')
})

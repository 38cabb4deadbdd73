import { expect, test } from 'vitest'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, PersonId, SeatId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import { replaceSeat } from '#domain/members/arranging.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ALL_REACHED,
	ANBO,
	actor,
	chair,
	coalition,
	contextAt,
	delegateOf,
	deputyOf,
	eventOf,
	guardsOf,
	MEMBERS,
	NOW,
	operator,
	SHEDO,
	seat,
	secretary,
} from '#test/support/rules.ts'
import { contestSeat, endSeat, type GiveSeat, giveSeat } from './membership.ts'
import { readRoster, takeInRoster } from './roster.ts'
import type { Actor, Seat } from './seats.ts'

const herself = 'herself' as PersonId
const first = seat('chair', null, { id: 'first' as SeatId })
const second = seat('chair', null, { id: 'second' as SeatId })
const asked = { personId: herself, associationId: null, role: 'chair', from: NOW, until: null, invite: false } as const

const of = (seats: readonly Seat[]) => ({
	coalition: coalition(),
	seats,
	asked: [],
	position: 0,
	unreached: ALL_REACHED,
})
const give = (by: Actor, more: Partial<GiveSeat> = {}, seats: readonly Seat[] = [first]) =>
	giveSeat(by, of(seats), { ...asked, ...more }, contextAt())
const end = (by: Actor, seatId: SeatId, seats: readonly Seat[] = [first, second]) =>
	endSeat(by, of(seats), seatId, contextAt())
const replace = (by: Actor, former: Seat, more: Partial<GiveSeat> = {}, seats: readonly Seat[] = [first, second]) =>
	replaceSeat(by, of(seats), { ...asked, ...more, replaces: former.id }, contextAt())

function takeIn(by: Actor, text: string, seats: readonly Seat[] = [first]) {
	const read = granted(readRoster(text, [], { ...coalition(), seats, persons: [] }, NOW))
	const ids = read.plan.persons.map((_person, index) => `new-${index}` as PersonId)
	return takeInRoster(by, of(seats), read.plan, ids, contextAt())
}

const LISTED_CHAIR = 'Förening\tNamn\tUppdrag\nNSPH Stockholms län\tHon Själv\tordförande'

test('a secretary neither seats nor unseats a chair, by any door', () => {
	expect(codeOf(give(secretary))).toBe('chairByChair')
	expect(codeOf(end(secretary, first.id))).toBe('chairByChair')
	expect(codeOf(replace(secretary, first))).toBe('chairByChair')
	expect(codeOf(takeIn(secretary, LISTED_CHAIR))).toBe('chairByChair')
	expect(codeOf(give(secretary, { role: 'secretary' }))).toBe('granted')
	expect(codeOf(takeIn(secretary, 'Ny förening\tNy Person'))).toBe('granted')
})

test('a chair does, from the chair’s seat, whatever other seat there is', () => {
	const both = actor(seat('secretary'), seat('chair'))
	const from = { kind: 'seated', seatId: 'seat-chair-null', now: NOW }
	expect(granted(give(both)).guards[0]).toEqual(from)
	expect(granted(end(both, first.id)).guards[0]).toEqual(from)
	expect(granted(replace(both, first)).guards[0]).toEqual(from)
	expect(guardsOf(takeIn(chair, LISTED_CHAIR))).toEqual(['seated', 'nothingAskedSince'])
})

test('somebody without a seat for the coalition is told no more than before', () => {
	expect(codeOf(give(delegateOf(SHEDO)))).toBe('notAllowed')
	expect(codeOf(end(delegateOf(SHEDO), first.id))).toBe('notAllowed')
	expect(codeOf(end(actor(), first.id))).toBe('notFound')
})

test('the last chair goes only by the operator, who ends nobody else’s seat', () => {
	expect(codeOf(end(chair, first.id, [first]))).toBe('lastChair')
	expect(eventOf('seatEnded', end(operator, first.id, [first]))).toEqual({ seatId: 'first' })
	expect(codeOf(replace(operator, first, {}, [first]))).toBe('granted')
	const delegate = seat('delegate', SHEDO)
	expect(codeOf(end(operator, delegate.id, [first, delegate]))).toBe('notFound')
})

const told = (result: Result<Pick<Decision<unknown>, 'notifications'>, Rejection>) => granted(result).notifications

test('every association is told of a change of chair', () => {
	const all = MEMBERS.map((associationId) => ({ kind: 'chair', associationId }))
	expect(told(give(chair))).toEqual(all)
	expect(told(give(operator))).toEqual(all)
	expect(told(end(chair, first.id))).toEqual(all)
	expect(told(replace(chair, first))).toEqual(all)
	expect(told(takeIn(chair, LISTED_CHAIR))).toEqual(all)
	expect(told(give(chair, { role: 'secretary' }))).toEqual([])
})

const delegate = seat('delegate', SHEDO, { personId: 'dora' as PersonId })
const deputy = { role: 'deputy', associationId: SHEDO } as const

test('the delegate is told of each new seat for the association, and so is a delegate who was replaced', () => {
	expect(told(give(chair, deputy, [delegate]))).toEqual([{ kind: 'seat', seatId: 'id-1', associationId: SHEDO }])
	expect(told(replace(chair, delegate, { ...deputy, role: 'delegate' }, [delegate]))).toEqual([
		{ kind: 'unseated', seatId: delegate.id },
	])
	expect(told(takeIn(chair, 'Shedo\tNy Person', [delegate]))).toEqual([
		{ kind: 'seat', seatId: 'id-1', associationId: SHEDO },
	])
})

test('where there is no delegate to tell, or the delegate got the seat, no mail waits', () => {
	expect(told(give(chair, deputy, []))).toEqual([])
	expect(told(give(chair, deputy, [{ ...delegate, endedAt: NOW - 1 }]))).toEqual([])
	expect(told(give(chair, { ...deputy, associationId: ANBO }, [delegate]))).toEqual([])
	expect(told(give(chair, { ...deputy, personId: delegate.personId }, [delegate]))).toEqual([])
})

const contest = (by: Actor, contested: Seat) => contestSeat(by, of([contested]), contested.id, contextAt())

test('the delegate ends a deputy’s or contributor’s seat of the own association, and nobody’s else', () => {
	for (const role of ['deputy', 'contributor'] as const) {
		const own = seat(role, SHEDO)
		expect(eventOf('seatEnded', contest(delegateOf(SHEDO), own))).toEqual({ seatId: own.id })
		expect(guardsOf(contest(delegateOf(SHEDO), own))).toEqual(['seated'])
		expect(codeOf(contest(delegateOf(ANBO), own))).toBe('notAllowed')
		expect(codeOf(contest(deputyOf(SHEDO), own))).toBe('notAllowed')
		expect(codeOf(contest(chair, own))).toBe('notAllowed')
		expect(codeOf(contest(delegateOf(SHEDO), { ...own, endedAt: NOW - 1 }))).toBe('notFound')
	}
	expect(codeOf(contest(delegateOf(SHEDO), seat('delegate', SHEDO)))).toBe('notAllowed')
	expect(codeOf(contest(delegateOf(SHEDO), first))).toBe('notFound')
	expect(codeOf(contestSeat(delegateOf(SHEDO), of([]), 'none' as SeatId, contextAt()))).toBe('notFound')
})

test('a new association has nobody to be told', () => {
	expect(told(give(chair, { ...deputy, role: 'delegate', associationId: 'tilia' as AssociationId }, []))).toEqual([])
})

import { expect, test } from 'vitest'
import { PRESETS } from '#domain/deciding/bylaws.ts'
import type { PersonId, SeatId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ALL_REACHED,
	actor,
	chair,
	coalition,
	contextAt,
	DAY,
	NOW,
	operator,
	SHEDO,
	seat,
} from '#test/support/rules.ts'
import { endSeat, leaveSeat } from './membership.ts'
import type { Actor, Seat } from './seats.ts'
import { takeBackSeat, takenBackUntil } from './taking-back.ts'

const dora = 'dora' as PersonId
const ove = 'ove' as PersonId
const hers = (more: Partial<Seat> = {}) =>
	seat('delegate', SHEDO, { id: 'hers' as SeatId, personId: dora, endedAt: NOW, endedBy: ove, ...more })
const his = (more: Partial<Seat> = {}) =>
	seat('delegate', SHEDO, { id: 'his' as SeatId, personId: 'eva' as PersonId, givenAt: NOW, from: NOW, ...more })
const as = (personId: PersonId, ...seats: Seat[]): Actor => ({ ...actor(...seats), personId })

const take = (lost: Seat, others: readonly Seat[] = [], at = NOW + DAY) => {
	const seats = [lost, ...others]
	return takeBackSeat(
		as(lost.personId, lost),
		{ coalition: coalition(), seats, asked: [], position: 1, unreached: ALL_REACHED },
		lost.id,
		contextAt(at),
	)
}
const told = { kind: 'seatTakenBack', seatId: 'hers' }

test('a delegate whose seat others ended has it again, and whoever got it since does not', () => {
	const { events, guards, notifications } = granted(take(hers(), [his()]))
	expect(events.map(({ type, payload }) => ({ type, payload }))).toEqual([
		{ type: 'seatEnded', payload: { seatId: 'his' } },
		{ type: 'seatTakenBack', payload: { seatId: 'hers' } },
	])
	expect(guards).toEqual([])
	expect(notifications).toEqual([{ kind: 'unseated', seatId: 'his' }, told])
	expect(granted(take(hers())).notifications).toEqual([told])
})

test('for as long as associations have to answer, and no longer than the term', () => {
	expect(takenBackUntil(PRESETS.standard, hers())).toBe(NOW + 7 * DAY)
	expect(takenBackUntil(PRESETS.standard, hers({ until: NOW + DAY }))).toBe(NOW + DAY)
	expect(codeOf(take(hers(), [], NOW + 7 * DAY - 1))).toBe('granted')
	expect(take(hers(), [], NOW + 7 * DAY)).toEqual({
		ok: false,
		reason: { code: 'tooLateToTakeBack', until: NOW + 7 * DAY },
	})
})

test('four times as long where no mail told of it, whatever is said of telephone or letter', () => {
	const unheard = hers({ endedUnreached: true })
	expect(takenBackUntil(PRESETS.standard, unheard)).toBe(NOW + 28 * DAY)
	expect(codeOf(take(unheard, [], NOW + 28 * DAY - 1))).toBe('granted')
	expect(codeOf(take(unheard, [], NOW + 28 * DAY))).toBe('tooLateToTakeBack')
})

test('it is no seat of another, none left by its holder, none that went with its association, and only a delegate’s', () => {
	for (const other of [
		hers({ endedBy: dora }),
		hers({ endedBy: null }),
		hers({ endedAt: null, endedBy: null }),
		hers({ role: 'deputy' }),
	]) {
		expect(codeOf(take(other))).toBe('notFound')
	}
	const members = { coalition: coalition(), seats: [hers()], asked: [], position: 1, unreached: ALL_REACHED }
	expect(codeOf(takeBackSeat(as(ove, his()), members, 'hers' as SeatId, contextAt()))).toBe('notFound')
	expect(codeOf(takeBackSeat(as(dora), members, 'hers' as SeatId, contextAt()))).toBe('notFound')
	const without = { ...members, coalition: coalition({ associations: [] }) }
	expect(codeOf(takeBackSeat(as(dora, hers()), without, 'hers' as SeatId, contextAt()))).toBe('notFound')
})

test('of several who say it is theirs, whoever had it first', () => {
	const back = his({ takenBackAt: NOW + 1 })
	expect(codeOf(take(hers(), [back]))).toBe('granted')
	const older = his({ takenBackAt: NOW + 1, givenAt: NOW - 500 * DAY })
	expect(codeOf(take(hers(), [older]))).toBe('seatTakenBack')
})

test('a seat whose term begins when theirs ends is left as it is', () => {
	const next = his({ id: 'next' as SeatId, from: NOW + 30 * DAY })
	expect(granted(take(hers({ until: NOW + 30 * DAY }), [next])).events).toHaveLength(1)
})

test('what was taken back is ended by its holder or by the operator, and by nobody who had ended it', () => {
	const back = hers({ endedAt: null, endedBy: null, takenBackAt: NOW })
	const members = {
		coalition: coalition(),
		seats: [seat('chair'), back],
		asked: [],
		position: 1,
		unreached: ALL_REACHED,
	}
	expect(codeOf(endSeat(chair, members, back.id, contextAt()))).toBe('seatTakenBack')
	expect(codeOf(endSeat(operator, members, back.id, contextAt()))).toBe('granted')
	expect(codeOf(leaveSeat(as(dora, back), members, back.id, contextAt()))).toBe('granted')
})

test('somebody leaves the own seat for an association, and no other', () => {
	const own = hers({ endedAt: null, endedBy: null })
	const members = { coalition: coalition(), seats: [own, his()], asked: [], position: 1, unreached: ALL_REACHED }
	const leave = (seatId: string) => leaveSeat(as(dora, own), members, seatId as SeatId, contextAt())
	expect(granted(leave('hers')).events.map(({ payload }) => payload)).toEqual([{ seatId: 'hers' }])
	expect(codeOf(leave('his'))).toBe('notFound')
	expect(codeOf(leaveSeat(chair, members, own.id, contextAt()))).toBe('notAllowed')
})

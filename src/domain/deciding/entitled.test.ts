import { expect, test } from 'vitest'
import type { Decision } from '#domain/kernel/decision.ts'
import type { SeatId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Actor, Seat } from '#domain/members/seats.ts'
import { answerSignoff } from '#domain/signing/signoff.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { ANBO, actor, ballot, contextAt, DAY, delegateOf, NOW, SHEDO, seat, signing } from '#test/support/rules.ts'
import { acts } from './acts.ts'
import type { Ballot } from './ballot.ts'
import { PRESETS, type Preset } from './bylaws.ts'
import { hindrance, seatsBefore } from './entitled.ts'
import { castPaper, castVote } from './voting.ts'

const { opensAt } = ballot()
/** Given while the ballot is open, whatever day its giver chose as the first. */
const late = (role: Seat['role'], from = opensAt - 30 * DAY) =>
	seat(role, SHEDO, { id: `late-${role}` as SeatId, givenAt: opensAt + 1, from })
const under = (preset: Preset) => ballot({ bylaws: PRESETS[preset] })

function cast(by: Actor, about: Ballot = ballot()) {
	const asked = {
		associationId: SHEDO,
		choice: 'yes',
		signs: false,
		dissent: null,
		textHash: 'hash',
		method: 'web',
	} as const
	return about.bylaws.secrecy === 'secret'
		? castPaper(by, about, false, asked, contextAt())
		: castVote(by, about, null, asked, contextAt())
}

test('a seat given after the ballot opened does not vote in it, open or secret, however long ago it is to have begun', () => {
	for (const role of ['delegate', 'deputy'] as const) {
		expect(cast(actor(late(role)))).toEqual({ ok: false, reason: { code: 'seatedSince', opensAt } })
		expect(codeOf(cast(actor(late(role)), under('secret')))).toBe('seatedSince')
		expect(codeOf(cast(actor(late(role, NOW)), under('board')))).toBe('seatedSince')
	}
})

test('a seat given in the moment it opened, or before, votes; also where it begins later', () => {
	const given = (givenAt: number, from = NOW) => actor(seat('deputy', SHEDO, { givenAt, from }))
	expect(codeOf(cast(given(opensAt)))).toBe('granted')
	expect(codeOf(cast(given(opensAt - DAY, NOW)))).toBe('granted')
	expect(codeOf(cast(given(opensAt - DAY, NOW + 1)))).toBe('notAllowed')
})

test('a deputy who is made delegate while it is open votes as deputy', () => {
	const both = actor(seat('deputy', SHEDO), late('delegate'))
	const vote: Result<Pick<Decision<unknown>, 'guards'>, Rejection> = cast(both)
	expect(granted(vote).guards).toContainEqual({ kind: 'seated', seatId: 'seat-deputy-shedo', now: NOW })
})

const officer = (role: 'chair' | 'secretary', more: Partial<Seat> = {}) =>
	actor(seat('delegate', SHEDO), seat(role, null, more))

test('nobody with a seat for the coalition votes for an association, unless the bylaws say so', () => {
	for (const role of ['chair', 'secretary'] as const) {
		for (const preset of ['standard', 'writtenProcedure', 'secret'] as const) {
			expect(codeOf(cast(officer(role), under(preset)))).toBe('officersDoNotVote')
		}
		expect(codeOf(cast(officer(role), under('board')))).toBe('granted')
	}
	expect(codeOf(cast(officer('chair', { endedAt: NOW - 1 })))).toBe('granted')
	expect(codeOf(cast(officer('chair', { from: NOW + 1 })))).toBe('granted')
})

test('nor signs for one', () => {
	const asked = { associationId: SHEDO, answer: 'signed', reason: '', textHash: 'hash', method: 'web' } as const
	const sign = (by: Actor, preset: Preset) => {
		const about = signing()
		const put = { ...about, ballot: { ...about.ballot, bylaws: PRESETS[preset] } }
		return codeOf(answerSignoff(by, put, asked, contextAt()))
	}
	expect(sign(officer('secretary'), 'standard')).toBe('officersDoNotVote')
	expect(sign(officer('secretary'), 'board')).toBe('granted')
	expect(sign(delegateOf(SHEDO), 'standard')).toBe('granted')
})

test('a page is told what keeps somebody from voting, as the rule would', () => {
	const keeps = (seats: readonly Seat[], about: Ballot = ballot()) => hindrance(acts.castVote, seats, about, SHEDO)
	expect(keeps([seat('delegate', SHEDO)])).toBe(null)
	expect(keeps([seat('contributor', SHEDO), seat('delegate', ANBO)])).toBe('role')
	expect(keeps([seat('deputy', SHEDO), seat('secretary')])).toBe('office')
	expect(keeps([seat('deputy', SHEDO), seat('secretary')], under('board'))).toBe(null)
	expect(keeps([late('deputy')])).toBe('since')
	expect(seatsBefore([late('deputy'), seat('contributor', SHEDO)], ballot()).map(({ role }) => role)).toEqual([
		'contributor',
	])
})

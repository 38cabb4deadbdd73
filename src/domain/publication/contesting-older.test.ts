import { expect, test } from 'vitest'
import type { OlderId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	actor,
	chair,
	contextAt,
	contributorOf,
	DAY,
	delegateOf,
	deputyOf,
	eventOf,
	NOW,
	SHEDO,
	seat,
	secretary,
	stranger,
} from '#test/support/rules.ts'
import { contestOlder, takeBackOlderContest } from './contesting-older.ts'
import type { OlderStatement } from './older.ts'
import type { StandingWord } from './standing-word.ts'

const older = (removedAt: number | null = null): OlderStatement => ({
	id: 'older' as OlderId,
	year: 2017,
	number: 3,
	place: '3',
	content: {
		...{ title: 'Svar', language: 'sv', kind: 'response', decidedOn: '2017', standsBehind: '', files: [] },
		...{ inquiry: { title: '', sender: '', references: '' }, blocks: [{ kind: 'paragraph', text: 'Ja.' }] },
	},
	importedAt: NOW - DAY,
	removedAt,
})

const said = (more: Partial<StandingWord> = {}): StandingWord => {
	return { standing: true, reason: '', role: 'delegate', at: NOW - DAY, ...more }
}

const contested = (by = delegateOf(SHEDO), current: StandingWord | null = null, about = older(), reason = '') =>
	contestOlder(by, { older: about, current }, { associationId: SHEDO, reason }, contextAt())

const takenBack = (by = delegateOf(SHEDO), current: StandingWord | null = said(), now = NOW) =>
	takeBackOlderContest(by, { older: older(), current }, { associationId: SHEDO }, contextAt(now))

test('an association says in one press that it does not know of a statement', () => {
	expect(eventOf('olderContested', contested())).toEqual({ olderId: 'older', associationId: SHEDO, reason: '' })
	expect(codeOf(contested(deputyOf(SHEDO)))).toBe('granted')
	expect(codeOf(contested(undefined, undefined, undefined, 'x'.repeat(301)))).toBe('tooLong')
	expect(codeOf(contested(undefined, undefined, older(NOW)))).toBe('notFound')
	expect(granted(contested(undefined, said())).events).toEqual([])
	expect(granted(contested(undefined, said(), older(), 'Vi var inte med.')).events).toHaveLength(1)
})

test('nobody says it for another, and whoever brought it in does not take it back', () => {
	for (const by of [chair, secretary, delegateOf(ANBO), contributorOf(SHEDO)]) {
		expect(codeOf(contested(by))).toBe('notAllowed')
		expect(codeOf(takenBack(by))).toBe('notAllowed')
	}
	expect(codeOf(contested(stranger))).toBe('notFound')
	expect(codeOf(takenBack(stranger))).toBe('notFound')
})

test('the association takes it back, once', () => {
	expect(eventOf('olderContestTakenBack', takenBack())).toEqual({ olderId: 'older', associationId: SHEDO })
	expect(granted(takenBack(undefined, said({ standing: false }))).events).toEqual([])
	expect(granted(takenBack(undefined, null)).events).toEqual([])
})

test('a deputy does not speak against the delegate', () => {
	expect(codeOf(takenBack(deputyOf(SHEDO)))).toBe('delegateHasSpoken')
	expect(codeOf(contested(deputyOf(SHEDO), said({ standing: false })))).toBe('delegateHasSpoken')
	expect(codeOf(takenBack(deputyOf(SHEDO), said({ role: 'deputy' })))).toBe('granted')
})

test('from a seat that was given after it was said it is taken back a week later, and not before', () => {
	const since = actor(seat('delegate', SHEDO, { givenAt: NOW - DAY / 2, from: NOW - DAY / 2 }))
	const from = NOW - DAY / 2 + 7 * DAY
	expect(takenBack(since)).toEqual({ ok: false, reason: { code: 'contestedBefore', at: NOW - DAY, from } })
	expect(codeOf(takenBack(since, said(), from - 1))).toBe('contestedBefore')
	expect(codeOf(takenBack(since, said(), from))).toBe('granted')
	expect(codeOf(contested(since))).toBe('granted')
})

test('nor are its words changed from there before, which would make it said anew and free to be taken back', () => {
	const since = actor(seat('delegate', SHEDO, { givenAt: NOW - DAY / 2, from: NOW - DAY / 2 }))
	expect(codeOf(contested(since, said(), older(), 'Vi minns fel.'))).toBe('contestedBefore')
	expect(codeOf(contested(delegateOf(SHEDO), said(), older(), 'Vi var inte med.'))).toBe('granted')
	expect(codeOf(contested(since, said({ standing: false })))).toBe('granted')
})

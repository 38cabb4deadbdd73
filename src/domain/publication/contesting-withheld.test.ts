import { expect, test } from 'vitest'
import type { AssociationId, BlockId } from '#domain/kernel/id.ts'
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
	guardsOf,
	NOW,
	SHEDO,
	STATEMENT_ID,
	seat,
	secretary,
} from '#test/support/rules.ts'
import { contestWithheld, takeBackWithheldContest } from './contesting-withheld.ts'
import type { StandingWord } from './standing-word.ts'

const said = (more: Partial<StandingWord> = {}): StandingWord => {
	return { standing: true, reason: '', role: 'delegate', at: NOW - DAY, ...more }
}

type About = { readonly electorate?: readonly AssociationId[]; readonly withheld?: readonly string[] }

function contested(by = delegateOf(SHEDO), current: StandingWord | null = null, reason = '', about: About = {}) {
	const { electorate = [SHEDO, ANBO], withheld = ['s'] } = about
	const text = { statementId: STATEMENT_ID, electorate, withheld: withheld as BlockId[], current }
	return contestWithheld(by, text, { associationId: SHEDO, reason }, contextAt())
}

const takenBack = (by = delegateOf(SHEDO), current: StandingWord | null = said()) =>
	takeBackWithheldContest(by, { statementId: STATEMENT_ID, current }, { associationId: SHEDO }, contextAt())

test('an association that had a vote on the text says in one press that it does not agree that a part is withheld', () => {
	expect(eventOf('withheldContested', contested())).toEqual({ associationId: SHEDO, reason: '' })
	expect(guardsOf(contested())).toEqual(['seated'])
	expect(codeOf(contested(deputyOf(SHEDO)))).toBe('granted')
	expect(granted(contested(undefined, null, ' Vi skrev\nunder det. ')).events[0]?.payload).toMatchObject({
		reason: 'Vi skrev under det.',
	})
	expect(codeOf(contested(undefined, null, 'x'.repeat(301)))).toBe('tooLong')
})

test('nothing is said of a text that is whole, nor by whom it was never asked of, nor for another', () => {
	expect(codeOf(contested(undefined, null, '', { withheld: [] }))).toBe('notFound')
	expect(codeOf(contested(undefined, null, '', { electorate: [ANBO] }))).toBe('notInElectorate')
	for (const by of [chair, secretary, delegateOf(ANBO), contributorOf(SHEDO)]) {
		expect(codeOf(contested(by))).toBe('notAllowed')
		expect(codeOf(takenBack(by))).toBe('notAllowed')
	}
})

test('said again it is said once, in other words anew; and it is taken back in one press', () => {
	expect(granted(contested(undefined, said())).events).toEqual([])
	expect(granted(contested(undefined, said(), 'Det behövdes inte.')).events).toHaveLength(1)
	expect(granted(contested(undefined, said({ standing: false }))).events).toHaveLength(1)
	expect(eventOf('withheldContestTakenBack', takenBack())).toEqual({ associationId: SHEDO })
	expect(granted(takenBack(undefined, null)).events).toEqual([])
	expect(granted(takenBack(undefined, said({ standing: false }))).events).toEqual([])
})

test('a deputy leaves what the delegate said, and a seat that was given since takes nothing back for a week', () => {
	expect(codeOf(takenBack(deputyOf(SHEDO)))).toBe('delegateHasSpoken')
	expect(codeOf(contested(deputyOf(SHEDO), said(), 'Annat.'))).toBe('delegateHasSpoken')
	const since = actor(seat('delegate', SHEDO, { givenAt: NOW - DAY / 2, from: NOW - DAY / 2 }))
	expect(codeOf(takenBack(since))).toBe('contestedBefore')
	expect(codeOf(contested(since, said(), 'Annat.'))).toBe('contestedBefore')
	expect(codeOf(contested(since))).toBe('granted')
})

import { expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import type { Seat } from '#domain/members/seats.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ballot,
	chair,
	coalition,
	contextAt,
	DAY,
	delegateOf,
	eventOf,
	guardsOf,
	NOW,
	SHEDO,
	seat,
	secretary,
	statement,
	VOICES,
	version,
} from '#test/support/rules.ts'
import { showsVotes } from './ballot.ts'
import { PRESETS, type Preset } from './bylaws.ts'
import { closesEarly, decideBallot } from './closing.ts'
import type { OpenBallot } from './opening.ts'
import { type ExtendBallot, extendBallot, type Held, holdBallotAgain } from './without-quorum.ts'

const noQuorum = { electorate: 3, quorum: 2, result: 'noQuorum' } as const
const failed = (more: Partial<Held['ballot']> = {}) => ({
	...ballot({
		opensAt: NOW - 8 * DAY,
		closesAt: NOW - DAY,
		closedAt: NOW - DAY,
		outcome: noQuorum,
		urgent: 'Bråttom.',
	}),
	meeting: null,
	...more,
})
const held = (more: Partial<Held['ballot']> = {}, seats: readonly Seat[] = VOICES) => ({
	...{ statement: statement('deciding'), ballot: failed(more), seats, position: 7 },
	...{ coalition: coalition({ preset: 'board' }), blocks: [version('Vi är positiva.')] },
})
const WEEK = { closesAt: NOW + 7 * DAY }
const extended = (about = held(), times: ExtendBallot = WEEK, by = chair) => extendBallot(by, about, times, contextAt())
const again = (about = held(), command: Partial<OpenBallot> = {}, by = chair) =>
	holdBallotAgain(by, about, { track: 'full', ...WEEK, ...command }, contextAt())

test('a ballot that too few voted in goes on with all the time its bylaws promise, and all are told', () => {
	expect(eventOf('ballotExtended', extended())).toEqual({ ballotId: 'ballot', ...WEEK, signoffDueAt: NOW + 10 * DAY })
	expect(granted(extended()).notifications?.map(({ kind }) => kind)).toEqual(['ballot', 'ballot', 'ballot'])
	expect(guardsOf(extended())).toEqual(['seated', 'stageIn', 'unchangedSince', 'seatsUnchangedSince'])
	expect(codeOf(extended(held(), { closesAt: NOW + 7 * DAY - 1 }))).toBe('tooLittleTime')
	expect(codeOf(extended(held(), { ...WEEK, signoffDueAt: NOW + 10 * DAY - 1 }))).toBe('tooLittleTime')
	for (const by of [secretary, delegateOf(SHEDO)]) expect(codeOf(extended(held(), WEEK, by))).toBe('notAllowed')
})

test.each([
	['quorum', { outcome: null }],
	['quorum', { outcome: { ...noQuorum, yes: 0, no: 3, abstain: 0, silent: 0, result: 'rejected' } }],
	['quorum', { id: 'an earlier one' as never }],
	['light', { track: 'light' }],
	['secret', { bylaws: PRESETS.secret }],
	['meeting', { meeting: {} }],
	['often', { extensions: 2 }],
] as const)('it is not extended where nothing may go on: %s', (why, more) => {
	expect(extended(held(more))).toEqual({ ok: false, reason: { code: 'notExtended', why, associations: [] } })
})

test('it is extended twice, and not once its text was taken back', () => {
	expect(codeOf(extended(held({ extensions: 1 })))).toBe('granted')
	expect(codeOf(extended(held({ voidedAt: NOW })))).toBe('ballotVoided')
})

test('it is not extended when somebody who could vote was silenced meanwhile; who never could stops nothing', () => {
	const ended = VOICES.map((each) => (each.associationId === SHEDO ? { ...each, endedAt: NOW - 1, until: null } : each))
	const friend = seat('delegate', SHEDO, { personId: 'friend' as PersonId, givenAt: NOW - 1, from: NOW - 1 })
	expect(extended(held({}, [...ended, friend]))).toEqual({
		ok: false,
		reason: { code: 'notExtended', why: 'voice', associations: ['Shedo'] },
	})
	const without = VOICES.filter(({ associationId }) => associationId !== SHEDO)
	expect(codeOf(extended(held({}, without)))).toBe('granted')
})

test('once extended the chair closes it before its time only when all have voted', () => {
	const open = ballot({ opensAt: NOW - 20 * DAY, extensions: 1 })
	const earlier = ballot({ opensAt: NOW - 20 * DAY })
	expect(codeOf(closesEarly(earlier, { electorate: 3, voted: 1 }, NOW))).toBe('granted')
	expect(codeOf(closesEarly(open, { electorate: 3, voted: 1 }, NOW))).toBe('tooEarlyToClose')
	expect(codeOf(closesEarly(open, { electorate: 3, voted: 3 }, NOW))).toBe('granted')
})

test('whoever decides whether a hidden ballot goes on is not told how it would end', () => {
	const closed = ballot({ closedAt: NOW, bylaws: PRESETS.writtenProcedure })
	const of = (preset: Preset) =>
		eventOf(
			'ballotDecided',
			decideBallot({ ...closed, bylaws: PRESETS[preset] }, { votes: [], papers: [], seats: [] }, contextAt()),
		).outcome
	expect(of('board')).toEqual({ electorate: 3, quorum: 3, result: 'noQuorum' })
	expect(of('standard')).toMatchObject({ yes: 0, no: 0, silent: 3, result: 'noQuorum' })
	const shown = (outcome: Held['ballot']['outcome']) => showsVotes({ bylaws: PRESETS.board, outcome })
	expect([null, noQuorum].map(shown)).toEqual([false, false])
	expect(shown({ ...noQuorum, yes: 2, no: 0, abstain: 0, silent: 1, result: 'adopted' })).toBe(true)
})

test('held again it is another ballot on the same text, by the bylaws in force, and the first stands', () => {
	const result = again()
	expect(granted(result).events.map(({ type }) => type)).toEqual(['ballotOpened'])
	expect(eventOf('ballotOpened', result)).toMatchObject({
		...{ ballotId: granted(result).value.ballotId, textHash: 'hash', bylaws: PRESETS.board, urgent: null },
		...{ closesAt: NOW + 7 * DAY, signoffDueAt: NOW + 10 * DAY },
	})
	expect(granted(result).value.ballotId).not.toBe('ballot')
	expect(guardsOf(result)).toEqual([...['seated', 'stageIn', 'unchangedSince', 'coalitionUnchangedSince']])
	expect(codeOf(again(held(), { closesAt: NOW + DAY }))).toBe('tooLittleTime')
	expect(codeOf(again(held(), {}, secretary))).toBe('notAllowed')
})

test('what is held again had no quorum, and silence is not made consent after too few spoke', () => {
	const refused = (why: string) => ({ ok: false, reason: { code: 'notHeldAgain', why } })
	expect(again(held({ outcome: null }))).toEqual(refused('quorum'))
	expect(again(held({ voidedAt: NOW }))).toEqual(refused('quorum'))
	expect(again(held(), { track: 'light' })).toEqual(refused('silence'))
	for (const more of [{ track: 'light' }, { bylaws: PRESETS.secret }, { meeting: {} }, { extensions: 2 }] as const)
		expect(codeOf(again(held(more)))).toBe('granted')
	expect(codeOf(again(held({ track: 'light' }), { track: 'light' }))).toBe('granted')
	expect(codeOf(again(held({ track: 'light' }, []), { track: 'light' }))).toBe('nobodyToObject')
})

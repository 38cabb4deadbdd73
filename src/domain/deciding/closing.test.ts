import { expect, test } from 'vitest'
import type { AmendmentId, AmendmentVersionId, AssociationId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	BALLOT_ID,
	ballot,
	chair,
	contextAt,
	DAY,
	delegateOf,
	eventOf,
	guardsOf,
	MEMBERS,
	NOW,
	SHEDO,
	secretary,
	TILIA,
	VOICES,
	vote,
} from '#test/support/rules.ts'
import type { Ballot, Choice, Vote } from './ballot.ts'
import { PRESETS } from './bylaws.ts'
import { closeBallot, decideBallot } from './closing.ts'

const urgent = 'Svaret ska vara inne på fredag.'
const ALL = { electorate: 3, voted: 3 }
const SOME = { electorate: 3, voted: 2 }

/** Who is told of what, once the ballot is counted. */
const told = (decided: ReturnType<typeof decideBallot>) =>
	granted(decided).notifications?.map((each) => {
		expect(each).toMatchObject({ statementId: 'statement', ballotId: BALLOT_ID })
		return `${each.kind} to ${'associationId' in each ? (each.associationId ?? 'chair') : ''}`
	})

test('the chair closes a ballot before its time when all have voted', () => {
	const result = closeBallot(chair, ballot(), ALL, NOW)
	expect(eventOf('ballotClosed', result)).toEqual({ ballotId: BALLOT_ID, by: 'chair', closedAt: NOW })
	expect(guardsOf(result)).toEqual(['seated', 'ballotStands'])
})

test('while somebody has not voted the chair closes it only after the time that the bylaws promise', () => {
	const long = ballot({ opensAt: NOW - 7 * DAY })
	expect(closeBallot(chair, long, SOME, NOW - 1)).toEqual({
		ok: false,
		reason: { code: 'tooEarlyToClose', earliest: NOW, closesAt: long.closesAt },
	})
	expect(codeOf(closeBallot(chair, long, SOME, NOW))).toBe('granted')
})

test('one on an amendment is not closed before its time while somebody has not voted, however long it has been open', () => {
	const put = { amendmentId: 'amendment' as AmendmentId, versionId: 'words' as AmendmentVersionId, against: null }
	const about = ballot({ opensAt: NOW - 30 * DAY, subject: { kind: 'amendment', ...put } })
	for (const voted of [0, 1, 2])
		expect(closeBallot(chair, about, { electorate: 3, voted }, NOW)).toMatchObject({ reason: { earliest: null } })
	expect(codeOf(closeBallot(chair, about, ALL, NOW))).toBe('granted')
})

test('an urgent ballot and a secret one are not closed on a few, however long they have been open', () => {
	for (const more of [{ urgent }, { bylaws: PRESETS.secret }]) {
		const about = ballot({ opensAt: NOW - 30 * DAY, ...more })
		const { closesAt } = about
		expect(closeBallot(chair, about, SOME, NOW)).toMatchObject({ reason: { earliest: null, closesAt } })
		expect(codeOf(closeBallot(chair, about, ALL, NOW))).toBe('granted')
	}
})

test('nobody else closes a ballot before its time', () => {
	expect(codeOf(closeBallot(secretary, ballot(), SOME, NOW))).toBe('notAllowed')
	expect(codeOf(closeBallot(delegateOf(SHEDO), ballot(), SOME, NOW))).toBe('notAllowed')
	expect(codeOf(closeBallot(null, ballot(), SOME, ballot().closesAt - 1))).toBe('ballotStillOpen')
})

test('once its time is up anyone and no one closes it, as of when its time was up', () => {
	const { closesAt } = ballot()
	for (const by of [null, delegateOf(SHEDO), chair]) {
		const late = closeBallot(by, ballot(), SOME, closesAt + DAY)
		expect(eventOf('ballotClosed', late)).toEqual({ ballotId: BALLOT_ID, by: 'time', closedAt: closesAt })
		expect(guardsOf(late)).toEqual(['ballotStands'])
	}
})

test('on the light track everyone has the whole time to object', () => {
	const light = ballot({ track: 'light' })
	expect(codeOf(closeBallot(chair, light, SOME, NOW))).toBe('timeToObject')
	expect(codeOf(closeBallot(chair, light, SOME, light.closesAt))).toBe('granted')
})

test('a ballot is closed once', () => {
	expect(granted(closeBallot(chair, ballot({ closedAt: NOW - 1 }), SOME, NOW)).events).toEqual([])
})

const closed = (more: Parameters<typeof ballot>[0] = {}) => ballot({ closedAt: NOW, ...more })

const counted = (about: Ballot, votes: readonly Vote[], papers: readonly Choice[]) =>
	decideBallot(about, { votes, papers, seats: VOICES }, contextAt())

test('votes are counted when the ballot is closed, not before, and once', () => {
	expect(codeOf(counted(ballot(), [], []))).toBe('ballotStillOpen')
	const outcome = { yes: 0, no: 0, abstain: 0, silent: 3, electorate: 3, quorum: 2, result: 'noQuorum' } as const
	expect(granted(counted(closed({ outcome }), [vote(SHEDO, 'yes')], [])).events).toEqual([])
	expect(guardsOf(counted(closed(), [], []))).toEqual(['ballotStands'])
})

test('yes votes that sign become sign-offs of an adopted text, and the others are asked', () => {
	const cast = [vote(SHEDO, 'yes', { signs: true }), vote(ANBO, 'yes'), vote(TILIA, 'no')]
	const result = counted(closed(), cast, [])
	expect(eventOf('ballotDecided', result)).toMatchObject({
		outcome: { yes: 2, no: 1, result: 'adopted' },
		signing: {
			dueAt: NOW + 14 * DAY,
			textHash: 'hash',
			carried: [{ associationId: SHEDO, seatId: 'seat-delegate-shedo' }],
		},
	})
	expect(told(result)).toEqual([`result to ${SHEDO}`, `signoff to ${ANBO}`, `signoff to ${TILIA}`, 'result to chair'])
})

test('a no or an abstention never carries a sign-off, whatever it says', () => {
	const cast = [vote(SHEDO, 'yes'), vote(ANBO, 'yes'), vote(TILIA, 'no', { signs: true })]
	expect(eventOf('ballotDecided', counted(closed(), cast, [])).signing?.carried).toEqual([])
})

test.each<[string, Choice[]]>([
	['rejected', ['no', 'no', 'yes']],
	['noQuorum', ['yes']],
])('nothing is signed of a text that was not adopted: %s', (result, choices) => {
	const cast = choices.map((choice, index) => vote(MEMBERS[index] as AssociationId, choice, { signs: true }))
	const decided = counted(closed(), cast, [])
	expect(eventOf('ballotDecided', decided)).toMatchObject({ outcome: { result }, signing: null })
	expect(told(decided)).toEqual([...MEMBERS.map((associationId) => `result to ${associationId}`), 'result to chair'])
})

test('a secret ballot counts its papers and nothing else', () => {
	const secret = closed({ bylaws: PRESETS.secret })
	const decided = eventOf('ballotDecided', counted(secret, [vote(SHEDO, 'no')], ['yes', 'yes', 'no']))
	expect(decided).toMatchObject({ outcome: { yes: 2, no: 1 }, signing: { carried: [] } })
	const open = eventOf('ballotDecided', counted(closed(), [vote(SHEDO, 'no')], ['yes', 'yes']))
	expect(open).toMatchObject({ outcome: { yes: 0, no: 1 } })
})

test('on the light track nobody is asked to sign afterwards', () => {
	const light = closed({ track: 'light', signoffDueAt: NOW })
	const decided = counted(light, [], [])
	expect(eventOf('ballotDecided', decided)).toMatchObject({ outcome: { result: 'adopted' }, signing: { dueAt: NOW } })
	expect(told(decided)).toEqual([...MEMBERS.map((associationId) => `result to ${associationId}`), 'result to chair'])
})

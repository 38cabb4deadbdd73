import { expect, test } from 'vitest'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Actor } from '#domain/members/seats.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	actor,
	ballot,
	chair,
	contextAt,
	contributorOf,
	DAY,
	delegateOf,
	deputyOf,
	eventOf,
	guardsOf,
	HOUR,
	NOW,
	SHEDO,
	seat,
	vote,
} from '#test/support/rules.ts'
import type { Ballot, Vote } from './ballot.ts'
import { PRESETS } from './bylaws.ts'
import { type CastPaper, type CastVote, castPaper, castVote } from './voting.ts'

type With = { by?: Actor; about?: Ballot; current?: Vote | null; now?: Instant }

function cast(command: Partial<CastVote> = {}, { by = delegateOf(SHEDO), about = ballot(), ...rest }: With = {}) {
	const asked = {
		associationId: SHEDO,
		choice: 'yes',
		signs: true,
		dissent: null,
		textHash: 'hash',
		method: 'web',
	} as const
	return castVote(by, about, rest.current ?? null, { ...asked, ...command }, contextAt(rest.now))
}

const secret = ballot({ bylaws: PRESETS.secret })

function paper(
	command: Partial<CastPaper> = {},
	{ by = delegateOf(SHEDO), about = secret, now }: With = {},
	turnedOut = false,
) {
	const asked = { associationId: SHEDO, choice: 'yes', textHash: 'hash', ...command } as const
	return castPaper(by, about, turnedOut, asked, contextAt(now))
}

test('an association votes through its delegate, and the yes signs too', () => {
	const result = cast()
	expect(eventOf('voteCast', result)).toEqual({
		ballotId: 'ballot',
		associationId: SHEDO,
		choice: 'yes',
		signs: true,
		dissent: null,
		method: 'web',
	})
	expect(granted(result).value).toEqual({ choice: 'yes', signs: true })
	expect(granted(result).events[0]?.stream).toBe('vote:ballot:shedo')
})

test('the seat and the open ballot are held to when the vote is written', () => {
	expect(granted(cast()).guards).toEqual([
		{ kind: 'seated', seatId: 'seat-delegate-shedo', now: NOW },
		{ kind: 'ballotOpen', ballotId: 'ballot', now: NOW },
	])
	expect(guardsOf(paper())).toEqual(['seated', 'ballotOpen'])
})

test('a deputy votes where the delegate has not', () => {
	const by = deputyOf(SHEDO)
	expect(codeOf(cast({}, { by }))).toBe('granted')
	expect(codeOf(cast({}, { by, current: vote(SHEDO, 'no', { role: 'deputy' }) }))).toBe('granted')
	expect(codeOf(cast({}, { by, current: vote(SHEDO, 'no', { role: 'delegate' }) }))).toBe('delegateHasVoted')
})

test('a delegate changes their own vote and the deputy’s', () => {
	for (const role of ['delegate', 'deputy'] as const) {
		expect(codeOf(cast({ choice: 'no' }, { current: vote(SHEDO, 'yes', { role }) }))).toBe('granted')
	}
})

test.each<[string, Actor]>([
	['a contributor', contributorOf(SHEDO)],
	['the delegate of another', delegateOf(ANBO)],
	['the chair', chair],
	['a delegate whose term is over', actor(seat('delegate', SHEDO, { until: NOW }))],
	['a delegate whose term has not begun', actor(seat('delegate', SHEDO, { from: NOW + 1 }))],
	['a delegate who was removed', actor(seat('delegate', SHEDO, { endedAt: NOW - 1 }))],
])('%s does not vote for an association', (_, by) => {
	expect(codeOf(cast({}, { by }))).toBe('notAllowed')
	expect(codeOf(paper({}, { by }))).toBe('notAllowed')
})

test('an association that joined after the ballot opened has no vote in it', () => {
	const NEW = 'new' as AssociationId
	expect(codeOf(cast({ associationId: NEW }, { by: delegateOf(NEW) }))).toBe('notInElectorate')
	expect(codeOf(paper({ associationId: NEW }, { by: delegateOf(NEW) }))).toBe('notInElectorate')
})

test('no vote is cast at or after the closing, whether or not anything closed the ballot', () => {
	const { closesAt } = ballot()
	const recent = { ...delegateOf(SHEDO), authenticatedAt: closesAt }
	expect(codeOf(cast({}, { by: recent, now: closesAt - 1 }))).toBe('granted')
	expect(codeOf(cast({}, { by: recent, now: closesAt }))).toBe('ballotOver')
	expect(codeOf(cast({}, { about: ballot({ closedAt: NOW - 1 }) }))).toBe('ballotOver')
	expect(codeOf(paper({}, { now: closesAt }))).toBe('ballotOver')
	expect(codeOf(paper({}, { about: { ...secret, closedAt: NOW } }))).toBe('ballotOver')
})

test('a vote is about the text that the voter had in front of them', () => {
	expect(codeOf(cast({ textHash: 'another' }))).toBe('textChanged')
	expect(codeOf(paper({ textHash: 'another' }))).toBe('textChanged')
})

test.each(['no', 'abstain'] as const)('%s never signs', (choice) => {
	expect(eventOf('voteCast', cast({ choice, signs: true })).signs).toBe(false)
})

test('a yes signs only where the bylaws say so', () => {
	const about = ballot({ bylaws: { ...PRESETS.standard, yesCarriesSignoff: false } })
	expect(eventOf('voteCast', cast({ signs: true }, { about })).signs).toBe(false)
	expect(eventOf('voteCast', cast({ signs: false })).signs).toBe(false)
})

test('a vote that signs asks for a recent sign-in; one that does not sign does not', () => {
	const by = { ...delegateOf(SHEDO), authenticatedAt: NOW - 12 * HOUR - 1 }
	expect(codeOf(cast({ signs: true }, { by }))).toBe('reauthenticate')
	expect(codeOf(cast({ signs: false }, { by }))).toBe('granted')
	expect(codeOf(cast({ signs: true, choice: 'no' }, { by }))).toBe('granted')
})

test('a reservation comes with the vote; an empty one is none', () => {
	const dissent = { kind: 'reservation', text: ' Vi ansåg\r\nannat. ' } as const
	expect(eventOf('voteCast', cast({ choice: 'no', dissent })).dissent).toEqual({
		kind: 'reservation',
		text: 'Vi ansåg\nannat.',
	})
	expect(eventOf('voteCast', cast({ dissent: { ...dissent, text: ' ' } })).dissent).toBeNull()
	expect(codeOf(cast({ dissent: { ...dissent, text: 'x'.repeat(4001) } }))).toBe('tooLong')
})

test('an open vote is not cast in a secret ballot, nor a paper in an open one', () => {
	expect(codeOf(cast({}, { about: secret }))).toBe('ballotIsSecret')
	expect(codeOf(paper({}, { about: ballot() }))).toBe('ballotIsOpen')
})

test('of a secret vote the event says only that the association voted; the choice lies apart under a random key', () => {
	for (const choice of ['yes', 'no', 'abstain'] as const) {
		const asked: string[] = []
		const newId = (order = 'byTime') => {
			asked.push(order)
			return 'key' as never
		}
		const command = { associationId: SHEDO, choice, textHash: 'hash' }
		const decision = granted(castPaper(delegateOf(SHEDO), secret, false, command, { now: NOW, newId }))
		const { papers, ...traces } = decision
		expect(papers).toEqual({ kind: 'cast', paper: { key: 'key', ballotId: 'ballot', choice } })
		expect(asked).toEqual(['random'])
		expect(JSON.stringify(traces)).not.toMatch(/"(yes|no|abstain)"|choice|key/)
	}
})

test('a paper is final: neither changed by the delegate nor added to by the deputy', () => {
	expect(codeOf(paper({}, {}, true))).toBe('secretVoteFinal')
	expect(codeOf(paper({}, { by: deputyOf(SHEDO) }, true))).toBe('secretVoteFinal')
	expect(codeOf(paper({}, { by: deputyOf(SHEDO) }))).toBe('granted')
})

test('a seat that ends in the future votes until then', () => {
	expect(codeOf(cast({}, { by: actor(seat('delegate', SHEDO, { until: NOW + DAY })) }))).toBe('granted')
})

import { expect, test } from 'vitest'
import { referBack, withdraw } from '#domain/statement/lifecycle.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { ballot, chair, coalition, contextAt, DAY, eventOf, NOW, statement, version } from '#test/support/rules.ts'
import { CHOICES, outcomeOf, tally } from './ballot.ts'
import { LEAST_PAPERS, PRESETS, quorumNeeded } from './bylaws.ts'
import { decideBallot } from './closing.ts'
import { openBallot } from './opening.ts'

const closed = ballot({ closedAt: NOW, bylaws: PRESETS.secret })

test('a secret ballot takes three papers at least, whatever quorum there is', () => {
	const { quorum } = PRESETS.secret
	expect([3, 4, 5, 6].map((electorate) => quorumNeeded({ quorum, secrecy: 'secret' }, electorate))).toEqual([
		3, 3, 3, 4,
	])
	const one = { kind: 'atLeast', associations: 1 } as const
	expect(quorumNeeded({ quorum: one, secrecy: 'secret' }, 9)).toBe(LEAST_PAPERS)
	expect(quorumNeeded({ quorum: one, secrecy: 'hiddenUntilClosed' }, 9)).toBe(1)
})

test('a secret ballot without quorum tells no counts, and an open one does', () => {
	const counted = tally(['yes', 'no'], 9)
	const without = { electorate: 9, quorum: 5, result: 'noQuorum' } as const
	expect(outcomeOf(counted, PRESETS.secret, 'full')).toEqual(without)
	expect(outcomeOf(counted, PRESETS.standard, 'full')).toEqual({ ...counted, ...without })
})

test.each(CHOICES)('of two papers in a secret ballot, one of them %s, nothing is left', (choice) => {
	const decided = decideBallot(closed, { votes: [], papers: ['yes', choice], seats: [] }, contextAt())
	expect(eventOf('ballotDecided', decided)).toEqual({
		ballotId: closed.id,
		outcome: { electorate: 3, quorum: 3, result: 'noQuorum' },
		signing: null,
	})
	expect(granted(decided).papers).toEqual({ kind: 'counted', ballotId: closed.id, papers: [] })
})

test('papers that were counted are written anew in the order of new random keys', () => {
	const keys = ['q', 'a', 'm']
	const asked: unknown[] = []
	const newId = (order?: string) => {
		asked.push(order)
		return keys[asked.length - 1] as never
	}
	const decided = granted(decideBallot(closed, { votes: [], papers: ['yes', 'no', 'abstain'], seats: [] }, { newId }))
	expect(asked).toEqual(['random', 'random', 'random'])
	const [ballotId] = [closed.id]
	expect(decided.papers).toEqual({
		kind: 'counted',
		ballotId,
		papers: [
			{ key: 'a', ballotId, choice: 'no' },
			{ key: 'm', ballotId, choice: 'abstain' },
			{ key: 'q', ballotId, choice: 'yes' },
		],
	})
})

test('an open ballot has no papers to write anew', () => {
	expect(
		granted(decideBallot(ballot({ closedAt: NOW }), { votes: [], papers: [], seats: [] }, contextAt())).papers,
	).toBeUndefined()
})

test('taking a text back destroys the papers that were not counted', () => {
	const about = statement('deciding')
	const none = { ballots: 0, position: 0 }
	const gone = { kind: 'uncounted', statementId: about.id }
	expect(granted(referBack(chair, about, 'Skriv om.', contextAt(), none)).papers).toEqual(gone)
	expect(
		granted(withdraw(chair, about, 'Skriv om.', contextAt(), { ballots: 0, position: 7, list: null })).papers,
	).toEqual(gone)
})

test('among fewer than three no secret ballot is opened, and any other is', () => {
	const opened = (preset: 'secret' | 'board', members: number) => {
		const about = coalition({ preset })
		const associations = about.associations.slice(0, members)
		const proposal = {
			...{ statement: statement('consulting'), coalition: { ...about, associations } },
			...{ blocks: [version('Vi är positiva.')], textHash: 'hash', position: 7, list: null, seats: [] },
			salts: { title: 'salt 0', blocks: ['salt 1'] },
		}
		const command = { track: 'full', closesAt: NOW + 7 * DAY, signoffDueAt: NOW + 14 * DAY } as const
		return openBallot(chair, proposal, command, contextAt())
	}
	expect(opened('secret', 2)).toEqual({ ok: false, reason: { code: 'tooFewForSecrecy', least: 3, electorate: 2 } })
	expect(codeOf(opened('secret', 3))).toBe('granted')
	expect(codeOf(opened('board', 2))).toBe('granted')
})

import { expect, test } from 'vitest'
import { reopenAmendment } from '#domain/amendment/deciding.ts'
import { joinAmendment, leaveAmendment } from '#domain/amendment/joining.ts'
import type { AssociationId, BallotId } from '#domain/kernel/id.ts'
import { MUST, SHALL } from '#test/support/merging-amendments.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	ballot,
	chair,
	contextAt,
	delegateOf,
	eventOf,
	NOW,
	TILIA as OTHER,
	SHEDO,
	statement,
	vote,
} from '#test/support/rules.ts'
import type { Choice } from './ballot.ts'
import { PRESETS } from './bylaws.ts'
import { cameOfIt } from './came-of-it.ts'
import { decideBallot } from './closing.ts'
import { bylawsForAmendment } from './opening-on-amendment.ts'
import type { Subject } from './subject.ts'
import { castVote } from './voting.ts'

const first = { amendmentId: SHALL.id, versionId: SHALL.versionId }
const second = { amendmentId: MUST.id, versionId: MUST.versionId }
const ALONE: Subject = { kind: 'amendment', ...first, against: null }
const BETWEEN: Subject = { kind: 'amendment', ...first, against: second }

const on = (subject: Subject, more = {}) =>
	ballot({ subject, closedAt: NOW, bylaws: bylawsForAmendment(PRESETS.standard, null), ...more })

function counted(subject: Subject, choices: readonly Choice[], amendments = [SHALL, MUST]) {
	const voters = [SHEDO, ANBO, OTHER] as const
	const votes = choices.map((choice, index) => vote(voters[index] ?? SHEDO, choice, { signs: true }))
	const result = decideBallot(on(subject), { votes, papers: [], seats: [], amendments }, contextAt())
	const { outcome } = eventOf('ballotDecided', result)
	const decided = granted(result).events.flatMap((event) => (event.type === 'amendmentDecided' ? [event.payload] : []))
	return { result, came: cameOfIt(subject, outcome), decided }
}

test('by itself it is adopted or rejected, by the ballot and nobody else; nothing is signed and the text stays where it is', () => {
	const { result, came, decided } = counted(ALONE, ['yes', 'yes', 'no'])
	expect(came).toBe('adopted')
	expect(decided).toEqual([{ ...first, outcome: 'adopted', note: '', own: false, ballotId: 'ballot' }])
	expect(eventOf('ballotDecided', result).signing).toBe(null)
	expect(granted(result).notifications?.map(({ kind }) => kind)).toEqual(Array(4).fill('result'))
	expect(counted(ALONE, ['yes', 'no']).decided).toMatchObject([{ outcome: 'rejected' }])
	expect(counted(ALONE, ['no', 'no']).decided).toMatchObject([{ ...first, outcome: 'rejected' }])
})

test('of two the one that fewer want is rejected, and the other stays open; a tie decides nothing', () => {
	expect(counted(BETWEEN, ['yes', 'yes', 'no'])).toMatchObject({
		came: 'first',
		decided: [{ ...second, outcome: 'rejected' }],
	})
	expect(counted(BETWEEN, ['yes', 'no', 'no'])).toMatchObject({
		came: 'second',
		decided: [{ ...first, outcome: 'rejected' }],
	})
	for (const tie of [
		['yes', 'no', 'abstain'],
		['abstain', 'abstain'],
	] as const)
		expect(counted(BETWEEN, tie)).toMatchObject({ came: 'tied', decided: [] })
})

test('where too few vote nothing is decided', () => {
	for (const subject of [ALONE, BETWEEN])
		expect(counted(subject, ['yes'])).toMatchObject({ came: 'noQuorum', decided: [] })
})

test('an association that stands behind it and had no vote is told what became of it', () => {
	const newcomer = 'newcomer' as AssociationId
	const joined = [{ associationId: newcomer, versionId: SHALL.versionId }]
	const { result } = counted(ALONE, ['yes', 'yes', 'no'], [{ ...SHALL, joined }])
	const told = granted(result).notifications?.filter(({ kind }) => kind === 'amendments')
	expect(told).toEqual([{ kind: 'amendments', statementId: SHALL.statementId, associationId: newcomer }])
})

test('what associations decided is not taken back by the chair, also when it was put into the text since', () => {
	const decidedIn = 'ballot' as BallotId
	for (const state of ['adopted', 'adoptedWithChanges', 'rejected'] as const) {
		const reopened = (by: BallotId | null) =>
			codeOf(reopenAmendment(chair, statement('drafting'), { ...SHALL, state, decidedIn: by }, contextAt()))
		expect([reopened(decidedIn), reopened(null)]).toEqual(['decidedByBallot', 'granted'])
	}
})

test('a vote on an amendment signs nothing, and takes no reservation', () => {
	const open = on(ALONE, { closedAt: null })
	const command = { associationId: SHEDO, choice: 'yes', signs: true, textHash: open.textHash, method: 'web' } as const
	const cast = (dissent: Parameters<typeof castVote>[3]['dissent']) =>
		castVote(delegateOf(SHEDO), open, null, { ...command, dissent }, contextAt())
	expect(eventOf('voteCast', cast(null))).toMatchObject({ choice: 'yes', signs: false })
	expect(codeOf(cast({ kind: 'reservation', text: 'Vi är emot.' }))).toBe('dissentOnTextOnly')
	expect(codeOf(cast({ kind: 'reservation', text: ' ' }))).toBe('granted')
})

test('a secret one is counted of so many papers by those behind neither as keep the secret of each, and else nothing is told', () => {
	const five = [SHEDO, ANBO, OTHER, 'rsmh', 'balans'] as AssociationId[]
	const electorate = five.map((associationId) => ({ associationId, name: associationId, area: '' }))
	const open = on(ALONE, { electorate, bylaws: PRESETS.secret })
	const joined = [{ associationId: ANBO, versionId: SHALL.versionId }]
	const amendments = [{ ...SHALL, joined }]
	const cast = (turnout: readonly AssociationId[]) => {
		const papers: Choice[] = turnout.map((id) => (id === SHEDO || id === ANBO ? 'yes' : 'no'))
		return decideBallot(open, { votes: [], papers, seats: [], amendments, turnout }, contextAt())
	}
	expect(eventOf('ballotDecided', cast(five)).outcome).toMatchObject({ result: 'rejected', yes: 2, no: 3 })
	const few = cast(five.slice(0, 4))
	expect(eventOf('ballotDecided', few).outcome).toEqual({ electorate: 5, quorum: 5, result: 'noQuorum' })
	expect(granted(few).papers).toMatchObject({ papers: [] })
	expect(granted(few).events).toHaveLength(1)
	// Those behind it did not vote, so the others are enough.
	expect(eventOf('ballotDecided', cast(five.slice(2))).outcome).toMatchObject({ result: 'rejected', no: 3 })
})

test('nobody joins or leaves an amendment while it is voted on in secret', () => {
	const asked = (secret: boolean) => ({ kind: 'ballot', ballotId: 'ballot' as BallotId, secret }) as const
	const joined = [{ associationId: ANBO, versionId: SHALL.versionId }]
	for (const secret of [true, false]) {
		const about = { ...SHALL, joined, asked: asked(secret) }
		const joining = { associationId: OTHER, versionId: SHALL.versionId }
		const code = secret ? 'tellsVote' : 'granted'
		expect(codeOf(joinAmendment(delegateOf(OTHER), statement('drafting'), about, joining, contextAt()))).toBe(code)
		const leaving = { associationId: ANBO }
		expect(codeOf(leaveAmendment(delegateOf(ANBO), statement('drafting'), about, leaving, contextAt()))).toBe(code)
	}
})

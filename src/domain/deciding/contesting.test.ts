import { expect, test } from 'vitest'
import type { SeatId } from '#domain/kernel/id.ts'
import type { Actor, Role } from '#domain/members/seats.ts'
import type { Stage } from '#domain/statement/statement.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	actor,
	BALLOT_ID,
	ballot,
	chair,
	contest,
	contextAt,
	DAY,
	delegateOf,
	deputyOf,
	eventOf,
	guardsOf,
	NOW,
	SHEDO,
	seat,
	secretary,
	statement,
} from '#test/support/rules.ts'
import type { Ballot } from './ballot.ts'
import { PRESETS } from './bylaws.ts'
import { type Contest, contestedIn } from './contest.ts'
import { type ContestMeetingVote, contestMeetingVote, takeBackContest } from './contesting.ts'

const DUE = NOW + 3 * DAY
const OPENED = NOW - DAY

function entered(current: Contest | null = null, more: Partial<Ballot> = {}, stage: Stage = 'signing') {
	const times = { opensAt: OPENED, closesAt: OPENED, closedAt: OPENED, signoffDueAt: DUE }
	return { statement: statement(stage), ballot: ballot({ ...times, ...more }), current }
}

function contested(
	command: Partial<ContestMeetingVote> = {},
	by: Actor = delegateOf(SHEDO),
	about = entered(),
	now = NOW,
) {
	const said = { associationId: SHEDO, voted: null, reason: '', ...command }
	return contestMeetingVote(by, about, said, contextAt(now))
}

const takenBack = (by: Actor = delegateOf(SHEDO), about = entered(contest(SHEDO)), now = NOW) =>
	takeBackContest(by, about, SHEDO, contextAt(now))

test('an association says in one press that its vote was not entered rightly, and how it voted if it likes', () => {
	const bare = { ballotId: BALLOT_ID, associationId: SHEDO, voted: null, reason: '' }
	expect(eventOf('meetingVoteContested', contested())).toEqual(bare)
	const told = { voted: 'absent', reason: ' Vi var inte där. ' } as const
	expect(eventOf('meetingVoteContested', contested(told))).toEqual({
		...bare,
		voted: 'absent',
		reason: 'Vi var inte där.',
	})
	expect(codeOf(contested({ reason: 'x'.repeat(4001) }))).toBe('tooLong')
	expect(codeOf(contested({}, deputyOf(SHEDO)))).toBe('granted')
	expect(guardsOf(contested())).toEqual(['seated', 'stageIn', 'ballotStands'])
})

test('it needs no fresh sign-in, so that a press from an open page is enough', () => {
	expect(codeOf(contested({}, { ...delegateOf(SHEDO), authenticatedAt: NOW - 30 * DAY }))).toBe('granted')
})

test('it is said until sign-off is due, of a text adopted or not, that is not published', () => {
	expect(codeOf(contested({}, undefined, undefined, DUE - 1))).toBe('granted')
	expect(contested({}, undefined, undefined, DUE)).toEqual({ ok: false, reason: { code: 'contestOver', dueAt: DUE } })
	expect(codeOf(contested({}, undefined, entered(null, {}, 'deciding')))).toBe('granted')
	for (const stage of ['drafting', 'consulting', 'published', 'withdrawn'] as const) {
		expect(codeOf(contested({}, undefined, entered(null, {}, stage)))).toBe('wrongStage')
		expect(codeOf(takenBack(undefined, entered(contest(SHEDO), {}, stage)))).toBe('wrongStage')
	}
})

test('nothing is said of a decision that lost its effect, or by an association that was not in it', () => {
	const gone = { voidedAt: NOW }
	expect(codeOf(contested({}, undefined, entered(null, gone)))).toBe('ballotVoided')
	expect(codeOf(takenBack(undefined, entered(contest(SHEDO), gone)))).toBe('ballotVoided')
	expect(codeOf(contested({}, undefined, entered(null, { electorate: [] })))).toBe('notInElectorate')
	expect(codeOf(takenBack(undefined, entered(contest(SHEDO), { electorate: [] })))).toBe('notInElectorate')
})

test('those who may sign for the association say it, and nobody in office where the bylaws do not say so', () => {
	for (const by of [chair, secretary, delegateOf(ANBO), actor(seat('contributor', SHEDO))]) {
		expect(codeOf(contested({}, by))).toBe('notAllowed')
		expect(codeOf(takenBack(by))).toBe('notAllowed')
	}
	const both = actor(seat('chair'), seat('delegate', SHEDO))
	const board = { bylaws: PRESETS.board }
	expect(codeOf(contested({}, both))).toBe('officersDoNotVote')
	expect(codeOf(takenBack(both))).toBe('officersDoNotVote')
	expect(codeOf(contested({}, both, entered(null, board)))).toBe('granted')
	expect(codeOf(takenBack(both, entered(contest(SHEDO), board)))).toBe('granted')
})

test('the delegate’s word stands over the deputy’s, when the delegate has said it and when they have taken it back', () => {
	for (const standing of [true, false]) {
		const by = (role: Role) => entered(contest(SHEDO, { role, standing }))
		expect(codeOf(contested({}, deputyOf(SHEDO), by('delegate')))).toBe('delegateHasSaid')
		expect(codeOf(takenBack(deputyOf(SHEDO), by('delegate')))).toBe('delegateHasSaid')
		expect(codeOf(contested({}, deputyOf(SHEDO), by('deputy')))).toBe('granted')
		expect(codeOf(contested({}, delegateOf(SHEDO), by('deputy')))).toBe('granted')
	}
})

test('it is taken back by the association, however late, and only where it was said', () => {
	expect(eventOf('contestTakenBack', takenBack())).toEqual({ ballotId: BALLOT_ID, associationId: SHEDO })
	expect(codeOf(takenBack(undefined, undefined, DUE + 30 * DAY))).toBe('granted')
	expect(granted(takenBack(undefined, entered())).events).toEqual([])
	expect(granted(takenBack(undefined, entered(contest(SHEDO, { standing: false })))).events).toEqual([])
	expect(guardsOf(takenBack())).toEqual(['seated', 'seated', 'stageIn', 'ballotStands'])
})

test('a seat given after the decision was entered says that it is not right, and does not take that back', () => {
	const late = { id: 'late' as SeatId, givenAt: OPENED + 1 }
	for (const role of ['delegate', 'deputy'] as const) {
		const by = actor(seat(role, SHEDO, late))
		expect(codeOf(contested({}, by))).toBe('granted')
		expect(takenBack(by, entered(contest(SHEDO, { role: 'deputy' })))).toEqual({
			ok: false,
			reason: { code: 'seatedSince', opensAt: OPENED },
		})
	}
	// Whoever was deputy then, and is delegate now, does so as the deputy they were.
	const risen = actor(seat('delegate', SHEDO, late), seat('deputy', SHEDO))
	expect(codeOf(takenBack(risen, entered(contest(SHEDO, { role: 'deputy' }))))).toBe('granted')
	expect(codeOf(takenBack(risen, entered(contest(SHEDO, { role: 'delegate' }))))).toBe('delegateHasSaid')
})

test('who says so is named in the order of the electorate, without those who took it back', () => {
	const said = [contest(ANBO), contest(SHEDO, { standing: false })]
	expect(contestedIn(ballot(), said).map(({ associationId }) => associationId)).toEqual([ANBO])
	expect(contestedIn(ballot(), [contest(ANBO), contest(SHEDO)]).map(({ name }) => name)).toEqual(['Shedo', 'AnBo'])
})

import { expect, test } from 'vitest'
import type {
	AddendumId,
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	BallotId,
	CoalitionId,
	ConsensusListId,
	PersonId,
	SeatId,
} from '#domain/kernel/id.ts'
import type { Role, Seat } from '#domain/members/seats.ts'
import type { BallotSituation, Situation } from './situation.ts'
import { nextStep, tasksFor } from './tasks.ts'

const NOW = 1_000_000
const ours = 'ours' as AssociationId
const theirs = 'theirs' as AssociationId

const seat = (role: Role): Seat => ({
	id: `seat-${role}` as SeatId,
	coalitionId: 'coalition' as CoalitionId,
	associationId: role === 'chair' || role === 'secretary' ? null : ours,
	personId: 'person' as PersonId,
	role,
	givenAt: 0,
	from: 0,
	until: null,
	endedAt: null,
	endedBy: null,
	endedUnreached: false,
	erasedAt: null,
	takenBackAt: null,
})

const situation = (changes: Partial<Situation>): Situation => ({
	stage: 'drafting',
	written: true,
	hasPositions: true,
	consultationDueAt: null,
	ballots: [],
	signoffDueAt: null,
	stanced: [],
	answered: [],
	sent: false,
	expectedOn: null,
	addenda: [],
	lists: [],
	unanswered: 0,
	commented: [],
	newAnswers: [],
	undecided: 0,
	toMerge: 0,
	prepared: [],
	reworded: [],
	...changes,
})

const kinds = (changes: Partial<Situation>, ...roles: Role[]) =>
	tasksFor(situation(changes), roles.map(seat), NOW).map((task) => task.kind)

const open: BallotSituation = {
	id: 'ballot' as BallotId,
	subject: { kind: 'text' },
	track: 'full',
	bylaws: { officersVote: false },
	opensAt: 1,
	closesAt: NOW + 1,
	signoffDueAt: NOW + 1,
	meeting: false,
	contested: [],
	closedAt: null,
	outcome: null,
	electorate: [ours, theirs],
	voted: [],
	allVoted: false,
	allAnswered: false,
}
const voting = (changes: Partial<BallotSituation> = {}) =>
	({ stage: 'deciding', ballots: [{ ...open, ...changes }] }) as const
const outcome = { yes: 2, no: 0, abstain: 0, silent: 0, electorate: 2, quorum: 2, result: 'adopted' } as const
const adopted = { ...open, closedAt: NOW, outcome }
const decided = [adopted]
const signing = { stage: 'signing', signoffDueAt: NOW + 1, ballots: decided } as const

test('a draft waits on the chair and the secretary, and on nobody else', () => {
	expect(kinds({ written: false }, 'chair')).toEqual(['write'])
	expect(kinds({}, 'secretary')).toEqual(['openConsultation'])
	expect(kinds({}, 'delegate', 'deputy', 'contributor')).toEqual([])
})

test('a consultation waits on associations until they have answered: by stances, or by comments where there is no position', () => {
	const consulting = { stage: 'consulting', consultationDueAt: NOW + 1 } as const
	expect(kinds(consulting, 'delegate')).toEqual(['recordStances'])
	expect(kinds(consulting, 'contributor')).toEqual(['comment'])
	expect(kinds({ ...consulting, commented: [ours] }, 'contributor')).toEqual([])
	expect(kinds({ ...consulting, stanced: [ours] }, 'delegate')).toEqual([])
	expect(kinds({ ...consulting, hasPositions: false }, 'delegate')).toEqual(['comment'])
	expect(kinds({ ...consulting, hasPositions: false, commented: [ours] }, 'delegate')).toEqual([])
	expect(kinds(consulting, 'chair')).toEqual([])
	expect(kinds({ ...consulting, consultationDueAt: NOW }, 'chair')).toEqual(['openBallot'])
})

test('comments wait on chair and secretary for an answer, and answers on their association, until the text is decided', () => {
	const said = { unanswered: 3, newAnswers: [ours, theirs, ours] }
	expect(kinds({ ...said, stage: 'drafting' }, 'secretary')).toEqual(['openConsultation', 'answerComments'])
	expect(kinds({ ...voting({ voted: [ours] }), ...said }, 'chair', 'contributor')).toEqual([
		'answerComments',
		'readAnswers',
	])
	expect(kinds({ ...signing, ...said, answered: [ours] }, 'chair', 'delegate')).toEqual([])
	const counts = tasksFor(situation(said), [seat('chair'), seat('delegate')], NOW).map(({ count }) => count)
	expect(counts).toEqual([undefined, 3, 2])
	expect(kinds({ ...said, newAnswers: [theirs] }, 'delegate')).toEqual([])
})

test('a ballot waits on those who may vote and have not, until it is over', () => {
	expect(kinds(voting(), 'delegate')).toEqual(['vote'])
	expect(kinds(voting(), 'deputy')).toEqual(['vote'])
	expect(kinds(voting(), 'contributor')).toEqual([])
	expect(kinds(voting({ voted: [ours] }), 'delegate')).toEqual([])
	expect(kinds(voting({ electorate: [theirs] }), 'delegate')).toEqual([])
	const all = { voted: [ours], allVoted: true }
	expect(kinds(voting(all), 'chair', 'secretary')).toEqual(['closeBallot'])
	expect(kinds(voting({ ...all, track: 'light' }), 'chair')).toEqual([])
	expect(kinds(voting({ voted: [ours] }), 'chair')).toEqual([])
	const over = voting({ closesAt: NOW })
	expect(kinds(over, 'delegate')).toEqual([])
	expect(kinds(over, 'chair')).toEqual(['closeBallot'])
})

test('each of several ballots at once waits on its own voters, and on the chair when it is over', () => {
	const second = { ...open, id: 'second' as BallotId, electorate: [ours] }
	const ballots = [{ ...open, voted: [ours] }, second]
	const waits = (of: readonly BallotSituation[], role: Role) =>
		tasksFor(situation({ stage: 'deciding', ballots: of }), [seat(role)], NOW).map(({ kind, ballotId }) => [
			kind,
			ballotId,
		])
	expect(waits(ballots, 'delegate')).toEqual([['vote', 'second']])
	expect(waits([open, second], 'delegate')).toEqual([
		['vote', 'ballot'],
		['vote', 'second'],
	])
	expect(waits([open, { ...second, voted: [ours], allVoted: true }], 'chair')).toEqual([['closeBallot', 'second']])
})

test('a text that was not adopted waits on the chair to take it back', () => {
	const rejected = voting({ closedAt: NOW, outcome: { ...outcome, yes: 0, no: 2, result: 'rejected' } })
	expect(kinds(rejected, 'chair')).toEqual(['referBack'])
	expect(kinds(rejected, 'secretary', 'delegate')).toEqual([])
})

test('signing waits on those who have not answered; publishing on the chair once all have, or time is up', () => {
	expect(kinds(signing, 'delegate')).toEqual(['signOff'])
	expect(kinds({ ...signing, answered: [ours] }, 'delegate')).toEqual([])
	expect(kinds(signing, 'chair')).toEqual([])
	expect(kinds({ ...signing, answered: [ours] }, 'chair')).toEqual([])
	expect(kinds({ ...signing, ballots: [{ ...adopted, allAnswered: true }] }, 'chair')).toEqual(['publish'])
	expect(kinds({ ...signing, signoffDueAt: NOW }, 'chair', 'delegate')).toEqual(['publish'])
})

test('a published statement waits until it has been sent', () => {
	expect(kinds({ stage: 'published' }, 'secretary')).toEqual(['markAsSent'])
	expect(kinds({ stage: 'published', sent: true }, 'chair')).toEqual([])
	// NOW is on the first day of 1970.
	for (const role of ['chair', 'secretary'] as const) {
		expect(kinds({ stage: 'published', sent: true, expectedOn: '1970-01-01' }, role)).toEqual(['followUp'])
		expect(kinds({ stage: 'published', sent: false, expectedOn: '1970-01-01' }, role)).toEqual([
			'markAsSent',
			'followUp',
		])
	}
	expect(kinds({ stage: 'published', sent: true, expectedOn: '1970-01-02' }, 'chair')).toEqual([])
	expect(kinds({ stage: 'published', sent: true, expectedOn: '1970-01-01' }, 'delegate')).toEqual([])
	expect(nextStep(situation({ stage: 'withdrawn' }), NOW)).toMatchObject({ step: 'nothing', by: 'nobody' })
})

test('a ballot waits on nobody whose seat is younger, nor on whoever has a seat for the coalition where officers do not vote', () => {
	const asked = (ballots: readonly BallotSituation[], seats: readonly Seat[]) =>
		tasksFor(situation({ stage: 'deciding', ballots }), seats, NOW).filter(({ kind }) => kind === 'vote').length
	expect(asked([open], [{ ...seat('deputy'), givenAt: open.opensAt }])).toBe(1)
	expect(asked([open], [{ ...seat('deputy'), givenAt: open.opensAt + 1 }])).toBe(0)
	expect(asked([open], [seat('deputy'), seat('chair')])).toBe(0)
	expect(asked([{ ...open, bylaws: { officersVote: true } }], [seat('deputy'), seat('chair')])).toBe(1)
	const waits = tasksFor(situation(signing), [seat('delegate')], NOW, [seat('delegate'), seat('secretary')])
	expect(waits.map(({ kind }) => kind)).toEqual([])
	expect(kinds(signing, 'delegate')).toEqual(['signOff'])
})

const minutes = (changes: Partial<BallotSituation> = {}) => [
	{ ...open, closedAt: NOW, outcome, meeting: true, ...changes },
]

test('how it is said to have voted, and its name, is one task of whoever speaks for the association, until it has answered', () => {
	const asked = { ...signing, ballots: minutes() }
	expect(tasksFor(situation(asked), [seat('delegate')], NOW)).toEqual([
		{ kind: 'checkAndSign', associationId: ours, ballotId: 'ballot', dueAt: NOW + 1 },
	])
	expect(kinds(asked, 'contributor')).toEqual([])
	expect(kinds({ ...asked, answered: [ours] }, 'delegate')).toEqual([])
	expect(kinds({ ...asked, ballots: minutes({ contested: [ours] }) }, 'delegate')).toEqual([])
	expect(kinds({ ...asked, ballots: minutes({ contested: [theirs] }) }, 'delegate')).toEqual(['checkAndSign'])
	expect(kinds({ ...asked, ballots: minutes({ signoffDueAt: NOW }) }, 'delegate')).toEqual(['signOff'])
	expect(kinds({ ...asked, signoffDueAt: NOW }, 'delegate')).toEqual(['checkVote'])
	expect(kinds({ ...asked, ballots: minutes({ electorate: [theirs] }) }, 'delegate')).toEqual([])
})

test('it is asked where the text was rejected too, also from a seat given since', () => {
	const rejected = minutes({ outcome: { ...outcome, result: 'rejected' }, opensAt: -1 })
	const about = { stage: 'deciding', signoffDueAt: NOW + 1, ballots: rejected, answered: [] } as const
	expect(kinds(about, 'deputy')).toContain('checkVote')
	expect(kinds({ ...about, ballots: [{ ...open, opensAt: -1 }] }, 'deputy')).toEqual([])
})

test('votes said not to be right wait on the chair, and the text on their being settled', () => {
	const ballots = minutes({ allAnswered: true, contested: [ours, theirs] })
	const contested = { ...signing, answered: [ours], ballots }
	expect(tasksFor(situation(contested), [seat('chair')], NOW)).toEqual([
		{ kind: 'settleContests', associationId: null, ballotId: 'ballot', count: 2, dueAt: null },
	])
	expect(kinds(contested, 'secretary')).toEqual([])
	expect(nextStep(situation(contested), NOW)).toEqual({ step: 'settling', by: 'chair', dueAt: null })
})

test('a text decided on at a meeting waits as long as the associations were told, whatever came after', () => {
	const early = { ...signing, signoffDueAt: NOW, ballots: minutes() }
	expect(nextStep(situation(early), NOW)).toMatchObject({ step: 'signing' })
	expect(nextStep(situation(early), NOW + 1)).toMatchObject({ step: 'publishing' })
	expect(nextStep(situation({ ...signing, signoffDueAt: NOW }), NOW)).toMatchObject({ step: 'publishing' })
})

test('the chair counts when all have voted before the time is up; after it nobody has to', () => {
	const next = (changes: Partial<BallotSituation>, now = NOW) => nextStep(situation(voting(changes)), now)
	expect(next({ voted: [ours] })).toMatchObject({ step: 'voting', by: 'associations' })
	expect(next({ allVoted: true })).toMatchObject({ step: 'closing', by: 'chair' })
	expect(next({ allVoted: true }, NOW + 1)).toMatchObject({ step: 'counting', by: 'nobody' })
	expect(next({ voted: [ours] }, NOW + 1)).toMatchObject({ step: 'counting', by: 'nobody' })
})

test('where too few voted it is for the chair to choose how to go on, at the ballot; where it was rejected, to rework it', () => {
	const counted = { electorate: 2, quorum: 2 }
	const lacking = voting({ closedAt: NOW, outcome: { ...counted, result: 'noQuorum' } })
	expect(nextStep(situation(lacking), NOW)).toMatchObject({ step: 'choosing', by: 'chair' })
	expect(tasksFor(situation(lacking), [seat('chair')], NOW)).toMatchObject([
		{ kind: 'settleQuorum', ballotId: 'ballot' },
	])
	expect(kinds(lacking, 'secretary', 'delegate')).toEqual([])
	const rejected = { ...counted, yes: 0, no: 2, abstain: 0, silent: 0, result: 'rejected' } as const
	expect(kinds(voting({ closedAt: NOW, outcome: rejected }), 'chair')).toEqual(['referBack'])
})

test('who was seated when it was asked answers about a correction, and the chair settles it once all have or time is up', () => {
	const waits = {
		id: 'addendum' as AddendumId,
		openedAt: 2,
		closesAt: NOW + 1,
		bylaws: { officersVote: false },
		electorate: [ours],
		answered: [],
		allAnswered: false,
	}
	const about = (changes: Partial<typeof waits>, role: Role) =>
		kinds({ stage: 'published', sent: true, addenda: [{ ...waits, ...changes }] }, role)
	for (const role of ['delegate', 'deputy'] as const) {
		expect(about({}, role)).toEqual(['answerAddendum'])
		expect(about({ openedAt: seat(role).givenAt - 1 }, role)).toEqual([])
		expect(about({ electorate: [theirs] }, role)).toEqual([])
		expect(about({ closesAt: NOW }, role)).toEqual([])
	}
	expect(about({}, 'contributor')).toEqual([])
	expect(about({}, 'chair')).toEqual([])
	expect(about({ allAnswered: true }, 'chair')).toEqual(['settleAddendum'])
	expect(about({ closesAt: NOW }, 'chair')).toEqual(['settleAddendum'])
	expect(about({ closesAt: NOW }, 'secretary')).toEqual([])
	expect(about({ closesAt: NOW - 30 * 24 * 60 * 60_000 }, 'chair')).toEqual([])
})

test('a text whose views are in waits for what associations are asked of amendments to it, and then for the chair', () => {
	const put = { amendmentId: 'amendment' as AmendmentId, versionId: 'words' as AmendmentVersionId, against: null }
	const onAmendment: BallotSituation = { ...open, subject: { kind: 'amendment', ...put }, closesAt: NOW + 2 }
	const id = 'list' as ConsensusListId
	const of = { bylaws: open.bylaws, openedAt: 1, count: 2, electorate: open.electorate, answered: [] }
	const list = { ...of, id, closesAt: NOW + 3 }
	const next = (changes: Partial<Situation>, now = NOW) =>
		nextStep(situation({ stage: 'consulting', consultationDueAt: NOW, ...changes }), now)
	const ballots = [onAmendment, { ...onAmendment, id: 'second' as BallotId, closesAt: NOW + 5 }]
	expect(next({ ballots })).toEqual({ step: 'voting', by: 'associations', dueAt: NOW + 5 })
	expect(next({ ballots, lists: [list] })).toMatchObject({ step: 'voting', dueAt: NOW + 5 })
	expect(next({ lists: [list] })).toEqual({ step: 'answering', by: 'associations', dueAt: NOW + 3 })
	expect(next({ ballots }, NOW + 5)).toMatchObject({ step: 'counting' })
	expect(next({ ballots: [{ ...onAmendment, allVoted: true }] })).toMatchObject({ step: 'closing' })
	expect(kinds({ stage: 'consulting', consultationDueAt: NOW, ballots }, 'chair')).toEqual([])
	expect(next({ ballots: [{ ...onAmendment, outcome }] })).toMatchObject({ step: 'ballot' })
	expect(next({ toMerge: 1 })).toEqual({ step: 'merging', by: 'stewards', dueAt: null })
	expect(kinds({ stage: 'consulting', consultationDueAt: NOW, toMerge: 1 }, 'secretary')).toEqual(['mergeAmendments'])
	expect(next({ ballots, consultationDueAt: NOW + 1 })).toMatchObject({ step: 'views' })
})

import { expect, test } from 'vitest'
import type { AssociationId, CoalitionId, PersonId, SeatId } from '#domain/kernel/id.ts'
import type { Role, Seat } from '#domain/members/seats.ts'
import { nextStep, type Situation, tasksFor } from './tasks.ts'

const NOW = 1_000_000
const ours = 'ours' as AssociationId
const theirs = 'theirs' as AssociationId

const seat = (role: Role): Seat => ({
	id: `seat-${role}` as SeatId,
	coalitionId: 'coalition' as CoalitionId,
	associationId: role === 'chair' || role === 'secretary' ? null : ours,
	personId: 'person' as PersonId,
	role,
	from: 0,
	until: null,
	endedAt: null,
})

const situation = (changes: Partial<Situation>): Situation => ({
	stage: 'drafting',
	written: true,
	hasPositions: true,
	consultationDueAt: null,
	ballot: null,
	signoffDueAt: null,
	electorate: [],
	stanced: [],
	voted: [],
	answered: [],
	sent: false,
	unanswered: 0,
	commented: [],
	newAnswers: [],
	...changes,
})

const kinds = (changes: Partial<Situation>, ...roles: Role[]) =>
	tasksFor(situation(changes), roles.map(seat), NOW).map((task) => task.kind)

const open = { closesAt: NOW + 1, closedAt: null, outcome: null, track: 'full' } as const
const voting = { stage: 'deciding', ballot: open, electorate: [ours, theirs] } as const
const signing = { stage: 'signing', signoffDueAt: NOW + 1, electorate: [ours, theirs] } as const

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
	expect(kinds({ ...voting, ...said, voted: [ours] }, 'chair', 'contributor')).toEqual([
		'answerComments',
		'readAnswers',
	])
	expect(kinds({ ...signing, ...said, answered: [ours] }, 'chair', 'delegate')).toEqual([])
	const counts = tasksFor(situation(said), [seat('chair'), seat('delegate')], NOW).map(({ count }) => count)
	expect(counts).toEqual([undefined, 3, 2])
	expect(kinds({ ...said, newAnswers: [theirs] }, 'delegate')).toEqual([])
})

test('a ballot waits on those who may vote and have not, until it is over', () => {
	expect(kinds(voting, 'delegate')).toEqual(['vote'])
	expect(kinds(voting, 'deputy')).toEqual(['vote'])
	expect(kinds(voting, 'contributor')).toEqual([])
	expect(kinds({ ...voting, voted: [ours] }, 'delegate')).toEqual([])
	expect(kinds({ ...voting, electorate: [theirs] }, 'delegate')).toEqual([])
	const all = { ...voting, voted: [ours, theirs] }
	expect(kinds(all, 'chair', 'secretary')).toEqual(['closeBallot'])
	expect(kinds({ ...all, ballot: { ...open, track: 'light' } }, 'chair')).toEqual([])
	expect(kinds(voting, 'chair')).toEqual([])
	const over = { ...voting, ballot: { ...open, closesAt: NOW } }
	expect(kinds(over, 'delegate')).toEqual([])
	expect(kinds(over, 'chair')).toEqual(['closeBallot'])
})

test('a text that was not adopted waits on the chair to take it back', () => {
	const outcome = { yes: 0, no: 2, abstain: 0, silent: 0, electorate: 2, quorum: 2, result: 'rejected' } as const
	const rejected = { ...voting, ballot: { ...open, closedAt: NOW, outcome } }
	expect(kinds(rejected, 'chair')).toEqual(['referBack'])
	expect(kinds(rejected, 'secretary', 'delegate')).toEqual([])
})

test('signing waits on those who have not answered; publishing on the chair once all have, or time is up', () => {
	expect(kinds(signing, 'delegate')).toEqual(['signOff'])
	expect(kinds({ ...signing, answered: [ours] }, 'delegate')).toEqual([])
	expect(kinds(signing, 'chair')).toEqual([])
	expect(kinds({ ...signing, answered: [ours, theirs] }, 'chair')).toEqual(['publish'])
	expect(kinds({ ...signing, signoffDueAt: NOW }, 'chair', 'delegate')).toEqual(['publish'])
})

test('a published statement waits until it has been sent', () => {
	expect(kinds({ stage: 'published' }, 'secretary')).toEqual(['markAsSent'])
	expect(kinds({ stage: 'published', sent: true }, 'chair')).toEqual([])
	expect(nextStep(situation({ stage: 'withdrawn' }), NOW)).toMatchObject({ step: 'nothing', by: 'nobody' })
})

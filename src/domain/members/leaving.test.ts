import { expect, test } from 'vitest'
import { PRESETS } from '#domain/deciding/bylaws.ts'
import type { Membership } from '#domain/deciding/voice.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ALL_REACHED,
	ANBO,
	chair,
	coalition,
	contextAt,
	DAY,
	delegateOf,
	eventOf,
	member,
	NOW,
	SHEDO,
	seat,
	secretary,
	TILIA,
} from '#test/support/rules.ts'
import { addAssociation, keepAssociation, removeAssociation } from './member-associations.ts'
import { giveSeat } from './membership.ts'
import { takeInRoster } from './roster.ts'

const seats = [seat('chair'), seat('delegate', SHEDO), seat('delegate', ANBO, { endedAt: NOW - DAY })]
const leaving = coalition({ associations: [member(SHEDO, { leavesAt: NOW + 7 * DAY }), member(ANBO), member(TILIA)] })
const toldIn = (decided: Result<Pick<Decision<unknown>, 'notifications'>, Rejection>) =>
	(granted(decided).notifications ?? []).map((told) => {
		return 'associationId' in told ? `${told.kind} ${told.associationId}` : told.kind
	})
const ALL = [SHEDO, ANBO, TILIA].map((id) => `members ${id}`)

const among = (about = coalition(), asked: Membership['asked'] = []) => ({
	coalition: about,
	seats,
	asked,
	position: 1,
	unreached: ALL_REACHED,
})

test('an association somebody has had a seat for leaves in a week, and all are told, it too', () => {
	for (const id of [SHEDO, ANBO]) {
		const removed = removeAssociation(secretary, among(), id, contextAt())
		expect(eventOf('associationLeaving', removed)).toEqual({ associationId: id, leavesAt: NOW + 7 * DAY })
		expect(toldIn(removed)).toEqual(ALL)
	}
})

test('one that nobody ever had a seat for was a mistake, and leaves at once', () => {
	const removed = removeAssociation(chair, among(), TILIA, contextAt())
	expect(eventOf('associationLeft', removed)).toEqual({ associationId: TILIA })
	expect(toldIn(removed)).toEqual(ALL)
})

test('that it leaves, said again, moves nothing', () => {
	expect(granted(removeAssociation(chair, among(leaving), SHEDO, contextAt(NOW + DAY))).events).toEqual([])
})

test('it is kept by chair or secretary, once it is leaving, and all are told', () => {
	const kept = keepAssociation(secretary, leaving, SHEDO, contextAt())
	expect(eventOf('associationKept', kept)).toEqual({ associationId: SHEDO })
	expect(toldIn(kept)).toEqual(ALL)
	expect(granted(keepAssociation(chair, leaving, ANBO, contextAt())).events).toEqual([])
	expect(codeOf(keepAssociation(delegateOf(SHEDO), leaving, SHEDO, contextAt()))).toBe('notAllowed')
})

test('only members leave and are kept', () => {
	const gone = 'gone' as AssociationId
	expect(codeOf(removeAssociation(chair, among(), gone, contextAt()))).toBe('notFound')
	expect(codeOf(keepAssociation(chair, coalition(), gone, contextAt()))).toBe('notFound')
})

test('nobody is given a seat that begins when the association is gone', () => {
	const given = (from: number) => {
		const asked = {
			personId: 'ove' as PersonId,
			associationId: SHEDO,
			role: 'deputy',
			until: null,
			invite: false,
		} as const
		return codeOf(giveSeat(chair, among(leaving), { ...asked, from }, contextAt()))
	}
	expect(given(NOW + 7 * DAY - 1)).toBe('granted')
	expect(given(NOW + 7 * DAY)).toBe('notFound')
})

test('of those added, one by one or by a list, each of the others is told once', () => {
	expect(toldIn(addAssociation(chair, coalition(), { name: 'Ny', area: '' }, contextAt()))).toEqual(ALL)
	const associations = Array.from({ length: 20 }, (_, index) => ({ name: `Ny ${index}`, area: '' }))
	const plan = { rows: [], associations, persons: [], seats: [] }
	expect(toldIn(takeInRoster(chair, among(), plan, [], contextAt()))).toEqual(ALL)
	const delegate = { role: 'delegate', emails: [], person: { is: 'there', id: 'ove' as PersonId } } as const
	const seatsOnly = {
		...plan,
		associations: [],
		seats: [{ ...delegate, association: { is: 'there', id: TILIA } as const }],
	}
	expect(toldIn(takeInRoster(chair, among(), seatsOnly, [], contextAt()))).toEqual([])
})

test('none leaves before it could answer what it is asked', () => {
	const questions = (until: number) => [{ from: NOW, until, bylaws: PRESETS.standard, associations: [SHEDO] }]
	const held = [seat('chair'), seat('delegate', SHEDO, { personId: 'dora' as PersonId })]
	const removed = (until: number) =>
		removeAssociation(chair, { ...among(coalition(), questions(until)), seats: held }, SHEDO, contextAt())
	expect(codeOf(removed(NOW + 7 * DAY))).toBe('granted')
	expect(codeOf(removed(NOW + 7 * DAY + 1))).toBe('lastToAnswer')
})

import { expect, it } from 'vitest'
import { type Coalition, PLAIN } from '#domain/coalition/coalition.ts'
import type { AssociationId, CoalitionId, NewId, PersonId, SeatId } from '#domain/kernel/id.ts'
import type { Actor, Role, Seat } from '#domain/members/seats.ts'
import { ALL_REACHED, member } from '#test/support/rules.ts'
import { moveAssociation, replaceSeat } from './arranging.ts'

const now = 1_000_000
const newId: NewId = (() => 'new') as unknown as NewId
const context = { now, newId }
const id = <Id extends string>(text: string) => text as Id

const coalition: Coalition = {
	id: id<CoalitionId>('coalition'),
	...PLAIN,
	slug: 'test',
	name: 'Test',
	seriesPrefix: 'T',
	preset: 'standard',
	language: 'sv',
	listed: true,
	demo: false,
	former: null,
	associations: [1, 2, 5].map((order) => member(id<AssociationId>(`a${order}`), { name: `A${order}`, order })),
}

const seat = (name: string, role: Role, association: string | null): Seat => ({
	id: id<SeatId>(name),
	coalitionId: coalition.id,
	associationId: association === null ? null : id<AssociationId>(association),
	personId: id<PersonId>(`p-${name}`),
	role,
	from: 0,
	until: null,
	endedAt: null,
	endedBy: null,
	endedUnreached: false,
	erasedAt: null,
	takenBackAt: null,
	givenAt: 0,
})
const chairSeat = seat('chair', 'chair', null)
const delegateSeat = seat('delegate', 'delegate', 'a1')
const as = (...seats: Seat[]): Actor => ({ personId: id<PersonId>('p'), operator: false, authenticatedAt: now, seats })
const chair = as(chairSeat)
const seats = [chairSeat, delegateSeat]

const given = (role: Role, association: string | null, replaces: string) => ({
	personId: id<PersonId>('new-person'),
	associationId: association === null ? null : id<AssociationId>(association),
	role,
	from: now,
	until: null,
	invite: true,
	replaces: id<SeatId>(replaces),
})

const moved = (association: string, direction: 'up' | 'down', actor = chair) =>
	moveAssociation(actor, coalition, { associationId: id<AssociationId>(association), direction }, context)

it('changes places with the neighbour, and does nothing at the end of the order', () => {
	const result = moved('a5', 'up')
	expect(result.ok && result.value.events.map(({ payload }) => payload)).toEqual([
		{ association: { id: 'a5', name: 'A5', area: '', order: 2 } },
		{ association: { id: 'a2', name: 'A2', area: '', order: 5 } },
	])
	for (const [association, direction] of [
		['a1', 'up'],
		['a5', 'down'],
	] as const) {
		const still = moved(association, direction)
		expect(still.ok && still.value.events).toEqual([])
	}
})

it('moves only members, and only for chair and secretary', () => {
	expect(moved('a9', 'up')).toEqual({ ok: false, reason: { code: 'notFound' } })
	expect(moved('a2', 'up', as(delegateSeat))).toMatchObject({ ok: false, reason: { code: 'notAllowed' } })
	expect(moved('a2', 'up', as())).toEqual({ ok: false, reason: { code: 'notFound' } })
})

it('ends one seat and gives the next at the same instant', () => {
	const result = replaceSeat(
		chair,
		{ coalition, seats: seats, asked: [], position: 0, unreached: ALL_REACHED },
		given('delegate', 'a1', 'delegate'),
		context,
	)
	expect(result.ok && result.value.events.map(({ type }) => type)).toEqual(['seatEnded', 'seatGiven'])
	expect(result.ok && result.value.notifications).toEqual([
		{ kind: 'invitation', seatId: 'new' },
		{ kind: 'unseated', seatId: 'delegate' },
	])
	expect(result.ok && result.value.guards.map(({ kind }) => kind)).toEqual(['seated', 'nothingAskedSince'])
})

it('lets the only chair hand over', () => {
	expect(
		replaceSeat(
			chair,
			{ coalition, seats: seats, asked: [], position: 0, unreached: ALL_REACHED },
			given('chair', null, 'chair'),
			context,
		).ok,
	).toBe(true)
})

it('leaves no coalition with a chair whose term begins later', () => {
	const later = { ...given('chair', null, 'chair'), from: now + 1 }
	expect(
		replaceSeat(chair, { coalition, seats: seats, asked: [], position: 0, unreached: ALL_REACHED }, later, context),
	).toEqual({
		ok: false,
		reason: { code: 'lastChair' },
	})
})

it('replaces only a seat of the same kind that has not ended', () => {
	const missing = { ok: false, reason: { code: 'notFound' } }
	expect(
		replaceSeat(
			chair,
			{ coalition, seats: seats, asked: [], position: 0, unreached: ALL_REACHED },
			given('deputy', 'a1', 'delegate'),
			context,
		),
	).toEqual(missing)
	expect(
		replaceSeat(
			chair,
			{ coalition, seats: seats, asked: [], position: 0, unreached: ALL_REACHED },
			given('delegate', 'a2', 'delegate'),
			context,
		),
	).toEqual(missing)
	expect(
		replaceSeat(
			chair,
			{ coalition, seats: seats, asked: [], position: 0, unreached: ALL_REACHED },
			given('delegate', 'a1', 'nobody'),
			context,
		),
	).toEqual(missing)
	const ended = [chairSeat, { ...delegateSeat, endedAt: 5 }]
	expect(
		replaceSeat(
			chair,
			{ coalition, seats: ended, asked: [], position: 0, unreached: ALL_REACHED },
			given('delegate', 'a1', 'delegate'),
			context,
		),
	).toEqual(missing)
})

it('replaces nobody for a delegate', () => {
	const result = replaceSeat(
		as(delegateSeat),
		{ coalition, seats: seats, asked: [], position: 0, unreached: ALL_REACHED },
		given('delegate', 'a1', 'delegate'),
		context,
	)
	expect(result).toMatchObject({ ok: false, reason: { code: 'notAllowed' } })
})

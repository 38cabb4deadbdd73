import { expect, test } from 'vitest'
import { createCoalition } from '#domain/coalition/create-coalition.ts'
import { changeSettings } from '#domain/coalition/settings.ts'
import type { AssociationId, PersonId, SeatId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ALL_REACHED,
	actor,
	chair,
	coalition,
	contextAt,
	DAY,
	delegateOf,
	eventOf,
	guardsOf,
	HOUR,
	NOW,
	operator,
	SHEDO,
	seat,
	secretary,
} from '#test/support/rules.ts'
import { addAssociation, changeAssociation } from './member-associations.ts'
import { endSeat, type GiveSeat, giveSeat } from './membership.ts'
import type { Seat } from './seats.ts'

const settings = { name: 'NSPH', seriesPrefix: 'NSPH-SL', preset: 'standard', language: 'sv', listed: true } as const
const ove = 'ove' as PersonId
const GONE = 'gone' as AssociationId

test('the operator creates a coalition with its first chair, who is invited', () => {
	const command = { slug: 'nsph-stockholm', settings, demo: false, chair: ove }
	const created = createCoalition(operator, command, ['me'], contextAt())
	expect(eventOf('coalitionCreated', created)).toEqual({ slug: 'nsph-stockholm', settings, demo: false })
	expect(eventOf('seatGiven', created)).toMatchObject({ personId: ove, role: 'chair', from: NOW, until: null })
	expect(granted(created).notifications).toEqual([{ kind: 'invitation', seatId: granted(created).value.seatId }])
	expect(codeOf(createCoalition(chair, command, [], contextAt()))).toBe('operatorOnly')
	expect(codeOf(createCoalition(operator, { ...command, slug: 'me' }, ['me'], contextAt()))).toBe('slugTaken')
	expect(codeOf(createCoalition(operator, { ...command, slug: 'Å' }, [], contextAt()))).toBe('invalid')
	const unnamed = { ...command, settings: { ...settings, name: '' } }
	expect(codeOf(createCoalition(operator, unnamed, [], contextAt()))).toBe('empty')
})

test('chair and secretary change settings, which are checked', () => {
	const at = { coalition: coalition(), seats: [], texts: [] }
	const changed = changeSettings(secretary, at, { ...settings, name: ' Nytt ' }, contextAt())
	expect(eventOf('coalitionChanged', changed).settings.name).toBe('Nytt')
	expect(codeOf(changeSettings(chair, at, { ...settings, seriesPrefix: ':' }, contextAt()))).toBe('invalid')
	expect(codeOf(changeSettings(delegateOf(SHEDO), at, settings, contextAt()))).toBe('notAllowed')
})

test('a new association stands last in the coalition’s order', () => {
	const add = (about: ReturnType<typeof coalition>) =>
		eventOf('associationAdded', addAssociation(chair, about, { name: 'Ny', area: '' }, contextAt())).association
	expect(add(coalition())).toEqual({ id: 'id-1', name: 'Ny', area: '', order: 4 })
	expect(add(coalition({ associations: [] })).order).toBe(1)
})

test('only members can be changed', () => {
	const shedo = { id: SHEDO, name: 'Shedo', area: 'Ätstörningar', order: 1 }
	expect(codeOf(changeAssociation(chair, coalition(), shedo, contextAt()))).toBe('granted')
	expect(codeOf(changeAssociation(chair, coalition(), { ...shedo, id: GONE }, contextAt()))).toBe('notFound')
	expect(codeOf(changeAssociation(chair, coalition(), { ...shedo, name: '' }, contextAt()))).toBe('empty')
})

function give(command: Partial<GiveSeat>, seats: readonly Seat[] = [], by = chair) {
	const asked = {
		personId: ove,
		associationId: SHEDO,
		role: 'delegate',
		from: NOW,
		until: null,
		invite: false,
	} as const
	return giveSeat(
		by,
		{ coalition: coalition(), seats, asked: [], position: 0, unreached: ALL_REACHED },
		{ ...asked, ...command },
		contextAt(),
	)
}

test('a person gets a seat for a term, and is invited only if asked for', () => {
	const given = give({ until: NOW + DAY, invite: true })
	expect(eventOf('seatGiven', given)).toEqual({
		seatId: 'id-1',
		personId: ove,
		associationId: SHEDO,
		role: 'delegate',
		from: NOW,
		until: NOW + DAY,
	})
	expect(granted(given).notifications).toEqual([{ kind: 'invitation', seatId: 'id-1' }])
	expect(granted(give({})).notifications).toEqual([])
	expect(guardsOf(given)).toEqual(['seated'])
})

test('an association has one delegate at a time', () => {
	const sitting = seat('delegate', SHEDO, { from: NOW - DAY, until: NOW + DAY })
	const codes = [
		give({ from: NOW, until: null }, [sitting]),
		give({ from: NOW - 2 * DAY, until: NOW }, [sitting]),
		give({ from: NOW + DAY - 1, until: NOW + DAY }, [sitting]),
		give({ from: NOW + DAY }, [{ ...sitting, until: null }]),
	].map(codeOf)
	expect(codes).toEqual(Array(4).fill('delegateExists'))
})

test('a delegate follows another to the instant, and one who was removed is no hindrance', () => {
	const sitting = seat('delegate', SHEDO, { from: NOW - DAY, until: NOW + DAY })
	expect(codeOf(give({ from: NOW + DAY }, [sitting]))).toBe('granted')
	expect(codeOf(give({ from: NOW - 2 * DAY, until: NOW - DAY }, [sitting]))).toBe('granted')
	expect(codeOf(give({}, [{ ...sitting, endedAt: NOW - 1 }]))).toBe('granted')
	expect(codeOf(give({}, [seat('delegate', 'anbo' as AssociationId)]))).toBe('granted')
})

test('deputies and contributors may be several', () => {
	for (const role of ['deputy', 'contributor'] as const) {
		expect(codeOf(give({ role }, [seat(role, SHEDO), seat('delegate', SHEDO)]))).toBe('granted')
	}
})

test.each<[string, Partial<GiveSeat>]>([
	['invalid', { role: 'chair' }],
	['invalid', { associationId: null }],
	['invalid', { from: Number.NaN }],
	['notFound', { associationId: GONE }],
	['deadlinePassed', { until: NOW }],
])('a seat is refused as %s: %j', (code, command) => {
	expect(codeOf(give(command))).toBe(code)
})

test('the operator can seat a chair where nobody else could let anyone in, and seats nobody else', () => {
	const rescue = give({ role: 'chair', associationId: null }, [], operator)
	expect(eventOf('seatGiven', rescue).role).toBe('chair')
	expect(codeOf(give({ role: 'secretary', associationId: null }, [], operator))).toBe('notFound')
	expect(codeOf(give({}, [], operator))).toBe('notFound')
})

const ended = (seatId: string, seats: readonly Seat[], by = chair) =>
	endSeat(
		by,
		{ coalition: coalition(), seats, asked: [], position: 0, unreached: ALL_REACHED },
		seatId as SeatId,
		contextAt(),
	)
const first = seat('chair', null, { id: 'first' as SeatId })
const second = (more: Partial<Seat> = {}) => seat('chair', null, { id: 'second' as SeatId, ...more })

test('a seat ends at once', () => {
	const delegate = seat('delegate', SHEDO)
	expect(eventOf('seatEnded', ended(delegate.id, [first, delegate]))).toEqual({ seatId: delegate.id })
	expect(codeOf(ended('nobody', [first]))).toBe('notFound')
	expect(codeOf(ended(delegate.id, [first, { ...delegate, endedAt: NOW - 1 }]))).toBe('notFound')
	expect(codeOf(ended(delegate.id, [first, delegate], delegateOf(SHEDO)))).toBe('notAllowed')
})

test('the last chair cannot be removed: not one to come, nor one whose term is over, stands in', () => {
	expect(codeOf(ended('first', [first]))).toBe('lastChair')
	expect(codeOf(ended('first', [first, second({ from: NOW + HOUR })]))).toBe('lastChair')
	expect(codeOf(ended('first', [first, second({ until: NOW })]))).toBe('lastChair')
	expect(codeOf(ended('first', [first, second({ endedAt: NOW - 1 })]))).toBe('lastChair')
	expect(codeOf(ended('first', [first, second()]))).toBe('granted')
	expect(codeOf(ended('first', [first, second()], actor(first)))).toBe('granted')
})

import { expect, test } from 'vitest'
import type { Topic } from '#domain/coalition/topics.ts'
import type { CoalitionId, OlderId, StatementId, TopicId } from '#domain/kernel/id.ts'
import type { Actor } from '#domain/members/seats.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { chair, contextAt, delegateOf, NOW, SHEDO, secretary, stranger } from '#test/support/rules.ts'
import {
	GROUPS_OF_ONE,
	type PositionRef,
	SORTED_AT_ONCE,
	type SortedPosition,
	type Sorting,
	sortPositions,
} from './sorting.ts'

const COALITION = 'coalition' as CoalitionId
const idOf = (name: string) => `group-${name}` as TopicId
const group = (name: string, awayAt: number | null = null, list: Topic['list'] = 'group'): Topic => ({
	...{ id: idOf(name), list, slug: name, name, awayAt },
})
const NAMES = ['barn', 'unga', 'äldre', 'närstående', 'patienter', 'brukare']
const GROUPS = [...NAMES.map((name) => group(name)), group('gamla', NOW), group('ämne', null, 'topic')]
const HERE = 'statement' as StatementId
const OLDER = 'older' as OlderId

const at = (number: number, more: Partial<SortedPosition> = {}): SortedPosition => ({
	...{ adoptedIn: HERE, number, groupIds: [], level: null, isOlder: false },
	...more,
})
const BANK = [at(1), at(2, { groupIds: [idOf('gamla')], level: 'system' }), at(1, { adoptedIn: OLDER, isOlder: true })]

const wanted = (number: number, more: Partial<PositionRef & Sorting> = {}) => ({
	...{ adoptedIn: HERE, number, groupIds: [], level: null },
	...more,
})
const sort = (positions: readonly (PositionRef & Sorting)[], by: Actor = chair) =>
	sortPositions(by, COALITION, GROUPS, BANK, positions, contextAt(NOW))

test('positions of several texts are sorted in one act, and what is the same already is left alone', () => {
	const { events } = granted(
		sort([
			wanted(1, { groupIds: [idOf('barn'), idOf('unga')], level: 'service' }),
			wanted(2, { groupIds: [idOf('gamla')], level: 'system' }),
			wanted(1, { adoptedIn: OLDER, level: 'individual' }),
		]),
	)
	expect(events).toMatchObject([
		{ statementId: HERE, payload: { olderId: null, positions: [{ number: 1, level: 'service' }] } },
		{ statementId: null, payload: { olderId: OLDER, positions: [{ number: 1, groupIds: [], level: 'individual' }] } },
	])
	expect(granted(sort([wanted(1)])).events).toEqual([])
})

test('chair and secretary sort, and nobody else', () => {
	expect(codeOf(sort([wanted(1, { level: 'system' })], secretary))).toBe('granted')
	expect(codeOf(sort([wanted(1, { level: 'system' })], delegateOf(SHEDO)))).toBe('notAllowed')
	expect(codeOf(sort([wanted(1, { level: 'system' })], stranger))).toBe('notFound')
})

test('a group that was put away stays where it is and is not chosen anew; a topic is no group', () => {
	expect(codeOf(sort([wanted(2, { groupIds: [idOf('gamla'), idOf('barn')] })]))).toBe('granted')
	expect(codeOf(sort([wanted(1, { groupIds: [idOf('gamla')] })]))).toBe('invalid')
	expect(codeOf(sort([wanted(1, { groupIds: [idOf('ämne')] })]))).toBe('invalid')
	expect(codeOf(sort([wanted(1, { groupIds: ['annans' as TopicId] })]))).toBe('invalid')
})

test('it is bounded: groups of one position, and positions at once; what is not in the bank is not sorted', () => {
	const groupIds = NAMES.map((name) => idOf(name))
	expect(codeOf(sort([wanted(1, { groupIds: groupIds.slice(0, GROUPS_OF_ONE) })]))).toBe('granted')
	const field = `groups-${wanted(2).adoptedIn}.2[]`
	expect(sort([wanted(1), wanted(2, { groupIds })])).toMatchObject({
		reason: { code: 'tooManyGroups', field, number: 2 },
	})
	expect(codeOf(sort(Array.from({ length: SORTED_AT_ONCE + 1 }, () => wanted(1))))).toBe('tooLong')
	expect(codeOf(sort([wanted(7, { level: 'system' })]))).toBe('notFound')
})

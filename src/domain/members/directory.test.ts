import { expect, test } from 'vitest'
import type { AddressChangeId, PersonId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	chair,
	coalition,
	contextAt,
	DAY,
	delegateOf,
	eventOf,
	NOW,
	operator,
	SHEDO,
	secretary,
} from '#test/support/rules.ts'
import { type Listed, mendName, proposeAddress, withdrawAddress } from './directory.ts'

const person = 'somebody' as PersonId
const listed = (more: Partial<Listed> = {}): Listed => ({
	...{ personId: person, name: 'Disa Delegat', emails: ['disa@example.org'], operator: false, elsewhere: false },
	...more,
})
const seldom = { count: 0, first: null }
const often = { count: 20, first: NOW - DAY + 1 }
const mend = (who: Listed, name: string, lately = seldom as { count: number; first: number | null }, by = chair) =>
	mendName(by, coalition(), who, lately, name, contextAt())
const propose = (who: Listed, email: string, lately = seldom as { count: number; first: number | null }, by = chair) =>
	proposeAddress(by, coalition(), who, lately, email, contextAt())

test('the chair alone mends names and proposes addresses, and the event tells of whom, and no more', () => {
	expect(eventOf('nameMended', mend(listed(), 'Dísa Delegat'))).toEqual({ personId: person })
	const { changeId, ...rest } = eventOf('addressProposed', propose(listed(), 'ny@example.org'))
	expect([typeof changeId, rest]).toEqual(['string', { personId: person }])
	for (const by of [secretary, delegateOf(SHEDO)]) {
		expect(codeOf(mend(listed(), 'Dísa', seldom, by))).toBe('notAllowed')
		expect(codeOf(propose(listed(), 'ny@example.org', seldom, by))).toBe('notAllowed')
	}
	expect(codeOf(mend(listed(), 'Dísa', seldom, operator))).toBe('notFound')
})

test('over somebody who has a seat elsewhere and no address, and over the operator, no chair decides', () => {
	for (const who of [{ operator: true }, { emails: [], elsewhere: true }])
		expect(codeOf(propose(listed(who), 'ny@example.org'))).toBe('personElsewhere')
	for (const who of [
		{ emails: [], operator: true },
		{ emails: [], elsewhere: true },
	])
		expect(codeOf(mend(listed(who), 'Annan'))).toBe('personElsewhere')
	for (const who of [{}, { emails: [] }, { elsewhere: true }]) {
		expect(codeOf(propose(listed(who), 'ny@example.org'))).toBe('granted')
		expect(codeOf(mend(listed(who), 'Annan'))).toBe('granted')
	}
})

test('what was typed is checked, and the same name is nothing done', () => {
	expect(granted(mend(listed(), ' Disa Delegat ')).events).toEqual([])
	expect(codeOf(mend(listed(), ''))).toBe('empty')
	for (const [email, code] of [
		['', 'empty'],
		['nowhere', 'invalid'],
		[' DISA@example.org', 'addressKnown'],
	] as const)
		expect(codeOf(propose(listed(), email))).toBe(code)
})

test('twenty a day, and the guard holds it when it is saved', () => {
	expect(mend(listed(), 'Annan', often)).toMatchObject({ reason: { code: 'doneTooOften', limit: 20, again: NOW + 1 } })
	expect(codeOf(propose(listed(), 'ny@example.org', often))).toBe('doneTooOften')
	expect(granted(propose(listed(), 'ny@example.org', { count: 19, first: NOW })).guards).toContainEqual({
		...{ kind: 'doneLessThan', act: 'proposeAddress', limit: 20, since: NOW - DAY, coalitionId: coalition().id },
	})
})

test('only what waits is taken back', () => {
	const waiting = 'change' as AddressChangeId
	expect(eventOf('addressWithdrawn', withdrawAddress(chair, coalition(), waiting, contextAt()))).toEqual({
		changeId: waiting,
	})
	expect(codeOf(withdrawAddress(chair, coalition(), null, contextAt()))).toBe('notFound')
	expect(codeOf(withdrawAddress(secretary, coalition(), waiting, contextAt()))).toBe('notAllowed')
})

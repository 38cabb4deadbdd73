import { expect, test } from 'vitest'
import type { OlderId } from '#domain/kernel/id.ts'
import type { Actor } from '#domain/members/seats.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	chair,
	coalition,
	contextAt,
	delegateOf,
	eventOf,
	member,
	NOW,
	operator,
	SHEDO,
	secretary,
	stranger,
} from '#test/support/rules.ts'
import { correctOlder, importOlder, removeOlder } from './importing.ts'
import type { OlderContent, OlderNumber, OlderStatement, YearTaken } from './older.ts'

const NOTHING: YearTaken = { first: null, places: [] }
const members = [member(SHEDO), member(ANBO)]
const content: OlderContent = {
	title: 'Svar på strategin',
	language: 'sv',
	kind: 'response',
	decidedOn: '2017-05',
	inquiry: { title: 'Nationell strategi', sender: '', references: '' },
	standsBehind: 'Alla som var med då.',
	files: [],
	blocks: [{ kind: 'paragraph', text: 'Vi är positiva.' }],
}
const file = { sha256: 'a'.repeat(64), name: 'svar.pdf', mediaType: 'application/pdf', size: 12 } as const

const older = (more: Partial<OlderStatement> = {}): OlderStatement => ({
	id: 'older' as OlderId,
	year: 2017,
	number: 3,
	place: '3',
	content,
	importedAt: NOW,
	removedAt: null,
	...more,
})

const brought = (number: Partial<OlderNumber> = {}, taken = NOTHING, more: Partial<OlderContent> = {}, by = chair) =>
	importOlder(
		by,
		coalition({ associations: members }),
		{ taken, contests: [] },
		{ year: 2017, number: 3, ...number, content: { ...content, ...more } },
		contextAt(),
	)

const corrected = (more: Partial<OlderContent>, reason = 'Rubriken var fel.', about = older(), by: Actor = chair) =>
	correctOlder(
		by,
		about,
		{ members, documents: [], contests: [] },
		{ content: { ...content, ...more }, reason },
		contextAt(),
	)

const removed = (reason = 'Fel svar.', about = older(), by: Actor = chair) =>
	removeOlder(by, about, members, { reason }, contextAt())

test('an older statement takes its own number, and every association is told', () => {
	const result = brought()
	expect(eventOf('numberTaken', result)).toEqual({ year: 2017, number: 3 })
	expect(eventOf('olderImported', result)).toMatchObject({ year: 2017, number: 3, place: '3', content })
	expect(granted(result).notifications).toEqual([
		{ kind: 'older', associationId: SHEDO },
		{ kind: 'older', associationId: ANBO },
	])
})

test('only the chair puts something in all members’ name, corrects it or takes it away', () => {
	for (const by of [secretary, delegateOf(SHEDO), operator, stranger]) {
		const code = by === stranger || by === operator ? 'notFound' : 'notAllowed'
		expect(codeOf(brought({}, NOTHING, {}, by))).toBe(code)
		expect(codeOf(corrected({ title: 'Ett annat' }, undefined, undefined, by))).toBe(code)
		expect(codeOf(removed(undefined, undefined, by))).toBe(code)
	}
})

test('one that never had a number gets an address of its own, which no other gets', () => {
	const result = brought({ number: null }, { first: 1, places: ['3', 'a1', 'a2'] })
	expect(eventOf('olderImported', result)).toMatchObject({ number: null, place: 'a3', label: 'NSPH-SL 2017:a3' })
	expect(granted(result).events.map(({ type }) => type)).toEqual(['olderImported'])
})

test('a number is taken once, also by what was taken away', () => {
	expect(codeOf(brought({}, { first: null, places: ['3'] }))).toBe('numberTaken')
	expect(codeOf(brought({ number: 2 }, { first: null, places: ['3'] }))).toBe('granted')
})

test('in a year of which something was published here, only numbers before that are taken', () => {
	const taken = { first: 4, places: ['3'] }
	for (const number of [4, 5, 999]) expect(codeOf(brought({ number }, taken))).toBe('numberedHere')
	expect(codeOf(brought({ number: 1 }, taken))).toBe('granted')
})

test('years and numbers that cannot be meant are refused', () => {
	for (const year of [1899, 2023, 2017.5, Number.NaN]) expect(codeOf(brought({ year }))).toBe('invalid')
	for (const number of [0, -1, 1000, 1.5]) expect(codeOf(brought({ number }))).toBe('invalid')
	expect(codeOf(brought({ year: 2022 }))).toBe('granted')
})

test('the day is known as far as it is, and has come', () => {
	for (const decidedOn of ['2017', '2017-05', '2017-05-03', '2022-10-14', '2022-10', '2022'])
		expect(codeOf(brought({}, NOTHING, { decidedOn }))).toBe('granted')
	for (const decidedOn of ['', '17', '2017-13', '2017-02-30', '2022-10-15', '2022-11', '2023', '1899', '2017-5'])
		expect(codeOf(brought({}, NOTHING, { decidedOn }))).toBe('invalid')
})

test('there is a text or a file, and not too many', () => {
	const blank = [{ kind: 'paragraph', text: '  ' }] as const
	expect(codeOf(brought({}, NOTHING, { blocks: blank }))).toBe('empty')
	expect(eventOf('olderImported', brought({}, NOTHING, { blocks: blank, files: [file] })).content.blocks).toEqual([])
	expect(codeOf(brought({}, NOTHING, { files: Array.from({ length: 21 }, () => file) }))).toBe('tooLong')
	const many = Array.from({ length: 1001 }, () => ({ kind: 'paragraph', text: 'x' }) as const)
	expect(codeOf(brought({}, NOTHING, { blocks: many }))).toBe('tooLong')
	expect(codeOf(brought({}, NOTHING, { title: ' ' }))).toBe('empty')
	expect(codeOf(brought({}, NOTHING, { standsBehind: 'x'.repeat(4001) }))).toBe('tooLong')
	expect(codeOf(brought({}, NOTHING, { inquiry: { title: 'x'.repeat(301), sender: '', references: '' } }))).toBe(
		'tooLong',
	)
})

test('a correction says why, and all are told; one that changes nothing is none', () => {
	expect(eventOf('olderCorrected', corrected({ title: ' Ett annat ' }))).toMatchObject({
		content: { title: 'Ett annat' },
		reason: 'Rubriken var fel.',
	})
	expect(granted(corrected({ title: 'Ett annat' })).notifications).toHaveLength(2)
	expect(codeOf(corrected({ title: 'Ett annat' }, ' '))).toBe('empty')
	expect(granted(corrected({}, '')).events).toEqual([])
})

test('what is taken away says why, and is brought in again by a correction', () => {
	expect(eventOf('olderRemoved', removed())).toEqual({ olderId: 'older', reason: 'Fel svar.' })
	expect(granted(removed()).notifications).toHaveLength(2)
	expect(codeOf(removed(' '))).toBe('empty')
	const gone = older({ removedAt: NOW })
	expect(granted(removed('Fel svar.', gone)).events).toEqual([])
	expect(eventOf('olderCorrected', corrected({}, 'Det var rätt.', gone)).content).toEqual(content)
})

import { expect, test } from 'vitest'
import type { DecisionDocumentId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { ANBO, chair, contextAt, delegateOf, eventOf, SHEDO, secretary, statement } from '#test/support/rules.ts'
import { type CitedOutcome, type DocumentOutcomes, type FollowedStatement, latestOutcome } from './outcome.ts'
import { correctOutcomes, expectOutcome, recordOutcomes } from './outcomes.ts'

const followed = (more: Partial<FollowedStatement> = {}): FollowedStatement => ({
	statement: statement('published'),
	numbers: [1, 2, 3],
	electorate: [SHEDO, ANBO],
	expectedOn: null,
	...more,
})

type Read = Omit<DocumentOutcomes, 'documentId'>
const document = {
	kind: 'bill',
	title: 'Prop. 2022/23:7',
	url: 'https://example.org/prop',
	datedOn: '2022-10-14',
} as const
const heeded = { number: 2, outcome: 'heeded', page: '12', note: '' } as const
const read: Read = { document, outcomes: [heeded] }

const record = (command: Read, about = followed(), by = chair) => recordOutcomes(by, about, command, contextAt())
const documented = (more: Partial<Read['document']>) => record({ ...read, document: { ...document, ...more } })

test('what a document tells is recorded by position, and those who had a vote are told', () => {
	const first = { number: 1, outcome: 'unanswered', page: ' ', note: ' Nämns inte.\n' } as const
	const result = record({ document, outcomes: [heeded, first] }, followed(), secretary)
	expect(eventOf('outcomesRecorded', result)).toMatchObject({
		document,
		outcomes: [{ ...first, page: '', note: 'Nämns inte.' }, heeded],
	})
	expect(granted(result)).toMatchObject({
		notifications: [
			{ kind: 'outcomes', associationId: SHEDO },
			{ kind: 'outcomes', associationId: ANBO },
		],
		guards: [{ kind: 'seated' }, { kind: 'stageIn', stages: ['published'] }],
	})
})

test('a document names positions of the text, each once, and at least one', () => {
	expect(codeOf(record({ document, outcomes: [] }))).toBe('empty')
	expect(codeOf(record({ document, outcomes: [{ ...heeded, number: 4 }] }))).toBe('invalid')
	expect(codeOf(record({ document, outcomes: [heeded, heeded] }))).toBe('invalid')
	expect(codeOf(record({ document, outcomes: [{ ...heeded, note: 'n'.repeat(601) }] }))).toBe('tooLong')
})

test('a document has a title, a day that has come, and a link to the web or none', () => {
	expect(documented({ url: '', datedOn: '2022-10-14' }).ok).toBe(true)
	expect(codeOf(documented({ title: ' ' }))).toBe('empty')
	for (const datedOn of ['2022-10-15', '2022-02-30', '']) expect(codeOf(documented({ datedOn }))).toBe('invalid')
	for (const url of ['javascript:alert(1)', 'regeringen.se', 'https://', 'data:text/html,x', 'file:///etc'])
		expect(codeOf(documented({ url }))).toBe('invalid')
})

test('only chair and secretary follow up, and only what is published', () => {
	expect(codeOf(record(read, followed(), delegateOf(SHEDO)))).toBe('notAllowed')
	expect(codeOf(record(read, followed({ statement: statement('signing') })))).toBe('wrongStage')
	expect(codeOf(expectOutcome(delegateOf(SHEDO), followed(), { on: null, what: '' }, contextAt()))).toBe('notAllowed')
})

test('a document read again is recorded in place of what it told, also of no position; the same again is nothing', () => {
	const before = { documentId: 'd' as DecisionDocumentId, ...read }
	const correct = (command: Read) => correctOutcomes(chair, followed(), before, command, contextAt())
	const nothing = correct({ document, outcomes: [] })
	expect(eventOf('outcomesCorrected', nothing)).toEqual({ documentId: 'd', document, outcomes: [] })
	expect(granted(correct({ document, outcomes: [{ ...heeded, page: ' 12 ' }] })).events).toEqual([])
	const partly = correct({ document, outcomes: [{ ...heeded, outcome: 'partly' }] })
	expect(granted(partly).notifications).toHaveLength(2)
})

test('what is expected has a day to come and a name, and is over when something is recorded on that day or after', () => {
	const expecting = (on: string | null, what: string, about = followed()) =>
		expectOutcome(secretary, about, { on, what }, contextAt())
	expect(eventOf('outcomeExpected', expecting('2022-10-14', ' Propositionen '))).toEqual({
		on: '2022-10-14',
		what: 'Propositionen',
	})
	expect(codeOf(expecting('2022-10-13', 'Propositionen'))).toBe('invalid')
	expect(codeOf(expecting('2022-13-01', 'Propositionen'))).toBe('invalid')
	expect(codeOf(expecting('2022-12-01', ' '))).toBe('empty')
	expect(granted(expecting(null, '')).events).toEqual([])
	expect(eventOf('outcomeExpected', expecting(null, '', followed({ expectedOn: '2023-01-01' })))).toEqual({
		on: null,
		what: '',
	})
	const types = (expectedOn: string) => granted(record(read, followed({ expectedOn }))).events.map(({ type }) => type)
	expect(types('2022-10-14')).toEqual(['outcomesRecorded', 'outcomeExpected'])
	expect(types('2022-10-15')).toEqual(['outcomesRecorded'])
})

test('the latest outcome is by the day of the document, and of one day by what was recorded last', () => {
	const cited = (datedOn: string, outcome: CitedOutcome['outcome']): CitedOutcome => {
		return { ...heeded, outcome, document: { ...document, datedOn } }
	}
	expect(latestOutcome([])).toBeNull()
	expect(latestOutcome([cited('2023-05-01', 'partly'), cited('2022-11-01', 'heeded')])?.outcome).toBe('partly')
	expect(latestOutcome([cited('2023-05-01', 'partly'), cited('2023-05-01', 'rejected')])?.outcome).toBe('rejected')
})

import { expect, test } from 'vitest'
import type { DecisionDocumentId, OlderId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { ANBO, chair, contextAt, delegateOf, eventOf, member, NOW, SHEDO, secretary } from '#test/support/rules.ts'
import { correctOlder } from './importing.ts'
import type { OlderContent, OlderStatement } from './older.ts'
import { correctOlderOutcomes, recordOlderOutcomes } from './older-outcomes.ts'
import type { DocumentOutcomes } from './outcome.ts'

const members = [member(SHEDO), member(ANBO)]
const position = (text: string) => ({ kind: 'position', text }) as const
const content: OlderContent = {
	...{ title: 'Svar', language: 'sv', kind: 'response', decidedOn: '2017', standsBehind: '', files: [] },
	inquiry: { title: '', sender: '', references: '' },
	blocks: [position('Stöd till anhöriga.'), { kind: 'subPoint', text: 'Även barn.' }, position('Kortare köer.')],
}
const older = (more: Partial<OlderStatement> = {}): OlderStatement => ({
	...{ id: 'older' as OlderId, year: 2017, number: 3, place: '3', content, importedAt: NOW, removedAt: null },
	...more,
})
const document = { kind: 'bill', title: 'Prop. 2018/19:7', url: '', datedOn: '2019-01-01' } as const
const heeded = (number: number) => ({ number, outcome: 'heeded', page: '', note: '' }) as const
const before: DocumentOutcomes = {
	documentId: 'd' as DecisionDocumentId,
	document,
	outcomes: [heeded(1), heeded(2)],
}

const record = (numbers: readonly number[], about = older(), by = chair) =>
	recordOlderOutcomes(by, { older: about, members }, { document, outcomes: numbers.map(heeded) }, contextAt())

const correct = (numbers: readonly number[], about = older(), by = chair) =>
	correctOlderOutcomes(by, { older: about, members }, before, { document, outcomes: numbers.map(heeded) }, contextAt())

test('what a document tells of an older statement’s own positions is recorded, and every association is told', () => {
	const result = record([2])
	expect(eventOf('olderOutcomesRecorded', result)).toMatchObject({ olderId: 'older', document, outcomes: [heeded(2)] })
	expect(granted(result).notifications).toEqual(members.map(({ id }) => ({ kind: 'older', associationId: id })))
	expect(codeOf(record([3]))).toBe('invalid')
	expect(codeOf(record([]))).toBe('empty')
})

test('it stands on the chair’s word as all else that is said of it, and of what was taken away nothing is recorded', () => {
	for (const by of [secretary, delegateOf(SHEDO)]) {
		expect(codeOf(record([1], older(), by))).toBe('notAllowed')
		expect(codeOf(correct([1], older(), by))).toBe('notAllowed')
	}
	const gone = older({ removedAt: NOW })
	expect(codeOf(record([1], gone))).toBe('notFound')
	expect(codeOf(correct([1], gone))).toBe('notFound')
})

test('a document is read again, also as of no position; the same again is nothing', () => {
	expect(eventOf('olderOutcomesCorrected', correct([]))).toMatchObject({ documentId: 'd', outcomes: [] })
	expect(granted(correct([2, 1])).events).toEqual([])
	expect(granted(correct([1])).notifications).toHaveLength(2)
})

const reworded = (blocks: OlderContent['blocks'], about = older(), more: Partial<OlderContent> = {}) => {
	const given = { content: { ...content, blocks, ...more }, reason: 'Texten var fel.' }
	return granted(correctOlder(chair, about, { members, documents: [before], contests: [] }, given, contextAt())).events
}
const left = (blocks: OlderContent['blocks'], about = older()) =>
	reworded(blocks, about).flatMap((event) =>
		event.type === 'olderOutcomesCorrected' ? event.payload.outcomes.map(({ number }) => number) : [],
	)

test('a position that is corrected to read otherwise, or to stand elsewhere, loses what was recorded of it', () => {
	const [first, sub, second] = content.blocks as [
		OlderContent['blocks'][0],
		OlderContent['blocks'][0],
		OlderContent['blocks'][0],
	]
	expect(left([first, sub, position('Längre köer.')])).toEqual([1])
	expect(left([first, { kind: 'subPoint', text: 'Inte barn.' }, second])).toEqual([2])
	expect(left([position('En ny först.'), first, sub, second])).toEqual([])
	expect(left([first, sub])).toEqual([1])
	// Also of one that was taken away, and is brought in again with another text.
	expect(left([first, sub, position('Längre köer.')], older({ removedAt: NOW }))).toEqual([1])
})

test('a correction of something else leaves it as it is', () => {
	const { blocks } = content
	expect(reworded(blocks, older(), { title: 'Svar på strategin' }).map(({ type }) => type)).toEqual(['olderCorrected'])
	const heading = { kind: 'heading', text: 'Inledning' } as const
	expect(reworded([heading, ...blocks]).map(({ type }) => type)).toEqual(['olderCorrected'])
})

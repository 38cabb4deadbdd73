import { expect, test } from 'vitest'
import type { ActId } from '#domain/kernel/id.ts'
import type { HistoryEntry } from '#read/statement/drafting.ts'
import { stretchesOf } from './typed-stretches.tsx'

const MINUTE = 60_000

const entry = (minute: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
	actId: `act-${minute}` as ActId,
	type: 'documentRearranged',
	how: 'typed',
	at: minute * MINUTE,
	byClock: false,
	decidedBy: null,
	about: [],
	role: 'delegate',
	way: 'link',
	association: 'Shedo',
	person: 'Anna',
	writers: ['Anna'],
	merged: [],
	...more,
})

const lengths = (entries: readonly HistoryEntry[]) => stretchesOf(entries).map((stretch) => stretch.length)

test('what the same people typed in one go is one stretch, whoever of them came last', () => {
	const both = { writers: ['Anna', 'Bo'] }
	expect(
		lengths([entry(25, both), entry(20, { ...both, person: 'Bo', writers: ['Bo', 'Anna'] }), entry(12, both)]),
	).toEqual([3])
	expect(lengths([entry(25, both), entry(20)])).toEqual([1, 1])
})

test('a pause, another way of changing the text, and all else end a stretch', () => {
	expect(lengths([entry(21), entry(10)])).toEqual([1, 1])
	expect(
		lengths([entry(3, { how: 'rewritten', writers: [] }), entry(2, { how: 'rewritten', writers: [] }), entry(1)]),
	).toEqual([2, 1])
	expect(lengths([entry(3), entry(2, { how: 'moved' }), entry(1)])).toEqual([1, 1, 1])
	expect(lengths([entry(3, { how: 'moved' }), entry(2, { how: 'moved' })])).toEqual([1, 1])
})

import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { changesBetween } from './text-changes.ts'

const named = (text: string, blockId: string | null = text, kind: 'paragraph' | 'position' = 'paragraph') => ({
	blockId,
	content: { kind, text } satisfies Block,
})
const told = (before: Parameters<typeof changesBetween>[0], after: Parameters<typeof changesBetween>[1]) =>
	changesBetween(before, after).map(
		({ change, parts }) =>
			`${change}: ${parts.map(({ kind, text }) => (kind === 'same' ? text : `[${kind} ${text}]`)).join('')}`,
	)

test('a change is told by the words that were added and removed', () => {
	expect(told([named('Vi tillstyrker förslaget.', 'a')], [named('Vi avstyrker förslaget.', 'a')])).toEqual([
		'changed: Vi [removed tillstyrker][added avstyrker] förslaget.',
	])
})

test('what was added, removed and moved is told in its place, and what is the same is not', () => {
	expect(
		told(
			['a', 'b', 'c', 'd'].map((text) => named(text)),
			[named('d'), named('a'), named('ny', null), named('c')],
		),
	).toEqual(['moved: d', 'added: [added ny]', 'removed: [removed b]'])
	expect(told([named('a')], [named('a')])).toEqual([])
})

test('a part that becomes a position is changed, and has its number', () => {
	const [change] = changesBetween([named('a')], [named('a', 'a', 'position')])
	expect([change?.change, change?.block.number]).toEqual(['changed', 1])
})

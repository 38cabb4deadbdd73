import { expect, test } from 'vitest'
import { at, edited, id, OLD, paragraph, rearranged, THREE } from '#test/support/editing.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { actor, chair, contributorOf, delegateOf, eventOf, NOW, SHEDO, seat, version } from '#test/support/rules.ts'
import type { BlockVersion } from './block.ts'
import { BLOCK_LIMIT } from './block-texts.ts'
import type { DocumentEdit } from './document.ts'
import type { Stage } from './statement.ts'
import { BLOCKS_LIMIT } from './whole-text.ts'

test('a position moves with its sub-points, and nothing else is put among those of another', () => {
	const point = (kind: 'position' | 'subPoint', text: string) => version({ kind, text: `Punkt ${text}.` }, text)
	const blocks = [
		point('position', 'p'),
		point('subPoint', 'pa'),
		point('subPoint', 'pb'),
		point('position', 'q'),
		point('subPoint', 'qa'),
	]
	const order = (blockId: string, after: string | null) =>
		rearranged({ do: 'move', blockId: id(blockId), after: after === null ? null : id(after) }, blocks).order?.join(' ')
	expect(order('p', 'q')).toBe('q qa p pa pb')
	expect(order('q', null)).toBe('q qa p pa pb')
	expect(order('pb', 'q')).toBe('p pa q pb qa')
	expect(granted(edited({ do: 'move', blockId: id('p'), after: id('pa') }, blocks)).events).toEqual([])
})

test('a whole text may bring its title, and is refused with it', () => {
	const titled = (title: string) => edited({ do: 'write', blocks: [paragraph('Ny')], title })
	expect(granted(titled(' Nytt\nnamn')).events.map(({ type, stream }) => [type, stream])).toEqual([
		['documentRearranged', 'document:statement'],
		['titleChanged', 'statement:statement'],
	])
	expect(eventOf('titleChanged', titled(' Nytt\nnamn')).title).toBe('Nytt namn')
	expect(codeOf(titled(' '))).toBe('empty')
})

test('an edited block keeps its identity and gets a new version, on a stream of its own', () => {
	const edit = edited({ do: 'edit', blockId: id('b'), basedOn: at('b'), content: paragraph('Fem.') })
	expect(eventOf('blockEdited', edit).version).toEqual({ id: 'id-1', blockId: 'b', content: paragraph('Fem.') })
	expect(granted(edit).events[0]?.stream).toBe('block:b')
	expect(granted(edit).value.version?.content).toEqual(paragraph('Fem.'))
})

test('a block that somebody else changed since is not overwritten, and the refusal names their version', () => {
	expect(edited({ do: 'edit', blockId: id('b'), basedOn: OLD, content: paragraph('Fem.') })).toEqual({
		ok: false,
		reason: { code: 'blockChanged', blockId: 'b', current: 'b-v1' },
	})
	for (const edit of [
		{ do: 'split', blockId: id('b'), basedOn: OLD, at: 4 },
		{ do: 'join', blockId: id('b'), basedOn: OLD },
		{ do: 'remove', blockId: id('b'), basedOn: OLD },
	] as const) {
		expect(codeOf(edited(edit))).toBe('blockChanged')
	}
})

test('what was typed is what stands already: nothing happened, whichever version it was typed over', () => {
	const same = edited({ do: 'edit', blockId: id('b'), basedOn: OLD, content: paragraph('Två och tre.') })
	expect(granted(same)).toMatchObject({ value: { version: THREE[1] }, events: [] })
})

test('a block is added after another, or first', () => {
	const add = { do: 'add', blocks: [paragraph('Ny.')] } as const
	expect(rearranged({ ...add, after: id('a') })).toMatchObject({ how: 'added', order: ['a', 'id-2', 'b', 'c'] })
	expect(rearranged({ ...add, after: null }).order).toEqual(['id-2', 'a', 'b', 'c'])
	expect(rearranged({ ...add, after: null }, []).order).toEqual(['id-2'])
	expect(rearranged({ ...add, after: id('a') }).written.map((block) => block.content)).toEqual([paragraph('Ny.')])
})

test('a block is moved after another, or first, and stays what it was', () => {
	expect(rearranged({ do: 'move', blockId: id('a'), after: id('c') })).toEqual({
		how: 'moved',
		order: ['b', 'c', 'a'],
		written: [],
	})
	expect(rearranged({ do: 'move', blockId: id('c'), after: null }).order).toEqual(['c', 'a', 'b'])
	expect(granted(edited({ do: 'move', blockId: id('b'), after: id('b') })).events).toEqual([])
})

test('a removed block is gone from the order, with or without word of its version', () => {
	expect(rearranged({ do: 'remove', blockId: id('b') })).toEqual({ how: 'removed', order: ['a', 'c'], written: [] })
	expect(rearranged({ do: 'remove', blockId: id('b'), basedOn: at('b') }).order).toEqual(['a', 'c'])
})

test('a split block keeps its first half; the second becomes a block of the same kind after it', () => {
	const position = version({ kind: 'position', text: 'Två och tre.' }, 'b')
	const { order, written } = rearranged({ do: 'split', blockId: id('b'), basedOn: at('b'), at: 4 }, [position])
	expect(order).toEqual(['b', 'id-3'])
	expect(written).toEqual([
		{ id: 'id-1', blockId: 'b', content: { kind: 'position', text: 'Två' } },
		{ id: 'id-2', blockId: 'id-3', content: { kind: 'position', text: 'och tre.' } },
	])
})

test('a joined block goes into the one before it, which keeps its kind', () => {
	const blocks = [version({ kind: 'position', text: 'Ett,' }, 'a'), version('två.', 'b')]
	expect(rearranged({ do: 'join', blockId: id('b'), basedOn: at('b') }, blocks)).toEqual({
		how: 'joined',
		order: ['a'],
		written: [{ id: 'id-1', blockId: 'a', content: { kind: 'position', text: 'Ett, två.' } }],
	})
})

test('joining onto an empty block adds no space', () => {
	const { written } = rearranged({ do: 'join', blockId: id('b'), basedOn: at('b') }, [
		version('', 'a'),
		version('B', 'b'),
	])
	expect(written[0]?.content).toEqual(paragraph('B'))
})

test('splitting and joining again gives the text back', () => {
	const { order = [], written } = rearranged({ do: 'split', blockId: id('b'), basedOn: at('b'), at: 7 })
	const halves = order.flatMap((blockId) => [...written, ...THREE].find((block) => block.blockId === blockId) ?? [])
	const second = written[1] as BlockVersion
	const joined = rearranged({ do: 'join', blockId: second.blockId, basedOn: second.id }, halves)
	expect(joined.order).toEqual(['a', 'b', 'c'])
	expect(joined.written[0]?.content).toEqual(THREE[1]?.content)
})

const list = version({ kind: 'list', items: ['a', 'b'] }, 'a')
const footnote = version({ kind: 'footnote', label: '1', text: 'a b' }, 'b')
const quote = version({ kind: 'quote', text: 'a b', source: 'SOU' }, 'b')

test.each<[string, DocumentEdit, readonly BlockVersion[], string]>([
	['a list in two', { do: 'split', blockId: id('a'), basedOn: at('a'), at: 1 }, [list], 'cannotSplit'],
	['a footnote in two', { do: 'split', blockId: id('b'), basedOn: at('b'), at: 2 }, [footnote], 'cannotSplit'],
	['at its end', { do: 'split', blockId: id('b'), basedOn: at('b'), at: 12 }, THREE, 'cannotSplit'],
	['from behind', { do: 'split', blockId: id('b'), basedOn: at('b'), at: -3 }, THREE, 'cannotSplit'],
	['the first block', { do: 'join', blockId: id('a'), basedOn: at('a') }, THREE, 'cannotJoin'],
	['onto a list', { do: 'join', blockId: id('b'), basedOn: at('b') }, [list, quote], 'cannotJoin'],
	['a footnote', { do: 'join', blockId: id('b'), basedOn: at('b') }, [version('a', 'a'), footnote], 'cannotJoin'],
	['a source', { do: 'join', blockId: id('b'), basedOn: at('b') }, [version('a', 'a'), quote], 'cannotJoin'],
])('no text is lost by splitting or joining: not %s', (_, edit, blocks, code) => {
	expect(codeOf(edited(edit, blocks))).toBe(code)
})

test.each<DocumentEdit>([
	{ do: 'edit', blockId: id('x'), basedOn: at('x'), content: paragraph('') },
	{ do: 'add', blocks: [paragraph('')], after: id('x') },
	{ do: 'move', blockId: id('x'), after: null },
	{ do: 'move', blockId: id('x'), after: id('x') },
	{ do: 'move', blockId: id('a'), after: id('x') },
	{ do: 'remove', blockId: id('x') },
	{ do: 'split', blockId: id('x'), basedOn: at('x'), at: 1 },
	{ do: 'join', blockId: id('x'), basedOn: at('x') },
])('a block that is gone is named as gone: $do', (edit) => {
	expect(codeOf(edited(edit))).toBe('blockGone')
})

test('blocks and documents have an end', () => {
	const long = paragraph('x'.repeat(BLOCK_LIMIT + 1))
	const full = Array.from({ length: BLOCKS_LIMIT }, (_, index) => version('Två och tre.', `b${index}`))
	const half = 'x'.repeat(BLOCK_LIMIT / 2)
	const codes = [
		edited({ do: 'write', blocks: [long] }),
		edited({ do: 'write', blocks: Array(BLOCKS_LIMIT + 1).fill(paragraph('')) }),
		edited({ do: 'edit', blockId: id('b'), basedOn: at('b'), content: long }),
		edited({ do: 'add', blocks: [long], after: null }),
		edited({ do: 'add', blocks: [paragraph('')], after: null }, full),
		edited({ do: 'split', blockId: id('b1'), basedOn: at('b1'), at: 4 }, full),
		edited({ do: 'join', blockId: id('b'), basedOn: at('b') }, [version(half, 'a'), version(half, 'b')]),
	].map(codeOf)
	expect(codes).toEqual(Array(7).fill('tooLong'))
	expect(codeOf(edited({ do: 'write', blocks: Array(BLOCKS_LIMIT).fill(paragraph('')) }))).toBe('granted')
})

const EVERY_EDIT: readonly DocumentEdit[] = [
	{ do: 'write', blocks: [paragraph('Ny.')] },
	{ do: 'edit', blockId: id('b'), basedOn: at('b'), content: paragraph('Ny.') },
	{ do: 'edit', blockId: id('b'), basedOn: at('b'), content: paragraph('Två och tre.') },
	{ do: 'add', blocks: [paragraph('Ny.')], after: null },
	{ do: 'move', blockId: id('a'), after: id('b') },
	{ do: 'move', blockId: id('a'), after: id('a') },
	{ do: 'remove', blockId: id('a') },
	{ do: 'split', blockId: id('b'), basedOn: at('b'), at: 4 },
	{ do: 'join', blockId: id('b'), basedOn: at('b') },
]

test.each(EVERY_EDIT)('a text is written only while drafting and in consultation: $do', (edit) => {
	const by = (stage: Stage) => codeOf(edited(edit, THREE, chair, stage))
	expect([by('drafting'), by('consulting')]).toEqual(['granted', 'granted'])
	const past = ['deciding', 'signing', 'published', 'withdrawn'] as const
	expect(past.map(by)).toEqual(past.map(() => 'wrongStage'))
})

test.each(EVERY_EDIT)('delegates write, contributors and those who have left do not: $do', (edit) => {
	expect(codeOf(edited(edit, THREE, delegateOf(SHEDO)))).toBe('granted')
	expect(codeOf(edited(edit, THREE, contributorOf(SHEDO)))).toBe('notAllowed')
	expect(codeOf(edited(edit, THREE, actor(seat('delegate', SHEDO, { endedAt: NOW - 1 }))))).toBe('notAllowed')
})

test.each<[DocumentEdit, readonly string[]]>([
	[{ do: 'edit', blockId: id('b'), basedOn: at('b'), content: paragraph('Ny.') }, ['b']],
	[{ do: 'split', blockId: id('b'), basedOn: at('b'), at: 4 }, ['b']],
	[{ do: 'join', blockId: id('b'), basedOn: at('b') }, ['a', 'b']],
	[{ do: 'remove', blockId: id('b') }, ['b']],
	[{ do: 'move', blockId: id('b'), after: null }, []],
])('the blocks a change is made from must still stand when it is saved: %j', (edit, blocks) => {
	const { guards } = granted(edited(edit))
	expect(guards.map((guard) => guard.kind)).toEqual(['seated', 'stageIn', ...blocks.map(() => 'blockStands')])
	expect(guards.flatMap((guard) => (guard.kind === 'blockStands' ? [guard] : []))).toEqual(
		blocks.map((block) => ({ kind: 'blockStands', blockId: block, versionId: `${block}-v1` })),
	)
})

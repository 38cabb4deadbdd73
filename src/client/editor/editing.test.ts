import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { blocksIn, documentOf } from '#writing/blocks.ts'
import { schema } from '#writing/schema.ts'
import { enter } from './entering.ts'
import { hitsIn, replaceHits } from './finding.ts'
import { numbersIn } from './footnotes.ts'
import { idOf, names, unnamed, withNames } from './ids.ts'
import { asksFirst, LET_GO } from './judged.ts'
import { addressFrom } from './linking.ts'
import { movePart } from './moving.ts'
import { relabelled } from './pasting.ts'
import { wordsIn } from './status.ts'
import { freeLabel, insertFootnote, setKind } from './structure.ts'

const P = (text: string): Block => ({ kind: 'paragraph', text })
const N = (text: string): Block => ({ kind: 'position', text })
const S = (text: string): Block => ({ kind: 'subPoint', text })

function stateOf(blocks: readonly Block[], cursor = 1, plugins = [names]): EditorState {
	const doc = documentOf(blocks.map((content, at) => ({ id: `b${at}`, content })))
	return EditorState.create({ doc, selection: TextSelection.create(doc, cursor), plugins })
}

function after(state: EditorState, command: typeof enter): EditorState {
	let now = state
	command(state, (tr) => {
		now = state.apply(tr)
	})
	return now
}

const shown = ({ doc }: EditorState) => blocksIn(doc, new Map()).map(({ content }) => content)
const ids = ({ doc }: EditorState) => doc.content.content.map(idOf)

test('a block that is divided is where its text is, and no two have the same name', () => {
	const end = after(stateOf([N('ett')], 4), enter)
	expect([ids(end)[0], new Set(ids(end)).size, shown(end)[0]]).toEqual(['b0', 2, N('ett')])
	const start = after(stateOf([N('ett')], 1), enter)
	expect(ids(start)[1]).toBe('b0')
	const middle = after(stateOf([N('ett')], 2), enter)
	expect([ids(middle)[0], shown(middle)]).toEqual(['b0', [N('e'), N('tt')]])
	const doubled = documentOf([P('a'), P('b')].map((content) => ({ id: 'x', content })))
	expect(unnamed(doubled).length).toBe(1)
	expect(unnamed(withNames(doubled))).toEqual([])
})

test('Enter in an empty sub-point makes a position, in an empty position a paragraph; and in a list it divides and ends it', () => {
	const sub = after(stateOf([N('a'), S('')], 4), enter)
	expect(sub.doc.child(1).type.name).toBe('position')
	expect(after(sub, enter).doc.child(1).type.name).toBe('paragraph')
	expect(ids(after(sub, enter))[1]).toBe('b1')
	const list = after(stateOf([{ kind: 'list', items: ['etttvå'] }], 5), enter)
	expect(shown(list)).toEqual([{ kind: 'list', items: ['ett', 'två'] }])
	const out = after(stateOf([{ kind: 'list', items: ['a', ''] }], 5), enter)
	expect(out.doc.content.content.map(({ type }) => type.name)).toEqual(['list', 'paragraph'])
})

test('a position moves with its sub-points past another with its own, and a sub-point alone', () => {
	const text = [N('1'), S('1a'), N('2'), S('2a'), S('2b')]
	const up = after(stateOf(text, 8), movePart('up'))
	expect(shown(up)).toEqual([N('2'), S('2a'), S('2b'), N('1'), S('1a')])
	expect(up.selection.$from.parent.textContent).toBe('2')
	expect(shown(after(up, movePart('down')))).toEqual(text)
	const one = stateOf(text, 12)
	expect(one.selection.$from.parent.textContent).toBe('2a')
	expect(shown(after(one, movePart('down')))).toEqual([N('1'), S('1a'), N('2'), S('2b'), S('2a')])
	expect(movePart('up')(stateOf(text, 1))).toBe(false)
	expect(movePart('up')(stateOf([N('1'), S('a')], 4))).toBe(false)
})

test('whatever kind a block becomes, it is the same block with the same text', () => {
	for (const kind of ['heading', 'position', 'subPoint', 'quote', 'list', 'signature'] as const) {
		const made = after(stateOf([P('a'), P('**b** c'), P('d')], 6), setKind(kind))
		expect([made.doc.child(1).type.name, ids(made)[1]]).toEqual([kind, 'b1'])
		const back = after(made, setKind('paragraph'))
		expect(shown(back)).toEqual([P('a'), P('**b** c'), P('d')])
		expect(back.selection.$from.parentOffset).toBe(made.selection.$from.parentOffset)
	}
	const all = stateOf([P('a'), P('b')])
	const selected = all.apply(all.tr.setSelection(TextSelection.create(all.doc, 1, 5)))
	expect(shown(after(selected, setKind('list')))).toEqual([{ kind: 'list', items: ['a', 'b'] }])
	expect(shown(after(after(selected, setKind('list')), setKind('position')))).toEqual([N('a'), N('b')])
})

test('a footnote has a label that no other has, also of those who insert one at the same time, and stands where its number is next', () => {
	const state = stateOf([P('a[^1]b'), { kind: 'footnote', label: '1', text: 'ett' }], 4)
	const noted = after(state, insertFootnote)
	const label = noted.doc.lastChild?.attrs.label
	expect(label).toMatch(/^2[a-z]{2}$/)
	expect(noted.doc.firstChild?.lastChild?.attrs.label).toBe(label)
	expect(noted.selection.$head.parent).toBe(noted.doc.lastChild)
	expect(freeLabel(noted.doc)).toBe('3')
	const others = Array.from({ length: 8 }, () => after(state, insertFootnote).doc.lastChild?.attrs.label)
	expect(new Set(others).size).toBeGreaterThan(1)
	// Before the other in the text, before it among the footnotes; within a footnote there is none.
	const first = after(stateOf([P('a[^1]b'), { kind: 'footnote', label: '1', text: 'ett' }], 2), insertFootnote)
	expect([...numbersIn(first.doc)].map(([name, number]) => [name === '1', number])).toEqual([
		[false, 1],
		[true, 2],
	])
	expect(insertFootnote(first)).toBe(false)
})

test('footnotes are numbered in the order they stand, and the first of two with one label is meant', () => {
	const note = (label: string): Block => ({ kind: 'footnote', label, text: label })
	expect([...numbersIn(stateOf([P('a'), note('x'), note('7'), note('x'), note('b')]).doc)]).toEqual([
		['x', 1],
		['7', 2],
		['b', 4],
	])
})

test('footnotes that are pasted get labels of their own, and what refers to them goes along', () => {
	const note: Block = { kind: 'footnote', label: '1', text: 'ett' }
	const pasted = documentOf([P('a[^1] b[^2]'), note, { ...note, label: '2' }].map((content) => ({ id: 'x', content })))
	const { doc } = stateOf([P('c[^1]'), note])
	const made = schema.nodes.doc.create(null, relabelled(pasted.content.content, doc))
	expect(blocksIn(made, new Map()).map(({ content }) => content)).toEqual([
		P('a[^2] b[^3]'),
		{ ...note, label: '2' },
		{ ...note, label: '3' },
	])
})

test('what others have judged is taken away only when that is meant', () => {
	const asked: string[][] = []
	const guard = asksFirst(
		(name) => name === 'b1',
		(_act, gone) => asked.push([...gone]),
	)
	const state = stateOf([P('a'), P('b'), P('c')], 1, [names, guard])
	const away = () => state.tr.delete(3, 6)
	expect(state.applyTransaction(away()).transactions).toEqual([])
	expect(shown(state.apply(state.tr.delete(0, 3)))).toEqual([P('b'), P('c')])
	expect(shown(state.apply(away().setMeta(LET_GO, true)))).toEqual([P('a'), P('c')])
	return Promise.resolve().then(() => expect(asked).toEqual([['b1']]))
})

test('a search finds a text in any case, in every block and cell, and all are replaced at once', () => {
	const table: Block = { kind: 'table', header: ['Taket'], rows: [['taket']] }
	const state = stateOf([P('Taket och TAKET'), table, P('ta**ket**[^1]')])
	const hits = hitsIn(state.doc, 'taket')
	expect(hits.length).toBe(5)
	expect(hits.map(({ from, to }) => state.doc.textBetween(from, to).toLowerCase())).toEqual(Array(5).fill('taket'))
	expect(shown(state.apply(replaceHits(state, hits, 'golvet')))[0]).toEqual(P('golvet och golvet'))
	expect(hitsIn(state.doc, '')).toEqual([])
})

test.each([
	['https://a.se/b', 'https://a.se/b'],
	['exempel.se', 'https://exempel.se'],
	['exempel.se/a?b=c', 'https://exempel.se/a?b=c'],
	['anna@exempel.se', 'mailto:anna@exempel.se'],
	['javascript:alert(1)', null],
	['inget', null],
	['två ord.se', null],
])('%j leads to %j', (typed, address) => {
	expect(addressFrom(typed)).toBe(address)
})

test('words are counted as people count them', () => {
	expect(wordsIn(documentOf([]))).toBe(0)
	const text = [P('Tre hela ord.'), P('e-post, 3,5 % och SKR:s'), { kind: 'list', items: ['ett', 'två'] } as const]
	expect(wordsIn(documentOf(text.map((content, at) => ({ id: `b${at}`, content }))))).toBe(10)
	expect(schema.nodes.doc.name).toBe('doc')
})

import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { editorWords } from '#i18n/editor.ts'
import { blocksIn, documentOf } from '#writing/blocks.ts'
import { MoveStep } from '#writing/move.ts'
import { schema } from '#writing/schema.ts'
import { dragOf, shiftedBy, stretchOf } from './dragging.ts'
import { gapsFor, movePart, moveTo, partAt } from './moving.ts'
import { calledAt, movedSaid } from './naming.ts'

const P = (text: string): Block => ({ kind: 'paragraph', text })
const N = (text: string): Block => ({ kind: 'position', text })
const S = (text: string): Block => ({ kind: 'subPoint', text })

const TEXT = [P('inledning'), N('ett'), S('ett a'), S('ett b'), N('två'), S('två a'), P('slut')]

function stateOf(blocks: readonly Block[], cursor = 1): EditorState {
	const doc = documentOf(blocks.map((content, at) => ({ id: `b${at}`, content })))
	return EditorState.create({ doc, selection: TextSelection.create(doc, cursor) })
}

const texts = ({ doc }: Pick<EditorState, 'doc'>) =>
	blocksIn(doc, new Map()).map(({ content }) => ('text' in content ? content.text : content.kind))

test('a position is put where no other is taken from its sub-points, and a sub-point anywhere but first', () => {
	const { doc } = stateOf(TEXT)
	expect(partAt(doc, 1)).toEqual({ from: 1, to: 4 })
	expect(gapsFor(doc, partAt(doc, 1))).toEqual([0, 1, 4, 6, 7])
	expect(gapsFor(doc, partAt(doc, 0))).toEqual([0, 1, 4, 6, 7])
	expect(gapsFor(doc, partAt(doc, 3))).toEqual([1, 2, 3, 4, 5, 6, 7])
	for (const from of [1, 4]) {
		for (const gap of gapsFor(doc, partAt(doc, from))) {
			const after = moveTo(stateOf(TEXT), partAt(doc, from), gap)
			const order = after ? texts(after) : texts({ doc })
			expect(order.slice(order.indexOf('ett'), order.indexOf('ett') + 3)).toEqual(['ett', 'ett a', 'ett b'])
			expect(order.slice(order.indexOf('två'), order.indexOf('två') + 2)).toEqual(['två', 'två a'])
		}
	}
})

test('what is moved by its handle goes in one step, like what the arrows move, and the cursor stays in its word', () => {
	const state = stateOf(TEXT, 3)
	const tr = moveTo(state, partAt(state.doc, 1), 7)
	expect(tr?.steps.map((step) => step instanceof MoveStep)).toEqual([true])
	expect(texts(tr ?? state)).toEqual(['inledning', 'två', 'två a', 'slut', 'ett', 'ett a', 'ett b'])
	expect(tr?.selection.$head.parent.textContent.slice(0, tr.selection.$head.parentOffset)).toBe('in')
	const within = stateOf(TEXT, 14)
	const moved = moveTo(within, partAt(within.doc, 1), 0)
	expect([within, moved].map((each) => each?.selection.$head.parent.textContent)).toEqual(['ett', 'ett'])
	expect(moved?.selection.$head.parentOffset).toBe(within.selection.$head.parentOffset)
	expect(moveTo(within, partAt(within.doc, 1), 4)).toBeNull()
	let byArrow = within
	movePart('up')(within, (done) => {
		byArrow = within.apply(done)
	})
	expect(texts(byArrow)).toEqual(texts(moved ?? within))
})

test('what others do while a part is held does not lose it: it is moved, named anew, and has more sub-points', () => {
	let state = stateOf(TEXT)
	let drag = dragOf(state, 4, 0)
	const others = (change: (now: EditorState) => EditorState['tr']) => {
		const tr = change(state)
		state = state.apply(tr)
		drag = shiftedBy(drag, tr)
	}
	others(({ tr }) => tr.insertText('En ', 1))
	expect(stretchOf(state.doc, drag)).toEqual({ from: 4, to: 6 })
	others((now) => moveTo(now, partAt(now.doc, 4), 0) ?? now.tr)
	expect(stretchOf(state.doc, drag)).toEqual({ from: 0, to: 2 })
	drag = dragOf(state, 0, 0)
	others(({ tr }) => tr.setNodeAttribute(0, 'id', 'of-the-record'))
	expect(stretchOf(state.doc, drag)).toEqual({ from: 0, to: 2 })
	others(({ tr }) => tr.insert(tr.doc.child(0).nodeSize, schema.nodes.subPoint.create({ id: 'new' })))
	expect(stretchOf(state.doc, drag)).toEqual({ from: 0, to: 3 })
	others(({ tr, doc }) => tr.delete(0, doc.child(0).nodeSize + doc.child(1).nodeSize))
	expect(stretchOf(state.doc, drag)).toBeNull()
})

test('where several parts are selected, the handle of one of them moves all', () => {
	const { doc } = stateOf(TEXT)
	const state = EditorState.create({ doc, selection: TextSelection.create(doc, 3, 14) })
	expect(dragOf(state, 1, 0).ids).toEqual(['b0', 'b1', 'b2', 'b3'])
	expect(dragOf(state, 4, 0).ids).toEqual(['b4', 'b5'])
})

test('what was moved is told by its number, with what it stands before now', () => {
	const state = stateOf(TEXT)
	const words = editorWords('sv')
	expect([1, 3, 5, 6].map((at) => calledAt(state.doc, at, words))).toEqual([
		'Ståndpunkt 1',
		'Underpunkt b',
		'Underpunkt a',
		'Stycke',
	])
	const up = moveTo(state, partAt(state.doc, 4), 1)
	const down = moveTo(state, partAt(state.doc, 0), 7)
	expect(up && movedSaid(up.doc, up.getMeta('moved'), words)).toBe(
		'Ståndpunkt 1: flyttat upp till före ”ett”. Nu del 2 av 7.',
	)
	expect(down && movedSaid(down.doc, down.getMeta('moved'), words)).toBe(
		'Stycke: flyttat ner till sist. Nu del 7 av 7.',
	)
})

import { EditorState, type Transaction } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { quoteAt } from '#domain/comment/quote.ts'
import type { Block } from '#domain/statement/block.ts'
import { wordsOf } from '#markup/block-words.ts'
import { documentOf } from '#writing/blocks.ts'
import { commentMarks, marksIn, withComments } from './comments-marks.ts'
import { textOf } from './comments-text.ts'

const BLOCKS: readonly Block[] = [
	{ kind: 'paragraph', text: 'Vi **avstyrker** förslaget[^1].\nHelt.' },
	{ kind: 'list', items: ['ett', 'två *och* tre', ''] },
	{ kind: 'quote', text: 'Ett citat.', source: 'SOU 2022:1' },
	{ kind: 'quote', text: 'Utan källa.' },
	{ kind: 'table', header: ['År', 'Antal'], rows: [['2021', '4']] },
	{ kind: 'memberList', heading: 'Medlemmar', members: [{ name: 'Attention', area: 'Stockholm' }] },
	{ kind: 'footnote', label: '1', text: 'Se `kapitel` 4.' },
	{ kind: 'position', text: '' },
]

const document = documentOf(BLOCKS.map((content, index) => ({ id: `b${index}`, content })))

test('a block says in the editor what it says in the record, and each character is found where it stands', () => {
	document.forEach((node, at, index) => {
		const words = textOf(node, at)
		expect(words.text).toBe(wordsOf(BLOCKS[index] as Block))
		for (let offset = 0; offset < words.text.length; offset += 1) {
			const [from, to] = [words.posAt(offset), words.posAt(offset + 1, true)]
			const there = document.textBetween(from, to)
			// Where a line ends, and where a footnote is referred to, stands no letter.
			if (from < to && there !== '') expect(there).toBe(words.text[offset])
			if (from < to && there !== '') expect(words.offsetAt(from)).toBe(offset)
		}
	})
})

/** A text with a comment on some words of its first block. */
function marked(exact: string, text = 'Vi avstyrker förslaget helt och fullt.') {
	const doc = documentOf([
		{ id: 'one', content: { kind: 'paragraph', text } },
		{ id: 'two', content: { kind: 'paragraph', text: 'Ett till.' } },
	])
	const from = text.indexOf(exact)
	const quote = quoteAt(text, { from, to: from + exact.length })
	const names = new Map<string, string>()
	let state = EditorState.create({ doc, plugins: [commentMarks((name) => names.get(name) ?? name)] })
	state = state.apply(withComments(state.tr, [{ id: 'c', blockId: 'one', quote, near: from }]))
	const shown = () => {
		const place = marksIn(state).anchored[0]?.place
		return place ? state.doc.textBetween(place.from, place.to, '|') : null
	}
	const act = (change: (tr: Transaction) => Transaction) => {
		state = state.apply(change(state.tr))
		return shown()
	}
	return { act, shown, names, start: from + 1 }
}

test('the words of a comment follow what is typed, until they are others, and come back with them', () => {
	const { act, shown, start } = marked('förslaget')
	expect(shown()).toBe('förslaget')
	expect(act((tr) => tr.insertText('I dag: ', 1))).toBe('förslaget')
	expect(act((tr) => tr.insertText('a', start + 7 + 9))).toBe('förslaget')
	expect(act((tr) => tr.insertText('x', start + 7 + 3))).toBeNull()
	expect(act((tr) => tr.delete(start + 7 + 3, start + 7 + 4))).toBe('förslaget')
})

test('they go with their block when it is moved, and are gone when it is', () => {
	const { act } = marked('förslaget')
	const moved = act((tr) => {
		const block = tr.doc.child(0)
		return tr.delete(0, block.nodeSize).insert(tr.doc.content.size, block)
	})
	expect(moved).toBe('förslaget')
	expect(act((tr) => tr.delete(tr.doc.child(0).nodeSize, tr.doc.content.size))).toBeNull()
})

test('what is being written about a new block stays there when the record has named the block', () => {
	const text = 'Det här är nytt.'
	const quote = quoteAt(text, { from: 8, to: 10 })
	const names = new Map<string, string>()
	const doc = documentOf([{ id: 'own-1', content: { kind: 'paragraph', text } }])
	let state = EditorState.create({ doc, plugins: [commentMarks((name) => names.get(name) ?? name)] })
	const draft = { id: 'new', blockId: 'own-1', quote, near: 8 }
	state = state.apply(withComments(state.tr, [draft]))
	names.set('own-1', 'recorded')
	// As when another has said something meanwhile: all are put in anew, and the draft knows its old name.
	for (let time = 0; time < 2; time += 1) {
		state = state.apply(withComments(state.tr, [draft]))
		const [own] = marksIn(state).anchored
		expect([own?.blockId, own?.place && state.doc.textBetween(own.place.from, own.place.to)]).toEqual([
			'recorded',
			'är',
		])
	}
})

import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type NodeViewConstructor } from 'prosemirror-view'
import { schema } from '#writing/schema.ts'

const { nodes } = schema

/** The number that each footnote will have where it is read, by its label: in the order they stand. Of two with one label the first is meant. */
export function numbersIn(doc: Node): ReadonlyMap<string, number> {
	const numbers = new Map<string, number>()
	let count = 0
	for (const node of doc.content.content) {
		if (node.type !== nodes.footnote) continue
		count += 1
		const label = String(node.attrs.label)
		if (!numbers.has(label)) numbers.set(label, count)
	}
	return numbers
}

function numbered(doc: Node): DecorationSet {
	const numbers = numbersIn(doc)
	const found: Decoration[] = []
	let count = 0
	doc.descendants((node, at) => {
		if (node.type === nodes.footnote) {
			count += 1
			found.push(Decoration.node(at, at + node.nodeSize, { 'data-number': String(count) }))
		}
		const number = node.type === nodes.noteRef ? numbers.get(String(node.attrs.label)) : undefined
		if (number !== undefined) found.push(Decoration.node(at, at + node.nodeSize, {}, { number }))
		return !node.isLeaf
	})
	return DecorationSet.create(doc, found)
}

const key = new PluginKey<DecorationSet>('footnotes')

/** A reference as it will be read: with the number of its footnote, and as it is stored where there is none. */
const reference: NodeViewConstructor = (node, _view, _getPos, decorations) => {
	const dom = document.createElement('sup')
	dom.className = 'note'
	const show = (label: unknown, all: typeof decorations) => {
		const number: number | undefined = all.find(({ spec }) => spec.number !== undefined)?.spec.number
		dom.textContent = number === undefined ? `[^${label}]` : String(number)
	}
	show(node.attrs.label, decorations)
	return {
		dom,
		update: (next, all) => {
			if (next.type !== nodes.noteRef) return false
			show(next.attrs.label, all)
			return true
		},
	}
}

/** Numbers footnotes while they are written as they will be numbered where they are read. Their labels stay what is stored. */
export const footnotes = new Plugin<DecorationSet>({
	key,
	state: {
		init: (_config, { doc }) => numbered(doc),
		apply: (tr, known) => (tr.docChanged ? numbered(tr.doc) : known),
	},
	props: { decorations: (state) => key.getState(state), nodeViews: { noteRef: reference } },
})

/** Where a new footnote goes whose reference is put there: after those of what stands before it, so that numbers follow the text. */
export function placeOfNote(doc: Node, reference: number): number {
	const before = new Set<string>()
	doc.nodesBetween(0, reference, (node, at) => {
		if (node.type === nodes.noteRef && at < reference) before.add(String(node.attrs.label))
		return node.type !== nodes.footnote
	})
	let first: number | null = null
	let after: number | null = null
	doc.forEach((node, at) => {
		if (node.type !== nodes.footnote) return
		first ??= at
		if (before.has(String(node.attrs.label))) after = at + node.nodeSize
	})
	return after ?? first ?? doc.content.size
}

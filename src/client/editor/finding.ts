import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { EditorWords } from '#i18n/editor.ts'
import { button, make } from './dom.ts'

export type Hit = { readonly from: number; readonly to: number }

type Search = { readonly sought: string; readonly hits: readonly Hit[] }

const key = new PluginKey<Search>('finding')

/** Where a text stands, whatever its case; never across two blocks. */
export function hitsIn(document: Node, sought: string): Hit[] {
	const wanted = sought.toLocaleLowerCase()
	const hits: Hit[] = []
	if (wanted === '') return hits
	document.descendants((node, at) => {
		if (!node.isTextblock) return true
		const typed = node.textBetween(0, node.content.size, undefined, '\ufffc')
		const lower = typed.toLocaleLowerCase()
		// Of some letters the small one is two: then places would be other ones.
		const text = lower.length === typed.length ? lower : typed
		for (let found = text.indexOf(wanted); found >= 0; found = text.indexOf(wanted, found + wanted.length)) {
			hits.push({ from: at + 1 + found, to: at + 1 + found + wanted.length })
		}
		return false
	})
	return hits
}

/** Marks what is sought. */
export const finding = new Plugin<Search>({
	key,
	state: {
		init: () => ({ sought: '', hits: [] }),
		apply: (tr, search) => {
			const sought: string = tr.getMeta(key) ?? search.sought
			return sought === search.sought && !tr.docChanged ? search : { sought, hits: hitsIn(tr.doc, sought) }
		},
	},
	props: {
		decorations: (state) => {
			const { hits } = searchIn(state)
			if (hits.length === 0) return DecorationSet.empty
			const { from, to } = state.selection
			return DecorationSet.create(
				state.doc,
				hits.map((hit) =>
					Decoration.inline(hit.from, hit.to, { class: hit.from === from && hit.to === to ? 'hit here' : 'hit' }),
				),
			)
		},
	},
})

const searchIn = (state: EditorState): Search => key.getState(state) ?? { sought: '', hits: [] }

/** Replaces all of these, the last first, so that every place stays what it was. */
export function replaceHits(state: EditorState, hits: readonly Hit[], text: string) {
	const { tr } = state
	for (const { from, to } of hits.toReversed()) {
		if (text === '') tr.delete(from, to)
		else tr.insertText(text, from, to)
	}
	return tr
}

/** A panel to find and replace in. */
export function findPanel(view: EditorView, words: EditorWords, say: (what: string) => void) {
	const t = words.finding
	const sought = make('input', { id: 'find-sought', type: 'search', autocomplete: 'off' })
	const instead = make('input', { id: 'find-instead', type: 'text', autocomplete: 'off' })
	const count = make('output', { className: 'hint' })
	count.setAttribute('for', 'find-sought')
	const here = () => {
		const { selection } = view.state
		return searchIn(view.state).hits.findIndex(({ from, to }) => from === selection.from && to === selection.to)
	}
	const tell = () => {
		count.textContent = sought.value === '' ? '' : t.count(here() + 1, searchIn(view.state).hits.length)
	}
	const select = (hit: Hit | undefined) => {
		if (!hit) return tell()
		view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, hit.from, hit.to)).scrollIntoView())
		tell()
	}
	const go = (way: 1 | -1) => {
		const { hits } = searchIn(view.state)
		const { from, to } = view.state.selection
		const next = hits.find((hit) => hit.from >= to)
		const previous = hits.findLast((hit) => hit.to <= from)
		select(way === 1 ? (next ?? hits[0]) : (previous ?? hits.at(-1)))
	}
	const seek = () => {
		view.dispatch(view.state.tr.setMeta(key, sought.value))
		const { hits } = searchIn(view.state)
		const { from } = view.state.selection
		select(hits.find((hit) => hit.from >= from) ?? hits[0])
	}
	const replaceOne = () => {
		const hit = searchIn(view.state).hits[here()]
		if (hit) view.dispatch(replaceHits(view.state, [hit], instead.value))
		go(1)
	}
	const replaceAll = () => {
		const { hits } = searchIn(view.state)
		view.dispatch(replaceHits(view.state, hits, instead.value))
		say(t.replaced(hits.length))
		tell()
	}
	const close = () => {
		view.dispatch(view.state.tr.setMeta(key, ''))
		panel.hidden = true
		view.focus()
	}
	// Nothing of it is sent anywhere.
	const panel = make(
		'div',
		{ className: 'find', hidden: true, aria: { role: 'search', 'aria-label': words.find } },
		make('div', {}, make('label', { htmlFor: 'find-sought' }, t.find), sought, count),
		make('div', {}, make('label', { htmlFor: 'find-instead' }, t.replace), instead),
		make(
			'div',
			{ className: 'row' },
			button(t.next, () => go(1), 'button secondary'),
			button(t.previous, () => go(-1), 'button secondary'),
			button(t.replaceOne, replaceOne, 'button secondary'),
			button(t.replaceAll, replaceAll, 'button secondary'),
			button(t.close, close, 'button secondary'),
		),
	)
	panel.addEventListener('keydown', (event) => {
		if (event.key === 'Escape') close()
		if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
		event.preventDefault()
		go(1)
	})
	sought.addEventListener('input', seek)
	return {
		element: panel,
		open: () => {
			panel.hidden = false
			const { from, to, empty } = view.state.selection
			if (!empty) sought.value = view.state.doc.textBetween(from, to, ' ').slice(0, 100)
			seek()
			sought.select()
		},
	}
}

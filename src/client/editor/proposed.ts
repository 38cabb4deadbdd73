import { Plugin, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { EditorWords } from '#i18n/editor.ts'
import { nodeOf } from '#writing/blocks.ts'
import type { Position } from './bank.ts'
import { button, make } from './dom.ts'
import { idOf, ownId } from './ids.ts'
import { insertBlocks } from './structure.ts'
import { contentOf } from './wanted.ts'

/** Marks the parts that are other than in the text, so that whoever proposes sees what they have changed. */
export const proposedMarks = (stands: () => readonly BlockVersion[]) =>
	new Plugin({
		props: {
			decorations: ({ doc }) => {
				const known = new Map<string, BlockVersion['content']>(
					stands().map(({ blockId, content }) => [blockId, content]),
				)
				const found: Decoration[] = []
				doc.forEach((node, at) => {
					const before = known.get(idOf(node))
					const now = contentOf(node, before)
					if (now !== null && now !== before) found.push(Decoration.node(at, at + node.nodeSize, { class: 'proposed' }))
				})
				return DecorationSet.create(doc, found)
			},
		},
	})

/** In place of comments: what was changed is looked over. A comment is about words that are in the text. */
export function reviewBeside({ proposal }: EditorWords, review: () => Promise<void>) {
	const toggle = button(proposal.review, () => void review())
	toggle.classList.add('review')
	return {
		toggle,
		comment: null,
		desk: (sheet: HTMLElement) => make('div', {}, sheet),
		start: () => false,
		commented: () => {},
		saved: () => {},
		update: () => {},
		written: () => {},
	}
}

/** Puts a position of the bank where the cursor is, in its words alone. */
export function insertPosition(view: EditorView, { text, subPoints }: Position): void {
	const under = subPoints.map((each) => nodeOf({ kind: 'subPoint', text: each }, ownId()))
	insertBlocks([nodeOf({ kind: 'position', text }, ownId()), ...under])(view.state, view.dispatch)
	view.focus()
}

/** Puts the cursor into a block, and shows it. */
export function goTo(view: EditorView, block: string): void {
	view.state.doc.forEach((node, at) => {
		if (idOf(node) !== block) return
		const selection = TextSelection.near(view.state.doc.resolve(at + 1))
		view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
		view.focus()
	})
}

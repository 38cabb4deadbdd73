import { Fragment, type Node, Slice } from 'prosemirror-model'
import { Plugin, Selection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { EditorWords } from '#i18n/editor.ts'
import { blocksFromPastedText } from '#markup/pasted-text.ts'
import { nodeOf } from '#writing/blocks.ts'
import { schema } from '#writing/schema.ts'
import { ownId } from './ids.ts'
import { pastedFrom } from './paste-blocks.ts'
import type { Left } from './paste-marks.ts'
import { freeLabel } from './structure.ts'

const { nodes } = schema

/** What was copied, as the page or document that it was copied from wrote it; null where that was this editor. */
function readHtml(html: string) {
	// Scripts do not run in a document that is made so, and nothing is fetched for it.
	const { body } = new DOMParser().parseFromString(html, 'text/html')
	return body.querySelector('[data-pm-slice]') ? null : pastedFrom(body)
}

function leftSentences({ pictures, embedded, links, struck }: Left, words: EditorWords): string[] {
	const t = words.pasted
	return [
		...(pictures > 0 ? [t.pictures(pictures)] : []),
		...(embedded > 0 ? [t.embedded(embedded)] : []),
		...(links > 0 ? [t.links(links)] : []),
		...(struck > 0 ? [t.struck(struck)] : []),
	]
}

/** Footnotes with labels that the text does not have yet, and what refers to them with these. */
export function relabelled(blocks: readonly Node[], document: Node): Node[] {
	const taken = new Set<string>()
	document.descendants((node) => {
		if (node.type === nodes.footnote || node.type === nodes.noteRef) taken.add(String(node.attrs.label))
	})
	const labels = new Map<string, string>()
	let next = Number(freeLabel(document))
	for (const block of blocks) {
		const label = String(block.attrs.label ?? '')
		if (block.type !== nodes.footnote || labels.has(label)) continue
		while (taken.has(String(next))) next += 1
		labels.set(label, String(next))
		taken.add(String(next))
	}
	const changed = (node: Node): Node => {
		const label = labels.get(String(node.attrs.label ?? ''))
		const content = Fragment.from(node.content.content.map(changed))
		const attrs = label !== undefined && 'label' in node.attrs ? { ...node.attrs, label } : node.attrs
		return node.isText ? node : node.type.create(attrs, content, node.marks)
	}
	return blocks.map(changed)
}

const textsIn = (block: Node): (readonly Node[])[] =>
	block.isTextblock ? [block.content.content] : block.content.content.flatMap(textsIn)

/** What blocks say, as the text of one. */
function inlineOf(blocks: readonly Node[]): Fragment {
	const lines = blocks.flatMap(textsIn)
	return Fragment.from(lines.flatMap((line, at) => [...(at > 0 ? [nodes.lineEnd.create()] : []), ...line]))
}

/**
 * Puts blocks where the selection is. One paragraph, and whatever goes into a cell or an item, is text there; otherwise the block
 * that the cursor is in is divided, and what is empty of it goes.
 */
function putInto(tr: Transaction, blocks: readonly Node[]): Transaction {
	tr.deleteSelection()
	const { $from } = tr.selection
	const [only] = blocks
	const isText = blocks.length === 1 && only?.type === nodes.paragraph
	if ($from.depth > 1 || (isText && $from.depth === 1)) {
		return tr.replaceSelection(new Slice(inlineOf(blocks), 0, 0))
	}
	const named = blocks.map((block) => block.type.create({ ...block.attrs, id: ownId() }, block.content, block.marks))
	if ($from.depth === 0) {
		tr.insert($from.pos, named)
		return tr.setSelection(Selection.near(tr.doc.resolve($from.pos + Fragment.from(named).size), -1))
	}
	const { parent, parentOffset } = $from
	const [from, to] = [$from.before(), $from.after()]
	const [before, behind] = [parent.content.cut(0, parentOffset), parent.content.cut(parentOffset)]
	const halves = {
		before: before.size > 0 ? [parent.copy(before)] : [],
		behind:
			behind.size > 0
				? [parent.type.create({ ...parent.attrs, id: before.size > 0 ? ownId() : parent.attrs.id }, behind)]
				: [],
	}
	const all = [...halves.before, ...named, ...halves.behind]
	tr.replaceWith(from, to, all)
	const end = from + Fragment.from([...halves.before, ...named]).size
	return tr.setSelection(Selection.near(tr.doc.resolve(end), -1))
}

type Tell = (lines: readonly string[]) => void

function paste(view: EditorView, blocks: readonly Node[]): void {
	if (blocks.length === 0) return
	const tr = putInto(view.state.tr, relabelled(blocks, view.state.doc))
	view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
}

/** A text of several lines is read as a whole text that is pasted; of what is left out it is told. */
function pasteText(view: EditorView, text: string, words: EditorWords, tell: Tell): boolean {
	if (!/\n/.test(text.trim())) return false
	const { title, residue, blocks } = blocksFromPastedText(text)
	const all = [...(title === null ? [] : [{ kind: 'heading' as const, text: title }]), ...blocks]
	if (all.length === 0) return false
	paste(
		view,
		all.map((block) => nodeOf(block, null)),
	)
	tell(residue.length > 0 ? [words.pasted.lines(residue)] : [])
	return true
}

/** Whatever is pasted becomes blocks of the record's kinds; what cannot is told, and not dropped in silence. */
export const pasting = (words: EditorWords, tell: Tell) =>
	new Plugin({
		props: {
			handlePaste: (view, event) => {
				const { clipboardData } = event
				if (!clipboardData) return false
				const html = clipboardData.getData('text/html')
				const text = clipboardData.getData('text/plain')
				if (html === '') {
					if (text !== '') return pasteText(view, text, words, tell)
					const pictures = [...clipboardData.files].filter(({ type }) => type.startsWith('image/')).length
					if (pictures > 0) tell([words.pasted.pictures(pictures)])
					return pictures > 0
				}
				const read = readHtml(html)
				if (read === null) return false
				paste(view, read.blocks)
				tell(leftSentences(read.left, words))
				return true
			},
		},
	})

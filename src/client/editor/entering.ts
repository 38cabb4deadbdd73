import { chainCommands, createParagraphNear } from 'prosemirror-commands'
import { Fragment, type Node, type NodeType } from 'prosemirror-model'
import { type Command, TextSelection, type Transaction } from 'prosemirror-state'
import { schema } from '#writing/schema.ts'
import { ownId } from './ids.ts'
import { setKind } from './structure.ts'

const { nodes } = schema

/** Ends a line within the block. */
export const endLine: Command = (state, dispatch) => {
	if (!state.selection.$from.parent.inlineContent) return false
	dispatch?.(state.tr.replaceSelectionWith(nodes.lineEnd.create(), false).scrollIntoView())
	return true
}

/** A paragraph after the block that ends there, with the cursor in it. */
function left(tr: Transaction, after: number): Transaction {
	tr.insert(after, nodes.paragraph.create({ id: ownId() }))
	return tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView()
}

const leave: Command = ({ selection, tr }, dispatch) => {
	if (selection.$head.depth < 1) return false
	dispatch?.(left(tr, selection.$head.after(1)))
	return true
}

/** What an empty block becomes at Enter, and what comes after one of that kind. */
const NEXT: Readonly<Record<string, { readonly empty?: 'paragraph' | 'position'; readonly after: NodeType }>> = {
	paragraph: { after: nodes.paragraph },
	heading: { empty: 'paragraph', after: nodes.paragraph },
	position: { empty: 'paragraph', after: nodes.position },
	subPoint: { empty: 'position', after: nodes.subPoint },
}

/** Divides a block where the cursor stands. Which of the two stays the block it was is found by their text. */
const inBlock: Command = (state, dispatch, view) => {
	const { $from, empty } = state.selection
	const next = NEXT[$from.parent.type.name]
	if ($from.depth !== 1 || !next) return false
	if (next.empty && empty && $from.parent.content.size === 0) return setKind(next.empty)(state, dispatch, view)
	if (!dispatch) return true
	const tr = state.tr.deleteSelection()
	const { $from: at } = tr.selection
	const isAtEnd = at.parentOffset === at.parent.content.size
	const { id } = at.parent.attrs
	tr.split(at.pos, 1, [{ type: isAtEnd ? next.after : at.parent.type, attrs: { id } }])
	if (at.parentOffset === 0 && !isAtEnd && at.parent.type === nodes.heading)
		tr.setNodeMarkup(at.before(), nodes.paragraph, { id })
	dispatch(tr.scrollIntoView())
	return true
}

/** An item is divided; an empty one ends the list. */
const inList: Command = (state, dispatch, view) => {
	const { $from, empty } = state.selection
	if ($from.parent.type !== nodes.listItem) return false
	if (empty && $from.parent.content.size === 0) return outOfList(state, dispatch, view)
	if (!dispatch) return true
	const tr = state.tr.deleteSelection()
	dispatch(tr.split(tr.selection.from).scrollIntoView())
	return true
}

/** The item becomes a paragraph, between what of its list stands before and what stands behind. */
export const outOfList: Command = (state, dispatch) => {
	const { $from } = state.selection
	if ($from.parent.type !== nodes.listItem) return false
	if (!dispatch) return true
	const list = $from.node(1)
	const at = $from.index(1)
	const items = list.content.content
	const part = (some: readonly Node[], id: unknown) => (some.length > 0 ? [list.type.create({ id }, some)] : [])
	const [before, behind] = [items.slice(0, at), items.slice(at + 1)]
	const id = before.length === 0 && behind.length === 0 ? list.attrs.id : ownId()
	const paragraph = nodes.paragraph.create({ id }, $from.parent.content)
	const made = [
		...part(before, list.attrs.id),
		paragraph,
		...part(behind, before.length === 0 ? list.attrs.id : ownId()),
	]
	const from = $from.before(1)
	const tr = state.tr.replaceWith(from, $from.after(1), made)
	const start = from + Fragment.from(made.slice(0, made.indexOf(paragraph))).size + 1
	dispatch(tr.setSelection(TextSelection.create(tr.doc, start + $from.parentOffset)).scrollIntoView())
	return true
}

const LINES = [nodes.quoteText, nodes.signature, nodes.tableCell, nodes.tableHeader]

/** Where Enter ends a line, an empty last one leads out of the block. */
const inLines: Command = (state, dispatch) => {
	const { $from, empty } = state.selection
	const type = $from.parent.type
	if (!LINES.includes(type)) return false
	const last = $from.parent.lastChild
	const isLeft = empty && $from.parentOffset === $from.parent.content.size && last?.type === nodes.lineEnd
	if (!isLeft || type === nodes.tableCell || type === nodes.tableHeader) return endLine(state, dispatch)
	if (!dispatch) return true
	const tr = state.tr.delete($from.pos - 1, $from.pos)
	dispatch(left(tr, tr.mapping.map($from.after(1))))
	return true
}

const inNamed: Command = (state, dispatch, view) => {
	const { $from } = state.selection
	const { type } = $from.parent
	if (type === nodes.quoteSource || type === nodes.footnote) return leave(state, dispatch, view)
	const isMember = type === nodes.memberName || type === nodes.memberArea
	if (!isMember && type !== nodes.memberHeading) return false
	if (isMember && $from.node(2).textContent === '') return leave(state, dispatch, view)
	if (!dispatch) return true
	const after = isMember ? $from.after(2) : $from.after()
	const member = nodes.member.create(null, [nodes.memberName.create(), nodes.memberArea.create()])
	const tr = state.tr.insert(after, member)
	dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 2)).scrollIntoView())
	return true
}

/** Enter. */
export const enter: Command = chainCommands(inBlock, inList, inLines, inNamed, createParagraphNear)

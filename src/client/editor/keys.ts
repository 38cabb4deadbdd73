import {
	baseKeymap,
	chainCommands,
	deleteSelection,
	joinBackward,
	selectNodeBackward,
	toggleMark,
} from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { undoInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { type Command, type Plugin, Selection, TextSelection } from 'prosemirror-state'
import { addRowAfter, goToNextCell, isInTable } from 'prosemirror-tables'
import { schema } from '#writing/schema.ts'
import { endLine, enter, outOfList } from './entering.ts'
import { movePart } from './moving.ts'
import { setKind } from './structure.ts'

const { nodes, marks } = schema

/** At the beginning of a block of another kind: it is a paragraph again. */
const toParagraph: Command = (state, dispatch, view) => {
	const { $from, empty } = state.selection
	if (!empty || $from.parentOffset > 0) return false
	if ($from.parent.type === nodes.listItem) return outOfList(state, dispatch)
	if ($from.parent.type === nodes.quoteText) return setKind('paragraph')(state, dispatch, view)
	if ($from.parent.type === nodes.quoteSource) return stepTo(-1)(state, dispatch, view)
	const isOther = $from.depth === 1 && $from.parent.type !== nodes.paragraph && $from.parent.type !== nodes.footnote
	return isOther && setKind('paragraph')(state, dispatch, view)
}

/** An empty footnote goes, and an empty list of members or table too, at Backspace. */
const removeEmpty: Command = (state, dispatch) => {
	const { $from, empty } = state.selection
	const block = $from.depth > 0 ? $from.node(1) : null
	if (!empty || !block || block.textContent !== '' || block.type === nodes.paragraph) return false
	if (!dispatch) return true
	const tr = state.tr.replaceWith($from.before(1), $from.after(1), nodes.paragraph.create({ id: block.attrs.id }))
	dispatch(tr.setSelection(TextSelection.create(tr.doc, $from.before(1) + 1)).scrollIntoView())
	return true
}

const PARTS = [nodes.quoteText, nodes.quoteSource, nodes.memberHeading, nodes.memberName, nodes.memberArea]

/** To the next or the previous field within a quote or a list of members. */
function stepTo(way: 1 | -1): Command {
	return (state, dispatch) => {
		const { $from } = state.selection
		if (!PARTS.includes($from.parent.type)) return false
		const [from, to] = [$from.before(1), $from.after(1)]
		const near = Selection.findFrom(state.doc.resolve(way === 1 ? $from.after() : $from.before()), way, true)
		if (!near || near.from <= from || near.to >= to) return true
		dispatch?.(state.tr.setSelection(near).scrollIntoView())
		return true
	}
}

const isPoint = (node: Node | null): boolean => node?.type === nodes.position || node?.type === nodes.subPoint

/** A position becomes a sub-point of the one before it. */
const inwards: Command = (state, dispatch, view) => {
	const { $from } = state.selection
	if ($from.parent.type !== nodes.position || !isPoint(state.doc.maybeChild($from.index(0) - 1))) return false
	return setKind('subPoint')(state, dispatch, view)
}

const outwards: Command = (state, dispatch, view) =>
	state.selection.$from.parent.type === nodes.subPoint && setKind('position')(state, dispatch, view)

/** In the last cell, another row. */
const nextCell: Command = (state, dispatch, view) => {
	if (goToNextCell(1)(state, dispatch)) return true
	if (!isInTable(state) || !view) return false
	addRowAfter(state, dispatch)
	return goToNextCell(1)(view.state, view.dispatch)
}

/** Tab never leaves the text by itself: Esc does, and then Tab. */
const stay: Command = () => true

/** What the keys do. `leaving`: after Esc, when Tab is to lead out of the text; `link`: asks for an address; `find`: opens the search; `help`: says what the keys do. */
export function keys(own: {
	readonly link: Command
	readonly find: Command
	readonly help: Command
	readonly leaving: () => boolean
}): Plugin[] {
	const unlessLeaving = (...commands: Command[]): Command => {
		const inside = chainCommands(...commands, stay)
		return (state, dispatch, view) => !own.leaving() && inside(state, dispatch, view)
	}
	return [
		keymap({
			Enter: enter,
			'Shift-Enter': endLine,
			Tab: unlessLeaving(inwards, nextCell, stepTo(1)),
			'Shift-Tab': unlessLeaving(outwards, goToNextCell(-1), stepTo(-1)),
			Backspace: chainCommands(
				undoInputRule,
				deleteSelection,
				removeEmpty,
				toParagraph,
				joinBackward,
				selectNodeBackward,
			),
			'Alt-ArrowUp': movePart('up'),
			'Alt-ArrowDown': movePart('down'),
			'Mod-b': toggleMark(marks.strong),
			'Mod-i': toggleMark(marks.em),
			'Mod-k': own.link,
			'Mod-h': own.find,
			'Mod-/': own.help,
			'Mod-z': undo,
			'Mod-y': redo,
			'Shift-Mod-z': redo,
			'Mod-Alt-0': setKind('paragraph'),
			'Mod-Alt-1': setKind('heading'),
			'Mod-Alt-2': setKind('position'),
		}),
		keymap(baseKeymap),
	]
}

import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { MoveStep, startOf } from '#writing/move.ts'
import { schema } from '#writing/schema.ts'

const { nodes } = schema

type Stretch = { readonly from: number; readonly to: number }

const isSubPoint = (node: Node | null | undefined): boolean => node?.type === nodes.subPoint

/** A position moves with its sub-points, a sub-point by itself. From which block to which, by their order. */
function movedBy({ doc, selection }: EditorState): Stretch {
	const from = selection.$from.index(0)
	const last = selection.$to.depth === 0 && !selection.empty ? selection.$to.index(0) - 1 : selection.$to.index(0)
	let to = Math.max(from, last) + 1
	if (!isSubPoint(doc.maybeChild(from))) {
		const begins = doc.maybeChild(to - 1)
		if (begins?.type === nodes.position || isSubPoint(begins)) while (isSubPoint(doc.maybeChild(to))) to += 1
	}
	return { from, to }
}

/** How many blocks the part is that stands before or behind: what is moved goes past all of it. */
function passed({ doc }: EditorState, { from, to }: Stretch, way: 'up' | 'down'): number {
	const alone = isSubPoint(doc.maybeChild(from))
	if (way === 'up') {
		if (from === 0) return 0
		let begin = from - 1
		if (!alone) while (begin > 0 && isSubPoint(doc.child(begin))) begin -= 1
		return from - begin
	}
	if (to >= doc.childCount) return 0
	let end = to + 1
	if (!alone && doc.child(to).type === nodes.position) while (isSubPoint(doc.maybeChild(end))) end += 1
	return end - to
}

/** Moves the part of the text that the selection is in past its neighbour. */
export function movePart(way: 'up' | 'down'): Command {
	return (state, dispatch) => {
		const moved = movedBy(state)
		const past = passed(state, moved, way)
		// The first sub-point of all would be nobody's.
		if (past === 0 || (way === 'up' && isSubPoint(state.doc.child(moved.from)) && moved.from === 1)) return false
		if (!dispatch) return true
		const [from, to] = [startOf(state.doc, moved.from), startOf(state.doc, moved.to)]
		const at = startOf(state.doc, way === 'up' ? moved.from - past : moved.to + past)
		const by = way === 'up' ? at - from : at - to
		const tr = state.tr.step(new MoveStep(from, to, at))
		const { anchor, head } = state.selection
		const selection =
			state.selection instanceof NodeSelection
				? NodeSelection.create(tr.doc, anchor + by)
				: TextSelection.between(tr.doc.resolve(anchor + by), tr.doc.resolve(head + by))
		dispatch(tr.setSelection(selection).scrollIntoView().setMeta('moved', way))
		return true
	}
}

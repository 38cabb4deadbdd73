import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state'
import { MoveStep, startOf } from '#writing/move.ts'
import { schema } from '#writing/schema.ts'

const { nodes } = schema

/** Blocks that stand beside each other, by their order: the first, and the one after the last. */
export type Stretch = { readonly from: number; readonly to: number }

const isSubPoint = (node: Node | null | undefined): boolean => node?.type === nodes.subPoint

/** A position moves with its sub-points, a sub-point by itself. From which block to which, by their order. */
export function movedBy({ doc, selection }: EditorState): Stretch {
	const from = selection.$from.index(0)
	const last = selection.$to.depth === 0 && !selection.empty ? selection.$to.index(0) - 1 : selection.$to.index(0)
	return withSubPoints(doc, { from, to: Math.max(from, last) + 1 })
}

function withSubPoints(doc: Node, { from, to: end }: Stretch): Stretch {
	let to = end
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

/** The part that a block is moved with: a position has its sub-points with it. */
export const partAt = (doc: Node, index: number): Stretch => withSubPoints(doc, { from: index, to: index + 1 })

/** Before which blocks a part can be put, by their order: never between a position and its sub-points. Its own two ends are among them. */
export function gapsFor(doc: Node, { from, to }: Stretch): number[] {
	const alone = isSubPoint(doc.maybeChild(from))
	const gaps = Array.from({ length: doc.childCount + 1 }, (_, gap) => gap)
	return gaps.filter((gap) => {
		if (gap === from || gap === to) return true
		if (gap > from && gap < to) return false
		return alone ? gap > 0 : !isSubPoint(doc.maybeChild(gap))
	})
}

/** What is told of a move: where the first block has come to stand, how many they are, and which way they went. */
export type Moved = { readonly index: number; readonly count: number; readonly way: 'up' | 'down' }

/** Puts a part before the block of that index, with the selection where it was in it. Null: it stands there. */
export function moveTo(state: EditorState, { from, to }: Stretch, gap: number): Transaction | null {
	if (gap >= from && gap <= to) return null
	const [start, end, at] = [startOf(state.doc, from), startOf(state.doc, to), startOf(state.doc, gap)]
	const way = gap < from ? 'up' : 'down'
	const by = way === 'up' ? at - start : at - end
	const tr = state.tr.step(new MoveStep(start, end, at))
	const { anchor, head } = state.selection
	const there = (place: number) => (place > start && place < end ? place + by : tr.mapping.map(place))
	const selection =
		state.selection instanceof NodeSelection && state.selection.from >= start && state.selection.to <= end
			? NodeSelection.create(tr.doc, anchor + by)
			: TextSelection.between(tr.doc.resolve(there(anchor)), tr.doc.resolve(there(head)))
	const moved: Moved = { index: way === 'up' ? gap : gap - (to - from), count: to - from, way }
	return tr.setSelection(selection).setMeta('moved', moved)
}

/** Moves a part past its neighbour: the one that the selection is in, unless another is named. */
export function movePart(way: 'up' | 'down', part?: Stretch): Command {
	return (state, dispatch) => {
		const moved = part ?? movedBy(state)
		const past = passed(state, moved, way)
		// The first sub-point of all would be nobody's.
		if (past === 0 || (way === 'up' && isSubPoint(state.doc.child(moved.from)) && moved.from === 1)) return false
		const tr = moveTo(state, moved, way === 'up' ? moved.from - past : moved.to + past)
		if (!tr) return false
		dispatch?.(part ? tr : tr.scrollIntoView())
		return true
	}
}

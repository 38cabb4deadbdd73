import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { indexOfBlock, startOf } from '#writing/move.ts'
import { idOf } from './ids.ts'
import { movedBy, partAt, type Stretch } from './moving.ts'

/** A part that is being moved by its handle. It is told by name and by place: others may write, and move it, meanwhile. */
export type Drag = {
	readonly ids: readonly string[]
	readonly place: number
	/** Where the pointer is, and was first, from the upper edge of the window. */
	readonly y: number
	readonly startY: number
	readonly isLifted: boolean
	/** Before which block it would land; null: last in the text; undefined: where it is. */
	readonly before?: string | null | undefined
}

/** What the handle of a block moves: what is selected, where that is several blocks with it among them; otherwise its part. */
export function dragOf(state: EditorState, index: number, y: number): Drag {
	const { doc, selection } = state
	const selected = movedBy(state)
	const isAmong = selection.$from.index(0) < selection.$to.index(0) && index >= selected.from && index < selected.to
	const part = isAmong ? selected : partAt(doc, index)
	const ids = doc.content.content.slice(part.from, part.to).map(idOf)
	return { ids, place: startOf(doc, part.from), y, startY: y, isLifted: false }
}

/** The same after others wrote. */
export function shiftedBy(drag: Drag, { mapping }: Transaction): Drag {
	const { pos, deletedAfter } = mapping.mapResult(drag.place, 1)
	return { ...drag, place: deletedAfter ? -1 : pos }
}

/** Where it is now, with what has become part of it; null: it is not in the text any more. */
export function stretchOf(doc: Node, { ids, place }: Drag): Stretch | null {
	const named = indexOfBlock(doc, ids[0] ?? null)
	const from = named >= 0 ? named : placed(doc, place)
	if (from < 0) return null
	const isOfIt = (node: Node | null) => node !== null && ids.includes(idOf(node))
	let last = from
	while (isOfIt(doc.maybeChild(last + 1))) last += 1
	return { from, to: partAt(doc, last).to }
}

/** The block that begins there, by its order: one gets another name when the record has it. */
function placed(doc: Node, place: number): number {
	if (place < 0 || place >= doc.content.size) return -1
	const { index, offset } = doc.childAfter(place)
	return offset === place ? index : -1
}

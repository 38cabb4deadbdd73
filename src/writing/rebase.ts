import type { Node } from 'prosemirror-model'
import {
	AddMarkStep,
	AttrStep,
	type Mapping,
	RemoveMarkStep,
	ReplaceAroundStep,
	ReplaceStep,
	type Step,
	StepMap,
	Transform,
} from 'prosemirror-transform'
import { indexOfBlock, MoveStep, startOf } from './move.ts'

/** A step that others do not have yet, and what undoes it. */
export type Pending = { readonly step: Step; readonly inverted: Step }

/** What became of pending steps, which of them that is, and the text that was typed where nothing is left to type in. */
export type Rebased = {
	readonly kept: readonly Pending[]
	readonly places: readonly number[]
	readonly fallen: readonly string[]
}

/**
 * Puts steps of others before one's own: undoes these, does the others', and does one's own again where their places have come
 * to be. `transform` is new, and stands after one's own. What was done inside a block that another moved is done where it is now.
 * `settled`: so many of the first of one's own are not done again; `asOver`: since they are the first of the others'.
 */
export function rebase(
	transform: Transform,
	own: readonly Pending[],
	over: readonly Step[],
	settled = 0,
	asOver = false,
): Rebased {
	const before: Node[] = []
	for (const [index, { inverted }] of [...own.entries()].reverse()) {
		transform.step(inverted)
		before[index] = transform.doc
	}
	for (const step of over) transform.step(step)
	const inverseOf = (index: number) => own.length - index - 1
	if (asOver && settled <= over.length) {
		for (let index = 0; index < settled; index += 1) {
			mirror(transform.mapping, inverseOf(index), own.length + index)
		}
	}
	const kept: Pending[] = []
	const places: number[] = []
	const fallen: string[] = []
	for (const [index, { step }] of own.entries()) {
		if (index < settled) continue
		const mapping = transform.mapping.slice(inverseOf(index) + 1)
		const mapped =
			throughMapping(step, mapping) ?? relocated(step, before[index], transform.doc, (at) => mapping.map(at, -1))
		if (mapped && !takesMore(step, before[index], mapped, transform.doc) && canBeDone(transform, mapped)) {
			mirror(transform.mapping, inverseOf(index), transform.steps.length - 1)
			kept.push({ step: mapped, inverted: mapped.invert(transform.docs.at(-1) ?? transform.doc) })
			places.push(index)
		} else fallen.push(...typedIn(step))
	}
	return { kept, places, fallen }
}

/**
 * Whether a step would take blocks with it that it was not about: its ends may have been moved apart, or others put something between
 * them. What is taken away has been seen by who takes it.
 */
function takesMore(meant: Step, before: Node | undefined, step: Step, now: Node): boolean {
	const [had, has] = [reachOf(meant), reachOf(step)]
	if (!before || !had || !has || !(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) return false
	const { node, offset } = now.childAfter(has.from)
	if (!node || has.to <= offset + node.nodeSize) return false
	const seen = new Set(blocksIn(before, had.from, had.to))
	return blocksIn(now, has.from, has.to).some((id) => !seen.has(id))
}

/** The names of the blocks that a stretch is in or goes over. */
function blocksIn(document: Node, from: number, to: number): unknown[] {
	const ids: unknown[] = []
	document.nodesBetween(from, to, (node) => {
		ids.push(node.attrs.id)
		return false
	})
	return ids
}

/** Does the step where it can be done. One whose place has become another kind of thing throws in some of the library's kinds. */
function canBeDone(transform: Transform, step: Step): boolean {
	try {
		return transform.maybeStep(step).failed === null
	} catch {
		return false
	}
}

/**
 * Says that one change undoes what the other does again, so that places inside are found again. Not of a move that has come to go
 * the other way, or that took along what others wrote in between: places in there are not what they were.
 */
function mirror(mapping: Mapping, one: number, other: number): void {
	const [undone, again] = [mapping.maps[one], mapping.maps[other]]
	if (!undone || !again || shapeOf(undone) !== shapeOf(again.invert())) return
	// The library keeps this from its types, and its own module for writing together asks it.
	const found = mapping as Mapping & { setMirror: (one: number, other: number) => void }
	found.setMirror(one, other)
}

function shapeOf(map: StepMap): string {
	const sizes: string[] = []
	map.forEach((from, to, newFrom, newTo) => void sizes.push(`${to - from}>${newTo - newFrom}`))
	return sizes.length < 2 ? String(sizes.length) : sizes.join()
}

/**
 * What is put between two blocks stays that, where one of them was moved away from the other: it takes nothing of what is between
 * them now. What is typed stays right behind what was typed before it, whatever others have put there: nobody's words are divided.
 */
function throughMapping(step: Step, mapping: Mapping): Step | null {
	const mapped = step.map(mapping)
	const isPutIn = step instanceof ReplaceStep && step.from === step.to
	if (!isPutIn || !(mapped instanceof ReplaceStep)) return mapped
	const behind = mapping.mapResult(step.from, -1)
	if (isTyped(step) && !behind.deletedAcross) return new ReplaceStep(behind.pos, behind.pos, step.slice)
	return mapped.from === mapped.to ? mapped : new ReplaceStep(mapped.from, mapped.from, step.slice)
}

const isTyped = ({ slice }: ReplaceStep): boolean =>
	slice.openStart === 0 && slice.openEnd === 0 && slice.content.firstChild?.isInline === true

/** Text that a step would have put into the document. */
export function typedIn(step: Step): string[] {
	if (!(step instanceof ReplaceStep)) return []
	const { content } = step.slice
	const text = content.textBetween(0, content.size, '\n')
	return text.trim() === '' ? [] : [text]
}

/** From where to where a step reaches in the document that it is done in. */
function reachOf(step: Step): { readonly from: number; readonly to: number } | null {
	if (step instanceof AttrStep) return { from: step.pos, to: step.pos + 1 }
	const reaches = [ReplaceStep, ReplaceAroundStep, AddMarkStep, RemoveMarkStep, MoveStep] as const
	return reaches.some((kind) => step instanceof kind) ? (step as ReplaceStep) : null
}

/** The same step where its block is now: one that was moved, and that says what it said. */
function relocated(step: Step, before: Node | undefined, now: Node, place: (at: number) => number): Step | null {
	const reach = reachOf(step)
	if (!reach || !before) return null
	const { node, index, offset } = before.childAfter(reach.from)
	if (!node || typeof node.attrs.id !== 'string' || reach.to > offset + node.nodeSize) return null
	const at = indexOfBlock(now, node.attrs.id)
	const there = now.maybeChild(at)
	if (!there) return null
	const start = startOf(now, at)
	if (step instanceof MoveStep) {
		const to = start + there.nodeSize
		const target = place(step.at)
		return index < 0 || reach.to < offset + node.nodeSize ? null : new MoveStep(start, to, target)
	}
	if (!(step instanceof AttrStep) && (reach.from <= offset || reach.to >= offset + node.nodeSize)) return null
	const shift = shiftIn(node, there, reach.from - offset - 1, reach.to - offset - 1)
	return shift === null ? null : step.map(StepMap.offset(start - offset + shift))
}

/** How far a stretch of what is in a block stands from where it was, when the block was changed before or after it; null: in it too. */
function shiftIn(one: Node, other: Node, from: number, to: number): number | null {
	const first = one.content.findDiffStart(other.content)
	const last = one.content.findDiffEnd(other.content)
	if (first === null || !last || to <= Math.min(first, last.a, last.b)) return 0
	// Where what is the same begins may be in the middle of a word that only ends the same.
	return from > Math.max(last.a, first) ? other.content.size - one.content.size : null
}

/** Steps that were done, and the text after them. */
export type Done = { readonly document: Node; readonly own: readonly Pending[] }

/** Steps with what undoes them, from the document that they are done in; null where one of them cannot be done there. */
export function pendingFrom(document: Node, steps: readonly Step[]): Done | null {
	const transform = new Transform(document)
	const own: Pending[] = []
	for (const step of steps) {
		const before = transform.doc
		if (!canBeDone(transform, step)) return null
		own.push({ step, inverted: step.invert(before) })
	}
	return { document: transform.doc, own }
}

/**
 * Steps as they are after what others did meanwhile. `document`: what they were made in; `over`: what came after it, in its
 * order, one list for each time that something came. Null where they cannot be done at all.
 */
export function rebased(
	document: Node,
	steps: readonly Step[],
	over: readonly (readonly Step[])[],
): Pick<Rebased, 'kept' | 'fallen'> | null {
	const done = pendingFrom(document, steps)
	if (!done) return null
	let transform = new Transform(done.document)
	let own = done.own
	const fallen: string[] = []
	for (const others of over) {
		const next = rebase(transform, own, others)
		own = next.kept
		fallen.push(...next.fallen)
		transform = new Transform(transform.doc)
	}
	return { kept: own, fallen }
}

import { AddMarkStep, AttrStep, RemoveMarkStep, type Step } from 'prosemirror-transform'
import { MoveStep } from '#writing/move.ts'
import type { TextDocument } from '#writing/schema.ts'

/**
 * The blocks that steps wrote in, by the names they have then; whether blocks came, went or were moved; and of which other block
 * something may have come into a block, so that who wrote in that has written in this.
 */
export type Touched = {
	readonly blocks: readonly string[]
	readonly arranged: boolean
	readonly flows: readonly { readonly from: string; readonly to: string }[]
}

export const nothingTouched: Touched = { blocks: [], arranged: false, flows: [] }

/** What a block is called that has no name yet. */
export const nameOf = (attrs: { readonly [name: string]: unknown }): string =>
	typeof attrs.id === 'string' ? attrs.id : ''

/** `after`: the text after each of the steps. */
export function touchedBy(before: TextDocument, steps: readonly Step[], after: readonly TextDocument[]): Touched {
	const blocks = new Set<string>()
	const flows: Touched['flows'][number][] = []
	let document = before
	for (const [index, step] of steps.entries()) {
		const next = after[index] ?? document
		for (const [from, to, newFrom, newTo] of stretchesOf(step)) {
			const names = namesIn(next, newFrom, newTo)
			for (const name of names) blocks.add(name)
			const old = namesIn(document, from, to)
			flows.push(
				...names.flatMap((name) => old.flatMap((other) => (other === name ? [] : [{ from: other, to: name }]))),
			)
		}
		document = next
	}
	return { blocks: [...blocks], arranged: !hasSameOrder(before, document), flows }
}

/** Stretches of the text before the step, and what they are after it. */
function stretchesOf(step: Step): readonly (readonly [number, number, number, number])[] {
	const same = (from: number, to: number) => [[from, to, from, to] as const]
	if (step instanceof AttrStep) return same(step.pos, step.pos + 1)
	if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return same(step.from, step.to)
	if (step instanceof MoveStep) return []
	const ranges: [number, number, number, number][] = []
	step.getMap().forEach((from, to, newFrom, newTo) => void ranges.push([from, to, newFrom, newTo]))
	return ranges
}

/** The blocks that a stretch is in or goes over; none for a place between two. */
function namesIn(document: TextDocument, from: number, to: number): string[] {
	const names: string[] = []
	let start = 0
	for (const child of document.content.content) {
		const end = start + child.nodeSize
		if (start > to) break
		if (from === to ? start < from && from < end : start < to && end > from) names.push(nameOf(child.attrs))
		start = end
	}
	return names
}

function hasSameOrder(one: TextDocument, other: TextDocument): boolean {
	if (one.childCount !== other.childCount) return false
	return one.content.content.every((child, index) => {
		const there = other.child(index)
		return child === there || child.attrs.id === there.attrs.id
	})
}

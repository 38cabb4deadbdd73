import { ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { MoveStep } from '#writing/move.ts'
import type { Swallowed } from '#writing/protocol.ts'
import type { TextDocument } from '#writing/schema.ts'
import type { Logged } from './room.ts'

/** What somebody put into the text, and where that is now. */
type Part = { readonly of: string; readonly from: number; readonly to: number }

/**
 * Text that these entries put in and these steps take away, by the pages that it was typed in: whoever made the steps had not seen it.
 * `document`: the text after the entries, in which the steps are done.
 */
export function swallowedBy(
	document: TextDocument,
	steps: readonly Step[],
	unseen: readonly Pick<Logged, 'client' | 'steps'>[],
): Swallowed[] {
	if (unseen.length === 0 || !steps.some(takesAway)) return []
	let parts: readonly Part[] = []
	for (const { client, steps: made } of unseen) for (const step of made) parts = putIn(moved(parts, step), step, client)
	const texts = new Map<string, string[]>()
	let now = document
	for (const step of steps) {
		for (const { of, from, to } of parts) {
			for (const text of goneIn(now, step, from, to)) texts.set(of, [...(texts.get(of) ?? []), text.trim()])
		}
		parts = moved(parts, step)
		now = step.apply(now).doc ?? now
	}
	return [...texts].map(([of, all]) => ({ of, text: all.join(' ') }))
}

/** Stretches of the text that are others after the step; of a move none, since all of it is still there. */
function changedBy(
	step: Step,
): { readonly from: number; readonly to: number; readonly at: number; readonly end: number }[] {
	const changed: { from: number; to: number; at: number; end: number }[] = []
	if (step instanceof MoveStep) return changed
	step.getMap().forEach((from, to, at, end) => void changed.push({ from, to, at, end }))
	return changed
}

const takesAway = (step: Step): boolean => changedBy(step).some(({ from, to }) => from < to)

/** The parts with what the step puts in. What somebody puts right beside what they put in before is one with it, letter by letter. */
function putIn(parts: readonly Part[], step: Step, of: string): readonly Part[] {
	if (of === '') return parts
	const made = changedBy(step).flatMap(({ at, end }): Part[] => (at < end ? [{ of, from: at, to: end }] : []))
	if (made.length === 0) return parts
	const joined: Part[] = []
	for (const part of [...parts, ...made].sort((one, other) => one.from - other.from || one.to - other.to)) {
		const last = joined.at(-1)
		if (last?.of === part.of && part.from <= last.to) joined.splice(-1, 1, { ...last, to: Math.max(last.to, part.to) })
		else joined.push(part)
	}
	return joined
}

/** The parts after the step, as far as they are still there, and without what it puts into them. */
function moved(parts: readonly Part[], step: Step): readonly Part[] {
	const map = step.getMap()
	const changed = changedBy(step)
	return parts.flatMap((part): Part[] => {
		const { of, from, to } = part
		if (step instanceof MoveStep && step.from <= from && to <= step.to) {
			const by = (step.at <= step.from ? step.at : step.at - (step.to - step.from)) - step.from
			return [{ of, from: from + by, to: to + by }]
		}
		return besides(part, changed).flatMap(([start, end]) => {
			const [first, last] = [map.map(start, 1), map.map(end, -1)]
			return first < last ? [{ of, from: first, to: last }] : []
		})
	})
}

/** What is left of a part between changed stretches, which are in their order. */
function besides({ from, to }: Part, changed: readonly { readonly from: number; readonly to: number }[]) {
	const left: [number, number][] = []
	let start = from
	for (const gone of changed) {
		if (gone.to <= start || gone.from >= to) continue
		if (gone.from > start) left.push([start, gone.from])
		start = gone.to
	}
	return start < to ? [...left, [start, to] as const] : left
}

/** The text from there to there that the step takes away, and does not put in again. */
function goneIn(document: TextDocument, step: Step, from: number, to: number): string[] {
	const again =
		step instanceof ReplaceStep || step instanceof ReplaceAroundStep
			? step.slice.content.textBetween(0, step.slice.content.size, '\n')
			: ''
	return changedBy(step).flatMap((gone) => {
		const [start, end] = [Math.max(from, gone.from), Math.min(to, gone.to)]
		const text = start < end ? document.textBetween(start, end, '\n') : ''
		return text.trim() === '' || again.includes(text) ? [] : [text]
	})
}

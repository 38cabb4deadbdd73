import { marksIn } from './balance.ts'
import type { Edit } from './shortest.ts'
import type { Token } from './words.ts'

/** Up to this long what stands between two marks is taken into a change of one of them, or of the words between. Tokens. */
const SHORT = 12

/** Spans of marked words, as places in the text. */
function spansOf(tokens: readonly Token[]): Span[] {
	const { partners } = marksIn(tokens)
	return [...partners.entries()].flatMap(([from, to]) => {
		const isInline = tokens[from]?.kind === 'mark'
		return to > from && isInline && to - from <= SHORT ? [{ from, to: to + 1 }] : []
	})
}

type Span = { readonly from: number; readonly to: number }

/** The changes, so that none cuts a short emphasis or a link in two: what touches one in part takes all of it. */
export function withWholeMarks(before: readonly Token[], after: readonly Token[], edits: readonly Edit[]): Edit[] {
	const [ours, theirs] = [spansOf(before), spansOf(after)]
	let all = [...edits]
	if (ours.length + theirs.length === 0) return all
	for (;;) {
		const wider = all.map((edit) => {
			const left = Math.max(0, edit.from - start(ours, edit.from, edit.to), edit.at - start(theirs, edit.at, edit.end))
			const right = Math.max(0, end(ours, edit.from, edit.to) - edit.to, end(theirs, edit.at, edit.end) - edit.end)
			return { ...edit, from: edit.from - left, at: edit.at - left, to: edit.to + right, end: edit.end + right }
		})
		const joined = joinOverlapping(wider, all)
		const same =
			joined.length === all.length && joined.every((edit, at) => edit.from === all[at]?.from && edit.to === all[at]?.to)
		if (same) return joined
		all = joined
	}
}

const cuts = (span: Span, from: number, to: number): boolean => {
	const inside = from === to ? span.from < from && from < span.to : span.from < to && from < span.to
	return inside && !(from <= span.from && span.to <= to)
}

const start = (spans: readonly Span[], from: number, to: number): number =>
	Math.min(from, ...spans.filter((span) => cuts(span, from, to)).map((span) => span.from))

const end = (spans: readonly Span[], from: number, to: number): number =>
	Math.max(to, ...spans.filter((span) => cuts(span, from, to)).map((span) => span.to))

/** `exact`: the same changes before they were made wider. */
function joinOverlapping(wider: readonly Edit[], exact: readonly Edit[]): Edit[] {
	const joined: Edit[] = []
	for (const [index, edit] of wider.entries()) {
		const last = joined.at(-1)
		if (last === undefined || last.to <= edit.from) {
			joined.push(edit)
			continue
		}
		// Past what lies between them the two texts do not run alike: how far the two reach together is seen in the next round.
		const own = exact[index] ?? edit
		joined[joined.length - 1] = {
			from: last.from,
			at: last.at,
			to: own.to,
			end: own.end,
			parts: [...last.parts, ...edit.parts],
		}
	}
	return joined
}

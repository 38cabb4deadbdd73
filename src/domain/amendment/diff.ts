import { baseOf, placedIn } from './edition.ts'
import { blockOf, type Piece, samePiece, tokensOfPiece } from './piece.ts'
import { type Run, runsBetween, tokensOfRuns } from './runs.ts'
import { joined } from './words.ts'

/**
 * What became of a paragraph. `was` and `is`: its place in the old and in the new text, counted from 0. What was moved may be
 * changed too: then some of its runs are not kept.
 */
export type Step =
	| { readonly change: 'kept'; readonly was: number; readonly is: number }
	| {
			readonly change: 'changed' | 'moved'
			readonly was: number
			readonly is: number
			readonly runs: readonly Run[]
			readonly blockId?: string
	  }
	| { readonly change: 'removed'; readonly was: number; readonly piece: Piece }
	| { readonly change: 'inserted'; readonly is: number; readonly piece: Piece }

/** What happened to a text, in the order of the new one; what was removed stands where it stood. */
export function diff(old: readonly Piece[], now: readonly Piece[]): Step[] {
	const base = baseOf(old)
	const { pairs, moved } = placedIn(base, now)
	const stays = new Set(pairs)
	const steps: Step[] = []
	let passed = 0
	const passRemoved = (until: number) => {
		for (; passed < until; passed += 1) {
			const piece = old[passed]
			if (piece !== undefined && !stays.has(passed)) steps.push({ change: 'removed', was: passed, piece })
		}
	}
	for (const [is, piece] of now.entries()) {
		const was = pairs[is] ?? -1
		const before = old[was]
		if (before === undefined) {
			steps.push({ change: 'inserted', is, piece })
			continue
		}
		if (!moved.has(is)) {
			passRemoved(was)
			passed = Math.max(passed, was + 1)
			if (samePiece(before, piece)) {
				steps.push({ change: 'kept', was, is })
				continue
			}
		}
		const runs = runsBetween(base.tokensAt(was), tokensOfPiece(piece))
		steps.push({ change: moved.has(is) ? 'moved' : 'changed', was, is, runs })
	}
	passRemoved(old.length)
	return steps
}

/** The new text, from the old one and what happened to it. */
export function applied(old: readonly Piece[], steps: readonly Step[]): Piece[] {
	return steps.flatMap((step): Piece[] => {
		if (step.change === 'removed') return []
		if (step.change === 'inserted') return [step.piece]
		const before = old[step.was]
		if (before === undefined) throw new Error(`There is no paragraph ${step.was}`)
		if (step.change === 'kept') return [before]
		const tokens = tokensOfRuns(step.runs, 'removed')
		if (typeof before === 'string') return [joined(tokens)]
		const content = blockOf(tokens)
		if (content === null) throw new Error('The runs make no block')
		return [{ blockId: before.blockId, content }]
	})
}

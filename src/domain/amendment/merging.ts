import { compare } from './cluster.ts'
import type { Choices, Collision, Touch } from './collision.ts'
import { baseOf } from './edition.ts'
import { type Outcome, outcomeOf } from './paragraph.ts'
import { keyOfPiece, type Piece } from './piece.ts'
import type { WovenRun } from './weaving.ts'
import { type Amendment, type Put, wishesOf } from './wishes.ts'

export type { Choices, Collision, Touch } from './collision.ts'
export type { WovenRun } from './weaving.ts'
export type { Amendment } from './wishes.ts'

/** A paragraph of a text that was put together, and who had a part in it. */
export type MergedPiece = {
	readonly piece: Piece
	/** Its place in the base; null for one that was put in. */
	readonly place: number | null
	/** Who put it in, or moved it. */
	readonly by: readonly string[]
	readonly moved: boolean
	/** Its words with who changed them; null where nobody did. */
	readonly runs: readonly WovenRun[] | null
}

export type Merged = {
	readonly pieces: readonly MergedPiece[]
	/** What was taken away from the base, and by whom. */
	readonly removed: readonly { readonly place: number; readonly by: readonly string[] }[]
	/** Those that nobody has chosen in, in the order of the base. */
	readonly collisions: readonly Collision[]
	readonly touches: readonly Touch[]
}

/**
 * A text with all amendments in place where they do not collide, and what was chosen where they do. The same in whichever order
 * they are given.
 */
export function merge(pieces: readonly Piece[], amendments: readonly Amendment[], choices: Choices = {}): Merged {
	const base = baseOf(pieces)
	const { wishes, puts } = wishesOf(base, amendments)
	const outcomes = new Map(
		[...wishes].map(([place, wish]): [number, Outcome] => [place, outcomeOf(base, place, wish, choices)]),
	)
	const merged: MergedPiece[] = []
	const removed: { place: number; by: readonly string[] }[] = []
	const touches: Touch[] = []
	const movedAt = (place: number, before: number): MergedPiece[] => {
		const outcome = outcomes.get(place)
		if (!outcome?.piece || outcome.before !== before) return []
		return [{ piece: outcome.piece, place, by: outcome.by, moved: true, runs: outcome.runs }]
	}
	for (let place = 0; place <= pieces.length; place += 1) {
		const here = puts.get(place) ?? []
		merged.push(...placedBefore(here, (moved) => movedAt(moved, place)))
		const by = distinctPuts(here).flatMap((put) => put.by)
		if (distinctPuts(here).length > 1) touches.push({ place, in: 'between', by: [...new Set(by)].sort(compare) })
		const piece = pieces[place]
		const outcome = outcomes.get(place)
		touches.push(...(outcome?.touches ?? []))
		if (outcome?.piece === null) removed.push({ place, by: outcome.by })
		else if (outcome === undefined) {
			if (piece !== undefined) merged.push({ piece, place, by: [], moved: false, runs: null })
		} else if (outcome.before === null) {
			merged.push({ piece: outcome.piece, place, by: outcome.by, moved: false, runs: outcome.runs })
		}
	}
	const collisions = [...outcomes].sort(([one], [other]) => one - other).flatMap(([, outcome]) => outcome.collisions)
	return { pieces: merged, removed, collisions, touches }
}

/** The collisions alone, in the order of the base. */
export function collisions(pieces: readonly Piece[], amendments: readonly Amendment[]): Collision[] {
	const base = baseOf(pieces)
	const { wishes } = wishesOf(base, amendments)
	return [...wishes]
		.filter(([, { changed, removed, moved }]) => changed.length + removed.length + moved.length > 1)
		.sort(([one], [other]) => one - other)
		.flatMap(([place, wish]) => [...outcomeOf(base, place, wish, {}).collisions])
}

const keyOfEntry = (entry: number | Piece): string =>
	typeof entry === 'number' ? `#${entry}` : `.${keyOfPiece(entry)}`

type Same = { readonly key: string; readonly by: readonly string[]; readonly entries: readonly (number | Piece)[] }

/** What is put in one place, each once, in an order of its own. */
function distinctPuts(puts: readonly Put[]): Same[] {
	const keyed = puts.map((put) => ({ ...put, key: put.entries.map(keyOfEntry).join('\n') }))
	return [...Map.groupBy(keyed, ({ key }) => key)]
		.map(([key, alike]) => ({ key, by: alike.map(({ by }) => by).sort(compare), entries: named(alike) }))
		.sort((one, other) => compare(one.key, other.key))
}

/** Of those that put the same the one that knows which blocks they are. */
function named(alike: readonly Put[]): readonly (number | Piece)[] {
	const first = alike.toSorted((one, other) => compare(one.by, other.by))
	const knows = (entry: number | Piece) => typeof entry === 'object' && entry.blockId !== null
	return (first.find(({ entries }) => entries.some(knows)) ?? first[0])?.entries ?? []
}

/** All that is put in one place. A paragraph that several put there stands once. */
function placedBefore(puts: readonly Put[], movedHere: (place: number) => MergedPiece[]): MergedPiece[] {
	const placed: { key: string; from: string; piece: MergedPiece; taken: Set<string> }[] = []
	const moved = new Set<number>()
	for (const { key: from, by, entries } of distinctPuts(puts)) {
		for (const entry of entries) {
			if (typeof entry === 'number') {
				if (!moved.has(entry))
					placed.push(...movedHere(entry).map((piece) => ({ key: '', from, piece, taken: new Set<string>() })))
				moved.add(entry)
				continue
			}
			const key = keyOfEntry(entry)
			const known = placed.find((other) => other.key === key && other.from !== from && !other.taken.has(from))
			if (known === undefined) {
				placed.push({ key, from, piece: { piece: entry, place: null, by, moved: false, runs: null }, taken: new Set() })
				continue
			}
			known.taken.add(from)
			known.piece = { ...known.piece, by: [...known.piece.by, ...by].sort(compare) }
		}
	}
	return placed.map(({ piece }) => piece)
}

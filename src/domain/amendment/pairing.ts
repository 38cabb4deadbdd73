import { stretchesBetween } from './shortest.ts'

/** Something that may be the same as another, reworded: a paragraph, an item, a row. */
export type Likely = {
	/** The same for what is the same. */
	readonly key: string
	/** Only of one sort may one become another that has nothing in common with it. */
	readonly sort: string
	readonly words: () => ReadonlyMap<string, number>
}

/** At least this much of the words of two is the same, from 0 to 1, for one to be the other reworded; and where it was moved too. */
const ALIKE = 0.4
const ALIKE_ELSEWHERE = 0.6
/** Most pairs that are compared in one gap, and elsewhere; past that only those at about the same place, or none. */
const PAIRS = 2_500
const NEAR = 10

/** How many there are of each. */
export function counted(words: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>()
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
	return counts
}

/** How much of the words of two is the same, from 0 to 1: Dice's coefficient. */
function likeness(one: Likely, other: Likely): number {
	const [ours, theirs] = [one.words(), other.words()]
	let [shared, all] = [0, 0]
	for (const [word, count] of ours) {
		shared += Math.min(count, theirs.get(word) ?? 0)
		all += count
	}
	for (const count of theirs.values()) all += count
	return all === 0 ? 0 : (2 * shared) / all
}

/** For each of the later, which of the earlier it is; -1 for one of its own. */
export type Pairing = Int32Array

type Gap = { readonly olds: readonly number[]; readonly news: readonly number[] }

/** The pairs that follow one another in both: first what is the same, then between those what is most alike, then what stands alone. */
export function pairsInOrder(before: readonly Likely[], after: readonly Likely[]): Pairing {
	const pairs = samePairs(before, after)
	fillGaps(before, after, pairs)
	return pairs
}

/** The same with what was moved: what is the same goes before what is only alike, wherever it stands. */
export function pairsAnywhere(before: readonly Likely[], after: readonly Likely[]): Pairing {
	const pairs = samePairs(before, after)
	const taken = new Set(pairs)
	const places = Map.groupBy(
		before.flatMap(({ key }, place) => (taken.has(place) ? [] : [{ key, place }])).reverse(),
		({ key }) => key,
	)
	for (const [place, { key, words }] of after.entries()) {
		if (pairs[place] !== -1 || !places.has(key) || words().size === 0) continue
		pairs[place] = places.get(key)?.pop()?.place ?? -1
	}
	fillGaps(before, after, pairs)
	pairMoved(before, after, pairs)
	return pairs
}

function samePairs(before: readonly Likely[], after: readonly Likely[]): Pairing {
	const pairs = new Int32Array(after.length).fill(-1)
	const stretches = stretchesBetween(
		before.map(({ key }) => key),
		after.map(({ key }) => key),
	)
	let [x, y] = [0, 0]
	for (const { from, to, at, end } of [...stretches, { from: before.length, to: 0, at: after.length, end: 0 }]) {
		for (; x < from && y < at; x += 1, y += 1) pairs[y] = x
		;[x, y] = [to, end]
	}
	return pairs
}

/** What is unpaired, between pairs that follow one another. */
function gapsOf(before: readonly Likely[], pairs: Pairing): Gap[] {
	const taken = new Set(pairs)
	const gaps: Gap[] = []
	let [x, news] = [0, [] as number[]]
	const close = (until: number) => {
		const olds: number[] = []
		for (; x < until; x += 1) if (!taken.has(x)) olds.push(x)
		if (olds.length > 0 && news.length > 0) gaps.push({ olds, news })
		news = []
	}
	for (const [place, pair] of pairs.entries()) {
		if (pair === -1) news.push(place)
		else if (pair >= x) {
			close(pair)
			x = pair + 1
		}
	}
	close(before.length)
	return gaps
}

function fillGaps(before: readonly Likely[], after: readonly Likely[], pairs: Pairing): void {
	for (const gap of gapsOf(before, pairs)) {
		const found = gap.olds.length * gap.news.length > PAIRS ? nearest(before, after, gap) : likest(before, after, gap)
		for (const [old, place] of found) pairs[place] = old
	}
	for (const { olds, news } of gapsOf(before, pairs)) {
		const [old, place] = [olds[0] ?? -1, news[0] ?? -1]
		const alone = olds.length === 1 && news.length === 1
		if (alone && before[old]?.sort === after[place]?.sort) pairs[place] = old
	}
}

/** The pairs in order that have most in common together. */
function likest(before: readonly Likely[], after: readonly Likely[], { olds, news }: Gap): [number, number][] {
	const width = news.length + 1
	const best = new Float64Array((olds.length + 1) * width)
	const alike = new Float64Array(olds.length * width)
	const get = (values: Float64Array, x: number, y: number) => values[x * width + y] ?? 0
	for (let x = olds.length - 1; x >= 0; x -= 1) {
		for (let y = news.length - 1; y >= 0; y -= 1) {
			const [one, other] = [before[olds[x] ?? -1], after[news[y] ?? -1]]
			const same = one && other ? likeness(one, other) : 0
			alike[x * width + y] = same
			const taken = same < ALIKE ? 0 : same + get(best, x + 1, y + 1)
			best[x * width + y] = Math.max(taken, get(best, x + 1, y), get(best, x, y + 1))
		}
	}
	const found: [number, number][] = []
	for (let x = 0, y = 0; x < olds.length && y < news.length; ) {
		const here = get(best, x, y)
		const same = get(alike, x, y)
		if (same >= ALIKE && here === same + get(best, x + 1, y + 1)) {
			found.push([olds[x] ?? -1, news[y] ?? -1])
			x += 1
			y += 1
		} else if (here === get(best, x + 1, y)) x += 1
		else y += 1
	}
	return found
}

/** Pairs in order, where there are too many to compare all: each with the most alike of those that come next. */
function nearest(before: readonly Likely[], after: readonly Likely[], { olds, news }: Gap): [number, number][] {
	const found: [number, number][] = []
	let x = 0
	for (const place of news) {
		let [most, which] = [ALIKE, -1]
		for (let ahead = x; ahead < Math.min(olds.length, x + NEAR); ahead += 1) {
			const [one, other] = [before[olds[ahead] ?? -1], after[place]]
			const same = one && other ? likeness(one, other) : 0
			if (same > most) [most, which] = [same, ahead]
		}
		if (which < 0) continue
		found.push([olds[which] ?? -1, place])
		x = which + 1
	}
	return found
}

/** What was both moved and reworded. */
function pairMoved(before: readonly Likely[], after: readonly Likely[], pairs: Pairing): void {
	const taken = new Set(pairs)
	const olds = before.flatMap((_, place) => (taken.has(place) ? [] : [place]))
	const news = after.flatMap((_, place) => (pairs[place] === -1 ? [place] : []))
	if (olds.length * news.length > PAIRS) return
	const all = news.flatMap((place) =>
		olds.flatMap((old) => {
			const [one, other] = [before[old], after[place]]
			const same = one && other ? likeness(one, other) : 0
			return same < ALIKE_ELSEWHERE ? [] : [{ old, place, same }]
		}),
	)
	for (const { old, place } of all.sort(
		(one, other) => other.same - one.same || one.place - other.place || one.old - other.old,
	)) {
		if (pairs[place] !== -1 || taken.has(old)) continue
		pairs[place] = old
		taken.add(old)
	}
}

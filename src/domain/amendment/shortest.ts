import { longestRise } from '#domain/kernel/longest-rise.ts'

/** A stretch of one sequence that became a stretch of another; either may be empty. Ends are past the last. */
export type Stretch = { readonly from: number; readonly to: number; readonly at: number; readonly end: number }

/** Most that may come or go between two places that are surely the same, before all between them is one change. */
const MOST = 300

/**
 * Where two sequences differ, as little as can be. Time is in proportion to their length: where they differ in more than `MOST`
 * places they are first cut at what stands once in each.
 */
export function stretchesBetween(before: readonly string[], after: readonly string[]): Stretch[] {
	const whole = trimmed(before, after, { from: 0, to: before.length, at: 0, end: after.length })
	if (whole.from === whole.to && whole.at === whole.end) return []
	const found = shortest(before, after, whole)
	if (found !== null) return found
	return cut(before, after, whole).flatMap((part) => {
		const inner = trimmed(before, after, part)
		if (inner.from === inner.to && inner.at === inner.end) return []
		return shortest(before, after, inner) ?? [inner]
	})
}

/** Without what is the same at both ends. */
function trimmed(before: readonly string[], after: readonly string[], { from, to, at, end }: Stretch): Stretch {
	while (from < to && at < end && before[from] === after[at]) {
		from += 1
		at += 1
	}
	while (to > from && end > at && before[to - 1] === after[end - 1]) {
		to -= 1
		end -= 1
	}
	return { from, to, at, end }
}

/** The parts between what stands once in each stretch, in the same order in both. */
function cut(before: readonly string[], after: readonly string[], { from, to, at, end }: Stretch): Stretch[] {
	const ours = onceIn(before, from, to)
	const theirs = onceIn(after, at, end)
	const shared = [...ours].flatMap(([text, place]) => {
		const there = theirs.get(text)
		return there === undefined ? [] : [{ place, there }]
	})
	const parts: Stretch[] = []
	let [x, y] = [from, at]
	for (const { place, there } of longestRise(shared, (each) => each.there)) {
		parts.push({ from: x, to: place, at: y, end: there })
		x = place + 1
		y = there + 1
	}
	return [...parts, { from: x, to, at: y, end }]
}

function onceIn(items: readonly string[], from: number, to: number): Map<string, number> {
	const places = new Map<string, number>()
	for (let place = from; place < to; place += 1) {
		const item = items[place] ?? ''
		places.set(item, places.has(item) ? -1 : place)
	}
	for (const [item, place] of places) if (place < 0) places.delete(item)
	return places
}

/** Myers, "An O(ND) Difference Algorithm"; null when more than `MOST` would have to come or go. */
function shortest(before: readonly string[], after: readonly string[], stretch: Stretch): Stretch[] | null {
	const [width, height] = [stretch.to - stretch.from, stretch.end - stretch.at]
	if (width === 0 || height === 0) return [stretch]
	const most = Math.min(MOST, width + height)
	const middle = most + 1
	const furthest = new Int32Array(2 * most + 3)
	const rounds: Int32Array[] = []
	for (let edits = 0; edits <= most; edits += 1) {
		rounds.push(furthest.slice(middle - edits - 1, middle + edits + 2))
		for (let lead = -edits; lead <= edits; lead += 2) {
			const came =
				lead === -edits || (lead !== edits && at(furthest, middle + lead - 1) < at(furthest, middle + lead + 1))
			let x = came ? at(furthest, middle + lead + 1) : at(furthest, middle + lead - 1) + 1
			let y = x - lead
			while (x < width && y < height && before[stretch.from + x] === after[stretch.at + y]) {
				x += 1
				y += 1
			}
			furthest[middle + lead] = x
			if (x >= width && y >= height) return walkedBack(rounds, width, height, stretch)
		}
	}
	return null
}

const at = (values: Int32Array, index: number): number => values[index] ?? 0

/** The stretches, found from the end. Round n holds how far each lead from -n-1 to n+1 had come. */
function walkedBack(
	rounds: readonly Int32Array[],
	width: number,
	height: number,
	{ from, at: start }: Stretch,
): Stretch[] {
	const found: Stretch[] = []
	let [x, y] = [width, height]
	let open: { to: number; end: number } | null = null
	const close = () => {
		if (open !== null) found.push({ from: from + x, to: from + open.to, at: start + y, end: start + open.end })
		open = null
	}
	for (let edits = rounds.length - 1; edits >= 0; edits -= 1) {
		const furthest = rounds[edits] ?? new Int32Array()
		const lead = x - y
		const place = lead + edits + 1
		const came = lead === -edits || (lead !== edits && at(furthest, place - 1) < at(furthest, place + 1))
		const before = edits === 0 ? 0 : came ? at(furthest, place + 1) : at(furthest, place - 1) + 1
		if (x > before) close()
		y -= x - before
		x = before
		if (edits === 0) break
		open ??= { to: x, end: y }
		if (came) y -= 1
		else x -= 1
	}
	close()
	return found.reverse()
}

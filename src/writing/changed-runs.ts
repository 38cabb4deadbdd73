/** A stretch of a text, and what it says. */
export type Run = { readonly says: string; readonly from: number; readonly to: number }

type Change = {
	readonly from: number
	readonly to: number
	readonly by: { readonly from: number; readonly to: number }
}

/** Most pairs that are compared; past that all from the first difference to the last is one change. */
const PAIRS = 1_000_000

/** Which stretches of one text are other stretches of the other: as few as can be, in their order. */
export function changedRuns(one: readonly Run[], other: readonly Run[]): Change[] {
	let start = 0
	while (start < one.length && start < other.length && one[start]?.says === other[start]?.says) start += 1
	let end = 0
	const least = Math.min(one.length, other.length) - start
	while (end < least && one.at(-1 - end)?.says === other.at(-1 - end)?.says) end += 1
	const kept = keptPairs(one.slice(start, one.length - end), other.slice(start, other.length - end))
	const changes: Change[] = []
	let [left, right] = [start, start]
	for (const pair of [...kept, { left: one.length - end - start, right: other.length - end - start }]) {
		const [nextLeft, nextRight] = [pair.left + start, pair.right + start]
		if (nextLeft > left || nextRight > right) {
			changes.push({
				...stretch(one, left, nextLeft),
				by: stretch(other, right, nextRight),
			})
		}
		left = nextLeft + 1
		right = nextRight + 1
	}
	return changes
}

function stretch(runs: readonly Run[], first: number, after: number): { readonly from: number; readonly to: number } {
	const from = runs[first]?.from ?? runs.at(-1)?.to ?? 0
	return { from, to: after > first ? (runs[after - 1]?.to ?? from) : from }
}

/** The longest series of runs that both have, in the same order. */
function keptPairs(one: readonly Run[], other: readonly Run[]): { readonly left: number; readonly right: number }[] {
	if (one.length === 0 || other.length === 0 || one.length * other.length > PAIRS) return []
	const width = other.length + 1
	const longest = new Uint32Array((one.length + 1) * width)
	const at = (left: number, right: number): number => longest[left * width + right] ?? 0
	for (let left = one.length - 1; left >= 0; left -= 1) {
		for (let right = other.length - 1; right >= 0; right -= 1) {
			const isSame = one[left]?.says === other[right]?.says
			longest[left * width + right] = isSame
				? at(left + 1, right + 1) + 1
				: Math.max(at(left + 1, right), at(left, right + 1))
		}
	}
	const pairs: { left: number; right: number }[] = []
	let [left, right] = [0, 0]
	while (left < one.length && right < other.length) {
		if (one[left]?.says === other[right]?.says) {
			pairs.push({ left, right })
			left += 1
			right += 1
		} else if (at(left + 1, right) >= at(left, right + 1)) left += 1
		else right += 1
	}
	return pairs
}

/** A card and where it wants to be: beside what it is about. Pixels from the top of the margin. */
export type Wanting = { readonly height: number; readonly wants: number }

/** Between two cards. Pixels. */
const GAP = 12

/**
 * Where cards stand in the margin, in the order of the text, none over another. Each is where it wants to be or below; the one that is
 * looked at is there exactly, where there is room for those before it.
 */
export function placed(cards: readonly Wanting[], here: number): number[] {
	const tops: number[] = []
	let free = 0
	for (const { height, wants } of cards) {
		const top = Math.max(free, wants)
		tops.push(top)
		free = top + height + GAP
	}
	const looked = cards[here]
	if (!looked) return tops
	// Those before it give way upwards, as far as there is room.
	const least = cards.slice(0, here).reduce((sum, { height }) => sum + height + GAP, 0)
	let top = Math.max(looked.wants, least)
	if (top >= (tops[here] ?? 0)) return tops
	tops[here] = top
	for (let index = here - 1; index >= 0; index -= 1) {
		top = Math.min(tops[index] ?? 0, top - GAP - (cards[index]?.height ?? 0))
		tops[index] = top
	}
	free = (tops[here] ?? 0) + looked.height + GAP
	for (let index = here + 1; index < cards.length; index += 1) {
		tops[index] = Math.max(free, cards[index]?.wants ?? 0)
		free = (tops[index] ?? 0) + (cards[index]?.height ?? 0) + GAP
	}
	return tops
}

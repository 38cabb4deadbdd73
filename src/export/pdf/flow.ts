import { PAGE } from './sheet.ts'

/** A text of many pages takes a second, in which readers of public pages would wait. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** What stands on one line, over the whole width of the text, and is never parted. Heights are points. */
export type Strip = {
	readonly height: number
	/** Above it, but not at the head of a page. */
	readonly space: number
	/** It stands on the same page as the next. */
	readonly withNext: boolean
	/** Drawn with its upper edge at `y`, counted from the top of the page. */
	readonly draw: (y: number) => void
	/** Drawn once more at the head of a page that begins with this strip. */
	readonly again?: { readonly height: number; readonly draw: (y: number) => void }
}

const ROOM = PAGE.height - PAGE.top - PAGE.bottom

/**
 * Sets strips below one another, on as many pages as they need. `turn` begins a page. `from`: where the first page has room. Between
 * pages others go first who have waited meanwhile.
 */
export async function setPages(strips: readonly Strip[], turn: () => void, from: number): Promise<void> {
	const end = PAGE.height - PAGE.bottom
	let y = from
	let first = false
	for (let at = 0; at < strips.length; ) {
		const group = groupFrom(strips, at)
		const height = heightOf(group, first)
		// What is taller than a page is parted where it has to be.
		const parted = height > ROOM
		if (!parted && y + height > end) {
			await pause()
			turn()
			y = PAGE.top
			first = true
		}
		for (const strip of group) {
			if (parted && y + strip.space + strip.height > end) {
				turn()
				y = PAGE.top
				first = true
			}
			if (first && strip.again) {
				strip.again.draw(y)
				y += strip.again.height
			}
			y += first ? 0 : strip.space
			strip.draw(y)
			y += strip.height
			first = false
		}
		at += group.length
	}
}

/** The strips from one on that stand together. */
function groupFrom(strips: readonly Strip[], from: number): readonly Strip[] {
	let to = from
	while (strips[to]?.withNext && to + 1 < strips.length) to += 1
	return strips.slice(from, to + 1)
}

function heightOf(group: readonly Strip[], first: boolean): number {
	return group.reduce((sum, { space, height }, index) => sum + (first && index === 0 ? 0 : space) + height, 0)
}

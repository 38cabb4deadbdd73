/** A point in pixels, from the upper left. */
export type Point = readonly [x: number, y: number]

/** How much of each pixel is covered, 0 to 1, row by row. */
export type Ink = {
	/** Adds the outline of a shape: each point is joined to the next, and the last to the first. */
	readonly add: (outline: readonly Point[]) => void
	readonly covered: () => Float32Array
}

/**
 * Fills shapes without jagged edges. Each edge leaves in the pixels of its row by how much what is right of it is covered more, or less
 * where it goes the other way; the sum from the left is what is covered (as font-rs by Raph Levien does).
 */
export function inkOf(width: number, height: number): Ink {
	const change = new Float32Array(width * height + 2)
	const within = (x: number) => Math.min(Math.max(x, 0), width - 1)

	const edge = ([fromX, fromY]: Point, [toX, toY]: Point) => {
		if (fromY === toY) return
		const down = fromY < toY
		const [top, bottom] = down ? [fromY, toY] : [toY, fromY]
		const [topX, bottomX] = down ? [fromX, toX] : [toX, fromX]
		const slope = (bottomX - topX) / (bottom - top)
		for (let row = Math.max(0, Math.floor(top)); row < Math.min(height, Math.ceil(bottom)); row += 1) {
			const [start, end] = [Math.max(row, top), Math.min(row + 1, bottom)]
			const [one, other] = [topX + (start - top) * slope, topX + (end - top) * slope].map(within)
			cross(
				row * width,
				Math.min(one ?? 0, other ?? 0),
				Math.max(one ?? 0, other ?? 0),
				(end - start) * (down ? 1 : -1),
			)
		}
	}

	/** An edge within a row, from `left` to `right`, that covers `share` of what lies to the right of it. */
	const cross = (row: number, left: number, right: number, share: number) => {
		const [first, last] = [Math.floor(left), Math.floor(right)]
		let before = 0
		for (let column = first; column <= last; column += 1) {
			const upTo = Math.min(column + 1, right)
			// What lies left of the edge in this column, as a share of the row's height: a trapezium, then all that was crossed before.
			const from = Math.max(column, left)
			const crossed = right === left ? 1 : (upTo - left) / (right - left)
			const earlier = right === left ? 0 : (from - left) / (right - left)
			const covered = (crossed - earlier) * (column + 1 - (from + upTo) / 2) + earlier
			add(row + column, share * (covered - before))
			before = covered
		}
		add(row + last + 1, share * (1 - before))
	}

	const add = (at: number, amount: number) => {
		change[at] = (change[at] ?? 0) + amount
	}

	return {
		add: (outline) => {
			for (const [index, point] of outline.entries()) edge(point, outline[(index + 1) % outline.length] ?? point)
		},
		covered: () => {
			const covered = new Float32Array(width * height)
			let sum = 0
			for (let at = 0; at < covered.length; at += 1) {
				sum += change[at] ?? 0
				covered[at] = Math.min(1, Math.abs(sum))
			}
			return covered
		},
	}
}

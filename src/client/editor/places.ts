import type { EditorView } from 'prosemirror-view'

/** How near to an edge of what is seen of the text a pointer makes it scroll, and how fast at most. Pixels, and those of a frame. */
const EDGE = 64
const FASTEST = 16

/** What the blocks of the text are drawn as, in their order. */
export const blockElements = (view: EditorView): Element[] =>
	[...view.dom.children].filter((each) => !each.classList.contains('ProseMirror-widget'))

/** Where the middle of a block's first line is, from the upper edge of the window. */
export function middleOfFirstLine(element: Element): number {
	const { top, height } = element.getBoundingClientRect()
	const { lineHeight, paddingBlockStart } = getComputedStyle(element)
	const line = Number.parseFloat(lineHeight) || height
	return top + (Number.parseFloat(paddingBlockStart) || 0) + Math.min(line, height) / 2
}

/** Of these gaps between blocks the one that is nearest, and where it is, from the upper edge of the window. */
export function closestGap(
	elements: readonly Element[],
	gaps: readonly number[],
	y: number,
): { readonly index: number; readonly y: number } {
	const rects = elements.map((each) => each.getBoundingClientRect())
	const yOf = (gap: number) => {
		const above = rects[gap - 1]?.bottom
		const below = rects[gap]?.top
		if (above === undefined) return (below ?? 0) - 6
		return below === undefined ? above + 6 : (above + below) / 2
	}
	const places = gaps.map((index) => ({ index, y: yOf(index) }))
	return places.reduce((best, each) => (Math.abs(each.y - y) < Math.abs(best.y - y) ? each : best), {
		index: -1,
		y: Number.POSITIVE_INFINITY,
	})
}

/** What of the window shows the text: not what the tools stand before, above it or, on a phone, below. */
export function bounds(sheet: HTMLElement): { readonly top: number; readonly bottom: number } {
	const seen = window.visualViewport?.height ?? innerHeight
	const tools = sheet.closest('#editor')?.querySelector('.top')?.getBoundingClientRect()
	if (!tools) return { top: 0, bottom: seen }
	return tools.top > seen / 2 ? { top: 0, bottom: tools.top } : { top: Math.max(0, tools.bottom), bottom: seen }
}

/** How far to scroll in a frame while the pointer is there. */
export function scrollingAt(y: number, { top, bottom }: ReturnType<typeof bounds>): number {
	if (y < top + EDGE) return -Math.ceil(Math.min(1, (top + EDGE - y) / EDGE) * FASTEST)
	if (y > bottom - EDGE) return Math.ceil(Math.min(1, (y - bottom + EDGE) / EDGE) * FASTEST)
	return 0
}

/** Does something in every frame for as long as it says that there is more to do. */
export function pullAt(act: () => boolean): { readonly start: () => void; readonly stop: () => void } {
	let frame = 0
	const run = () => {
		frame = act() ? requestAnimationFrame(run) : 0
	}
	return {
		start: () => {
			if (frame === 0) frame = requestAnimationFrame(run)
		},
		stop: () => {
			cancelAnimationFrame(frame)
			frame = 0
		},
	}
}

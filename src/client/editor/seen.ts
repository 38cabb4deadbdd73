import type { EditorView } from 'prosemirror-view'
import { bounds } from './places.ts'

/** What stays between the line that is written in and the edge of what is seen. Pixels. */
const AIR = 24

/** Keeps an element that stands at the lower edge of the window above the keyboard of a phone, which browsers put over it. */
export function aboveKeyboard(element: HTMLElement): void {
	const seen = window.visualViewport
	if (!seen) return
	const place = () => {
		const hidden = seen.scale > 1.01 ? 0 : document.documentElement.clientHeight - seen.height - seen.offsetTop
		element.style.setProperty('--keyboard', `${Math.max(0, Math.round(hidden))}px`)
	}
	seen.addEventListener('resize', place)
	seen.addEventListener('scroll', place)
	place()
}

/** Brings the cursor to where nothing stands before it: the tools are over the text, and browsers do not count them. */
export function showCursor(view: EditorView, sheet: HTMLElement): boolean {
	const { top, bottom } = view.coordsAtPos(view.state.selection.head)
	const seen = bounds(sheet)
	if (top < seen.top + AIR / 2) scrollBy(0, top - seen.top - AIR)
	else if (bottom > seen.bottom - AIR / 2) scrollBy(0, bottom - seen.bottom + AIR)
	return true
}

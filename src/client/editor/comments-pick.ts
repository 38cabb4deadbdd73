import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { button } from './dom.ts'

/** Between what is selected and the button. Pixels. */
const GAP = 8

/** A button that appears under what is selected, for fingers and mice; keys have a shortcut and the toolbar. */
export function pickButton(view: EditorView, label: string, press: () => void) {
	const element = button(label, press, 'button secondary')
	element.classList.add('pick')
	element.tabIndex = -1
	element.hidden = true
	// What is selected stays so while it is pressed.
	element.addEventListener('mousedown', (event) => event.preventDefault())
	const update = () => {
		const { selection } = view.state
		const isShown = selection instanceof TextSelection && !selection.empty && view.hasFocus()
		element.hidden = !isShown
		const around = element.offsetParent
		if (!isShown || !around) return
		const [place, frame] = [view.coordsAtPos(selection.to, -1), around.getBoundingClientRect()]
		const most = Math.max(0, frame.width - element.offsetWidth)
		element.style.insetBlockStart = `${place.bottom - frame.top + GAP}px`
		element.style.insetInlineStart = `${Math.min(most, Math.max(0, place.left - frame.left - element.offsetWidth / 2))}px`
	}
	view.dom.addEventListener('focus', update)
	view.dom.addEventListener('blur', () => {
		element.hidden = true
	})
	return { element, update }
}

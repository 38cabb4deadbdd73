import { inFront, make } from './dom.ts'

export type Item = {
	readonly label: string
	readonly act: () => void
	/** Of one of several, whether it is the one. */
	readonly chosen?: boolean
}

/**
 * A button that opens a list of what can be done. `items`: as things stand when it is opened. Arrow keys go through them, Esc closes
 * it, and the focus comes back to the button where nothing else takes it.
 */
export function menuButton(label: string, items: () => readonly Item[]): HTMLButtonElement {
	const menu = make('div', { className: 'menu', popover: 'auto', aria: { role: 'menu', 'aria-label': label } })
	const opener = make(
		'button',
		{ type: 'button', aria: { 'aria-haspopup': 'menu', 'aria-expanded': 'false' } },
		make('span', {}, label),
	)
	const show = () => {
		const made = items().map(({ label: name, act, chosen }) => {
			const role = chosen === undefined ? 'menuitem' : 'menuitemradio'
			const item = make('button', { type: 'button', tabIndex: -1, aria: { role } }, name)
			if (chosen !== undefined) item.setAttribute('aria-checked', String(chosen))
			item.addEventListener('click', () => {
				menu.hidePopover()
				act()
			})
			return item
		})
		menu.replaceChildren(...made)
		inFront().appendChild(menu)
		menu.showPopover()
		const { left, top, bottom } = opener.getBoundingClientRect()
		const below = bottom + 4
		const above = top - menu.offsetHeight - 4
		const seen = window.visualViewport?.height ?? innerHeight
		const fits = below + menu.offsetHeight <= seen - 8
		menu.style.insetInlineStart = `${Math.max(8, Math.min(left, innerWidth - menu.offsetWidth - 8))}px`
		menu.style.insetBlockStart = `${fits ? below : Math.max(8, above)}px`
		const chosen = made.find((item) => item.getAttribute('aria-checked') === 'true')
		;(chosen ?? made[0])?.focus()
	}
	menu.addEventListener('toggle', () => {
		const isOpen = menu.matches(':popover-open')
		opener.setAttribute('aria-expanded', String(isOpen))
		if (!isOpen) menu.remove()
	})
	menu.addEventListener('keydown', (event) => {
		const all = [...menu.querySelectorAll('button')]
		const at = all.indexOf(document.activeElement as HTMLButtonElement)
		const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
		if (event.key === 'Tab' || event.key === 'Escape') {
			menu.hidePopover()
			opener.focus()
			event.preventDefault()
		}
		if (to === undefined) return
		event.preventDefault()
		all.at(to % all.length)?.focus()
	})
	opener.addEventListener('click', () => {
		if (menu.matches(':popover-open')) menu.hidePopover()
		else show()
	})
	opener.addEventListener('keydown', (event) => {
		if (event.key !== 'ArrowDown') return
		event.preventDefault()
		show()
	})
	return opener
}

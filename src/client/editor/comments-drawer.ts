import { make } from './dom.ts'

export type DrawerOf = {
	readonly margin: HTMLElement
	readonly close: HTMLElement
	readonly title: string
	/** Whether there is room for a margin. */
	readonly wide: MediaQueryList
	readonly opened: () => void
	/** What is gone to first. */
	readonly first: () => HTMLElement | null
	/** Gives the focus back to the text. */
	readonly left: () => void
}

/** Where there is no room for a margin, what is said beside the text is behind a button. */
export function drawer({ margin, close, title, wide, opened, first, left }: DrawerOf) {
	// How much is said is asked for, and may not be answered.
	const toggle = make('button', { type: 'button', className: 'toggle', aria: { 'aria-expanded': 'false' } }, title)

	function open(): void {
		// In the margin it is there already.
		if (wide.matches) return
		margin.dataset.open = ''
		toggle.setAttribute('aria-expanded', 'true')
		opened()
	}

	function shut(): void {
		delete margin.dataset.open
		toggle.setAttribute('aria-expanded', 'false')
	}

	toggle.addEventListener('click', () => {
		if (margin.dataset.open !== undefined) return shut()
		open()
		const card = first()
		;(card ?? close).focus()
		card?.scrollIntoView({ block: 'nearest' })
	})
	margin.addEventListener('keydown', (event) => {
		if (event.key !== 'Escape') return
		const isOpen = margin.dataset.open !== undefined
		shut()
		if (isOpen) toggle.focus()
		else left()
	})
	return { toggle, open, shut }
}

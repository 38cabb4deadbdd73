import { button, inFront, make } from './dom.ts'

type Choice<Value> = {
	readonly label: string
	readonly value: Value
	readonly look?: 'button' | 'button secondary' | 'button danger'
}

let count = 0

/** A window in front of the text, which Esc closes. It gives the focus back. */
export function opened(title: string, ...content: readonly (Node | string)[]): HTMLDialogElement {
	count += 1
	const id = `dialog-${count}`
	const dialog = make(
		'dialog',
		{ className: 'ask', aria: { 'aria-labelledby': id } },
		make('h2', { id, tabIndex: -1 }, title),
		...content,
	)
	dialog.addEventListener('close', () => dialog.remove())
	inFront().appendChild(dialog)
	dialog.showModal()
	return dialog
}

/**
 * Asks, and waits for an answer; undefined: it was closed without one. The focus begins at the title: it may open while somebody types, whose next blank
 * or Enter is no answer.
 */
export function asked<Value>(
	title: string,
	content: readonly (Node | string)[],
	choices: readonly Choice<Value>[],
): Promise<Value | undefined> {
	return new Promise((resolve) => {
		let chosen: Value | undefined
		const buttons = choices.map(({ label, value, look }) =>
			button(
				label,
				() => {
					chosen = value
					dialog.close()
				},
				look,
			),
		)
		const dialog = opened(title, ...content, make('div', { className: 'row' }, ...buttons))
		dialog.querySelector('h2')?.focus()
		dialog.addEventListener('close', () => resolve(chosen))
	})
}

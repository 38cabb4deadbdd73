import { button, make } from './dom.ts'

type Answer = { readonly label: string; readonly act?: () => void }

/** A place above the text for what whoever writes is to know, each until they have answered it. `after`: each answer. */
export function noticePlace(after: () => void) {
	const element = make('div', { className: 'told', hidden: true, aria: { role: 'status' } })
	let passing: HTMLElement | null = null

	function answered(part: HTMLElement, act?: () => void): void {
		part.remove()
		element.hidden = element.childElementCount === 0
		act?.()
		after()
	}

	return {
		element,
		/**
		 * `quoted`: text of theirs that it is about. The last answer does nothing more than close it. What nothing depends on gives way to the
		 * next of its kind; what offers something stays beside it.
		 */
		show: (lines: readonly string[], answers: readonly Answer[], quoted: readonly string[] = []) => {
			const part = make(
				'div',
				{},
				...lines.map((line) => make('p', {}, line)),
				...quoted.map((text) => make('blockquote', {}, text)),
			)
			const buttons = answers.map(({ label, act }, at) =>
				button(label, () => answered(part, act), at === answers.length - 1 ? 'button secondary' : 'button'),
			)
			part.appendChild(make('div', { className: 'row' }, ...buttons))
			if (answers.length === 1 && quoted.length === 0) {
				passing?.remove()
				passing = part
			}
			element.appendChild(part)
			element.hidden = false
		},
	}
}

import { button, make } from './dom.ts'

type Answer = { readonly label: string; readonly act?: () => void }

/** A place above the text for what whoever writes is to know, until they have answered. `after`: each answer. */
export function noticePlace(after: () => void) {
	const element = make('div', { className: 'told', hidden: true, aria: { role: 'status' } })
	const answered = (act?: () => void) => () => {
		element.hidden = true
		act?.()
		after()
	}
	return {
		element,
		/** `quoted`: text of theirs that it is about. The last answer does nothing more than close it. */
		show: (lines: readonly string[], answers: readonly Answer[], quoted: readonly string[] = []) => {
			const buttons = answers.map(({ label, act }, at) =>
				button(label, answered(act), at === answers.length - 1 ? 'button secondary' : 'button'),
			)
			element.replaceChildren(
				...lines.map((line) => make('p', {}, line)),
				...quoted.map((text) => make('blockquote', {}, text)),
				make('div', { className: 'row' }, ...buttons),
			)
			element.hidden = false
		},
	}
}

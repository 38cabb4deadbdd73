import type { EditorWords } from '#i18n/editor.ts'
import { opened } from './dialogs.ts'
import { button, make } from './dom.ts'

/** What the keys do, in a window in front of the text. `after`: it was closed. */
export function openHelp(words: EditorWords, after: () => void): void {
	const lines = words.keys.flatMap(([typing, what]) => [
		make('dt', {}, make('code', { className: 'as-typed' }, typing)),
		make('dd', {}, what),
	])
	const close = button(words.pasted.close, () => dialog.close(), 'button secondary')
	const dialog = opened(words.keysTitle, make('dl', { className: 'written-so' }, ...lines), close)
	dialog.querySelector('h2')?.focus()
	dialog.addEventListener('close', after)
}

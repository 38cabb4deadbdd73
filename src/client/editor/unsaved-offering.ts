import type { UnsavedWords } from '#i18n/unsaved.ts'
import { button, make } from './dom.ts'
import { answer, keptOf, whoIsHere } from './kept.ts'

/** Where the pages of the text are, and which it is. */
type Where = { readonly text: string; readonly id: string }

/** A link on the page to a page of the text. Where there is none, it is not for this person. */
const leadsTo = (path: string): boolean => [...document.links].some(({ pathname }) => pathname === path)

/** Keeps words for the field of a comment, which offers them as it offers what was typed into it, and what is kept there already after them. */
function keepForComment(id: string, words: string): void {
	const key = `samsvar:comment-${id}-${whoIsHere()}`
	const before: { text: string; earlier?: readonly object[] } | null = JSON.parse(localStorage.getItem(key) ?? 'null')
	const { earlier = [], ...last } = before ?? { text: words }
	const others = last.text === words ? earlier : [last, ...earlier]
	localStorage.setItem(key, JSON.stringify({ text: words, at: Date.now(), earlier: others }))
}

/** What did not come in, with what can be done with it. */
export function offering(t: UnsavedWords, parts: readonly string[], { text, id }: Where): HTMLElement {
	const words = parts.join('\n\n')
	const told = make('p', { aria: { role: 'status' } })
	const acts = make('div', { className: 'actions' })
	const element = make(
		'section',
		{ className: 'notice warning', aria: { 'aria-labelledby': 'unsaved' } },
		make(
			'div',
			{},
			make('h2', { id: 'unsaved' }, t.title),
			make('p', {}, t.why),
			...parts.map((part) => make('blockquote', { className: 'as-typed' }, part)),
			acts,
			told,
		),
	)

	async function copy(): Promise<void> {
		try {
			await navigator.clipboard.writeText(words)
			told.textContent = t.copied
		} catch {
			told.textContent = t.notCopied
		}
	}

	function comment(): void {
		keepForComment(id, words)
		location.assign(`${text}/comments/new`)
	}

	function askToDrop(): void {
		const keep = button(t.keep, () => show(true), 'button secondary')
		acts.replaceChildren(make('p', {}, t.sure), button(t.drop.confirm, drop, 'button danger'), keep)
		keep.focus()
	}

	function drop(): void {
		for (const kept of keptOf(id)) answer(id, kept, 'drop')
		element.replaceChildren(make('p', { tabIndex: -1, aria: { role: 'status' } }, t.dropped))
	}

	function show(isBack: boolean): void {
		const away = button(t.drop.ask, askToDrop, 'button secondary')
		const open = make('a', { href: `${text}/editor`, className: 'button' }, t.open)
		acts.replaceChildren(
			...(leadsTo(`${text}/editor`) ? [open] : []),
			button(t.copy, () => void copy(), 'button secondary'),
			...(leadsTo(`${text}/comments/new`) ? [button(t.comment, comment, 'button secondary')] : []),
			away,
		)
		if (isBack) away.focus()
	}

	show(false)
	return element
}

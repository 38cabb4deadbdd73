import { toggleMark } from 'prosemirror-commands'
import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { EditorWords } from '#i18n/editor.ts'
import { allowedHref } from '#markup/sanitise.ts'
import { schema } from '#writing/schema.ts'
import { opened } from './dialogs.ts'
import { button, make } from './dom.ts'

const { link } = schema.marks

/** Where a link may lead, from what somebody typed: `exempel.se` is on the web, and `a@b.se` a mail address. */
export function addressFrom(typed: string): string | null {
	const text = typed.trim()
	if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return allowedHref(`mailto:${text}`)
	return allowedHref(text) ?? (/^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(text) ? allowedHref(`https://${text}`) : null)
}

/** The stretch of the link that the cursor is in, or what is selected. */
function stretchOf({ state }: EditorView): { readonly from: number; readonly to: number; readonly href: string } {
	const { $from, from, to, empty } = state.selection
	const start = $from.start()
	let at = start
	let found: { from: number; to: number; href: string } | undefined
	for (const node of $from.parent.content.content) {
		const mark = link.isInSet(node.marks)
		const end = at + node.nodeSize
		if (mark && at <= from && end >= to) {
			const href = String(mark.attrs.href)
			found = found?.href === href && found.to === at ? { ...found, to: end } : { from: at, to: end, href }
		}
		at = end
	}
	return found && empty ? found : { from, to, href: found?.href ?? '' }
}

/** Asks for an address. Without a selection the address itself becomes the text. */
export function linkWith(words: EditorWords): Command {
	const t = words.linkTo
	return (state, _dispatch, view) => {
		if (!view || !state.selection.$from.parent.inlineContent) return false
		const { from, to, href } = stretchOf(view)
		const field = make('input', {
			id: 'link-address',
			type: 'text',
			value: href,
			autocomplete: 'off',
			inputMode: 'url',
		})
		field.setAttribute('aria-describedby', 'link-hint')
		const wrong = make('p', { className: 'error', aria: { role: 'alert' } })
		const set = () => {
			const address = addressFrom(field.value)
			if (address === null) {
				wrong.textContent = t.wrong
				field.setAttribute('aria-invalid', 'true')
				return field.focus()
			}
			const tr = view.state.tr
			if (from === to) tr.insert(from, schema.text(field.value.trim(), [link.create({ href: address })]))
			else tr.removeMark(from, to, link).addMark(from, to, link.create({ href: address }))
			dialog.close()
			view.dispatch(tr.removeStoredMark(link))
			view.focus()
		}
		const form = make(
			'form',
			{ method: 'dialog', className: 'form' },
			make('label', { htmlFor: 'link-address' }, t.address),
			make('p', { className: 'hint', id: 'link-hint' }, t.hint),
			wrong,
			field,
			make(
				'div',
				{ className: 'row' },
				make('button', { type: 'submit', className: 'button' }, t.set),
				...(href === ''
					? []
					: [
							button(
								t.remove,
								() => {
									dialog.close()
									view.dispatch(view.state.tr.removeMark(from, to, link))
									view.focus()
								},
								'button secondary',
							),
						]),
				button(words.cancel, () => dialog.close(), 'button secondary'),
			),
		)
		form.addEventListener('submit', (event) => {
			event.preventDefault()
			set()
		})
		const dialog = opened(t.title, form)
		field.select()
		dialog.addEventListener('close', () => view.focus())
		return true
	}
}

export const toggleStrong = toggleMark(schema.marks.strong)
export const toggleEm = toggleMark(schema.marks.em)

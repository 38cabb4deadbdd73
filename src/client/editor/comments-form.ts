import type { BesideWords } from '#i18n/beside.ts'
import type { Speaker } from './comments-asking.ts'
import { button, make } from './dom.ts'
import { ownId } from './ids.ts'

type Way<Name extends string> = { readonly name: Name; readonly label: string }

type FormOf<Name extends string> = {
	readonly words: BesideWords
	readonly label: string
	readonly speakers: readonly Speaker[]
	/** What it can be sent as, the usual first. */
	readonly ways: readonly Way<Name>[]
	readonly text: string
	/** Kept by the browser until it is sent. */
	readonly keep: (text: string) => void
	/** Sends it. A sentence that says why it was not taken; null: it was. */
	readonly send: (way: Name, fields: Readonly<Record<string, string>>) => Promise<string | null>
	readonly closed: () => void
	/** What stands above the field. */
	readonly above?: readonly Node[]
}

export type SayForm = {
	readonly element: HTMLFormElement
	readonly focus: () => void
	readonly isEmpty: () => boolean
	/** Something that is wrong, or nothing. */
	readonly tell: (sentence: string) => void
}

let count = 0

/** A form to say something in. It stays, with what was typed, until what it says has been taken. */
export function sayForm<Name extends string>(of: FormOf<Name>): SayForm {
	const { words, speakers, ways } = of
	count += 1
	const id = `say-${count}`
	/** One for each thing that is said: sent again, it is the same. */
	const key = ownId()
	const field = make('textarea', { id, rows: 3, value: of.text, aria: { 'aria-describedby': `${id}-wrong` } })
	const wrong = make('p', { id: `${id}-wrong`, className: 'error', aria: { role: 'alert' } })
	const tell = (sentence: string) => {
		wrong.textContent = sentence
		if (sentence === '') field.removeAttribute('aria-invalid')
		else field.setAttribute('aria-invalid', 'true')
	}
	const who = make(
		'select',
		{ id: `${id}-as` },
		...speakers.map(({ value, label }) => make('option', { value }, label)),
	)
	let isSending = false
	const send = async (way: Name) => {
		if (isSending) return
		isSending = true
		tell('')
		element.setAttribute('aria-busy', 'true')
		const failed = await of.send(way, { key, as: who.value, text: field.value })
		isSending = false
		element.removeAttribute('aria-busy')
		if (failed === null) {
			of.keep('')
			of.closed()
			return
		}
		tell(failed)
		field.focus()
	}
	const close = () => {
		of.keep('')
		of.closed()
	}
	const element = make(
		'form',
		{ className: 'say' },
		...(of.above ?? []),
		...(speakers.length > 1 ? [make('label', { htmlFor: `${id}-as` }, words.as), who] : []),
		make('label', { htmlFor: id }, of.label),
		field,
		wrong,
		make(
			'div',
			{ className: 'row' },
			...ways.map(({ name, label }, at) =>
				button(label, () => void send(name), at === 0 ? 'button' : 'button secondary'),
			),
			button(words.cancel, close, 'button secondary'),
		),
	)
	element.addEventListener('submit', (event) => event.preventDefault())
	field.addEventListener('input', () => of.keep(field.value))
	element.addEventListener('keydown', (event) => {
		const first = ways[0]
		if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && first) void send(first.name)
		// What was typed is not thrown away by a key.
		if (event.key === 'Escape' && field.value.trim() === '') close()
		else return
		event.stopPropagation()
	})
	return { element, focus: () => field.focus(), isEmpty: () => field.value.trim() === '', tell }
}

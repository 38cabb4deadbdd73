import type { EditorWords } from '#i18n/editor.ts'
import { opened } from './dialogs.ts'
import { button, make } from './dom.ts'
import type { Given } from './given.ts'

export type Position = {
	readonly statementId: string
	readonly number: number
	readonly text: string
	readonly subPoints: readonly string[]
	readonly label: string
	readonly title: string
}

type Choice = { readonly value: string; readonly name: string; readonly count: number }

type Found = {
	readonly positions: readonly Position[]
	readonly more: boolean
	readonly topics: readonly Choice[]
	readonly groups: readonly Choice[]
	readonly levels: readonly Choice[]
}

async function foundAt(path: string, asked: Record<string, string>): Promise<Found | null> {
	try {
		const answer = await fetch(`${path}?${new URLSearchParams(asked)}`)
		const found: unknown = await answer.json()
		return typeof found === 'object' && found !== null && 'positions' in found ? (found as Found) : null
	} catch {
		return null
	}
}

/** Asks which position of the bank is wanted, and hands it on. */
export function openBank(
	{ paths, bank: sorted }: Given,
	words: EditorWords,
	insert: (position: Position) => void,
): void {
	const t = words.bank
	const field = make('input', { id: 'bank-search', type: 'search', autocomplete: 'off' })
	const list = make('ul', { className: 'bank' })
	const told = make('p', { className: 'hint', aria: { role: 'status' } })
	const narrowed = (['topic', 'group', 'level'] as const).map((name) => {
		const select = make('select', { id: `bank-${name}`, onchange: () => void search() })
		const label = make('label', { htmlFor: select.id }, sorted[name].label)
		const element = make('div', { hidden: true }, label, select)
		/** What there is to choose; nothing to choose from is not shown. */
		const offer = (choices: readonly Choice[]) => {
			const chosen = select.value
			const option = (value: string, text: string) => make('option', { value, selected: value === chosen }, text)
			const named = choices.map(({ value, name: called, count }) =>
				option(value, `${sorted[name].names?.[value] ?? called} (${count})`),
			)
			const lost = chosen !== '' && !choices.some(({ value }) => value === chosen) ? [option(chosen, chosen)] : []
			select.replaceChildren(option('', sorted[name].any), ...named, ...lost)
			element.hidden = select.options.length === 1
		}
		return { name, select, element, offer }
	})
	const search = async () => {
		const asked = Object.fromEntries(narrowed.map(({ name, select }) => [name, select.value]))
		const found = await foundAt(paths.positions, { ...asked, search: field.value })
		if (found) for (const each of narrowed) each.offer(found[`${each.name}s`])
		told.textContent = found === null ? t.failed : found.positions.length === 0 ? t.none : found.more ? t.more : ''
		list.replaceChildren(
			...(found?.positions ?? []).map((position) => {
				const name = t.from(position.label, position.number)
				const put = button(t.insert, () => {
					dialog.close()
					insert(position)
				})
				put.setAttribute('aria-label', `${t.insert}: ${name}`)
				const under = position.subPoints.map((text) => make('li', {}, text))
				return make(
					'li',
					{},
					make('blockquote', {}, position.text, ...(under.length > 0 ? [make('ol', { type: 'a' }, ...under)] : [])),
					make('p', { className: 'hint about' }, `${name}: ${position.title}`),
					put,
				)
			}),
		)
	}
	const form = make(
		'form',
		{ className: 'form' },
		make('label', { htmlFor: 'bank-search' }, t.search),
		field,
		make('div', { className: 'row' }, ...narrowed.map(({ element }) => element)),
		make(
			'div',
			{ className: 'row' },
			make('button', { type: 'submit', className: 'button secondary' }, t.doSearch),
			button(words.cancel, () => dialog.close(), 'button secondary'),
		),
	)
	form.addEventListener('submit', (event) => {
		event.preventDefault()
		void search()
	})
	const dialog = opened(t.title, form, told, list)
	dialog.classList.add('wide')
	field.focus()
	void search()
}

/** Puts a position into the text, in the record: there it is known where it came from. Whether it went well. */
export async function insertFromBank(
	{ paths }: Given,
	{ statementId, number }: Position,
	{ key, after }: { readonly key: string; readonly after: string },
): Promise<boolean> {
	const body = new URLSearchParams({ key, source: statementId, number: String(number), after })
	try {
		const answer = await fetch(paths.insert, { method: 'POST', body, redirect: 'manual' })
		return answer.type === 'opaqueredirect' || answer.ok
	} catch {
		return false
	}
}

import { Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Presence } from '#writing/protocol.ts'
import { make } from './dom.ts'

/** Others who are here, by the key of their connection. */
type Here = ReadonlyMap<string, Presence>

const key = new PluginKey<Here>('here')

/** As many looks as the style sheet has. */
const LOOKS = 6

/** Where others are in the text, and what they have selected. */
export const others = new Plugin<Here>({
	key,
	state: {
		init: () => new Map(),
		apply(transaction, here) {
			const told: Here | undefined = transaction.getMeta(key)
			const now = told ?? here
			return transaction.docChanged
				? new Map([...now].map(([name, person]) => [name, moved(person, transaction)]))
				: now
		},
	},
	props: {
		decorations: (state) => {
			const people = [...(key.getState(state)?.values() ?? [])]
			return DecorationSet.create(
				state.doc,
				people.flatMap((person) => marksOf(person, state.doc.content.size)),
			)
		},
	},
})

function moved(person: Presence, { mapping }: Transaction): Presence {
	if (!person.at) return person
	return { ...person, at: { anchor: mapping.map(person.at.anchor, -1), head: mapping.map(person.at.head, -1) } }
}

/** The same person looks the same on every screen. */
const lookOf = (name: string): number => [...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % LOOKS

function marksOf({ key: id, name, at, writes }: Presence, size: number): Decoration[] {
	if (!at || !writes || Math.max(at.anchor, at.head) > size) return []
	const look = `look-${lookOf(name)}`
	const [from, to] = [Math.min(at.anchor, at.head), Math.max(at.anchor, at.head)]
	const caret = () =>
		make(
			'span',
			{ className: `caret ${look}`, aria: { 'aria-hidden': 'true' } },
			make('span', { className: 'who' }, name),
		)
	return [
		Decoration.widget(at.head, caret, { key: `${id} ${name}`, side: 10, ignoreSelection: true }),
		...(from < to ? [Decoration.inline(from, to, { class: `selected ${look}` })] : []),
	]
}

/** Tells the editor who is here now. */
export const withHere = (transaction: Transaction, here: Here): Transaction => transaction.setMeta(key, here)

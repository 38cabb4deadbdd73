import type { EditorView } from 'prosemirror-view'
import { said } from './comments-asking.ts'
import type { About } from './comments-marks.ts'
import { opened } from './dialogs.ts'
import { button, make } from './dom.ts'
import type { Given } from './given.ts'
import { ownId } from './ids.ts'
import { likenessesAt, type Told } from './likeness-asking.ts'

type NotesOf = {
	readonly given: Given
	readonly view: () => EditorView
	/** Said once, to be heard and not seen. */
	readonly say: (what: string) => void
	/** There are other notes than before. */
	readonly changed: () => void
	/** One of them is looked at. */
	readonly look: (id: string) => void
}

/** So long after the last key it is asked: what is typed is in the record after two seconds. Milliseconds. */
const PAUSE_MS = 4_000
/** So often it is asked again where the record has nothing new yet. */
const AGAIN = 2

export type Note = { readonly id: string; readonly blockId: string; readonly element: HTMLElement }

/** Notes beside positions that repeat or contradict adopted ones, the one that each is most like. */
export function likenessNotes({ given, view, say, changed, look }: NotesOf) {
	const { at, words } = given.likenesses
	const notes = new Map<string, Note>()
	/** What each note is told of now: its words may be of a later version than when it was made. */
	const latest = new Map<string, Told>()
	let asked = ''
	let mark = ''
	let timer = 0
	let isFirst = true
	/** Before then it is not asked: it was, too often. */
	let notBefore = 0
	let isWritten = false

	/** What positions say, so that nothing is asked while other things are written. */
	const positions = () =>
		view()
			.state.doc.content.content.filter(({ type }) => type.name === 'position')
			.map(({ textContent }) => textContent)
			.join('\n')

	function later(again: number): void {
		clearTimeout(timer)
		timer = window.setTimeout(() => void ask(again), Math.max(PAUSE_MS, notBefore - Date.now()))
	}

	async function ask(again = 0): Promise<void> {
		const before = positions()
		const answer = await likenessesAt(at)
		if (answer === null) return
		if ('wait' in answer) {
			notBefore = Date.now() + answer.wait
			return later(again)
		}
		if (answer.mark === mark && again > 0) later(again - 1)
		mark = answer.mark
		asked = before
		const isLate = isFirst && isWritten
		take(answer.alike)
		// What was written before the first answer is not in the record yet, or came while it was on its way.
		if (isLate || positions() !== asked) later(AGAIN)
	}

	function take(alike: readonly Told[]): void {
		const fresh: string[] = []
		const seen = new Set<string>()
		for (const told of alike) {
			const id = `like-${told.block}`
			if (seen.has(id)) continue
			seen.add(id)
			latest.set(id, told)
			const element = noteOf(id, told)
			if (notes.get(id)?.element.dataset.what !== told.what) fresh.push(told.what)
			// What is read or pressed stays as it is.
			if (!notes.get(id)?.element.isEqualNode(element)) notes.set(id, { id, blockId: told.block, element })
		}
		const gone = [...notes.keys()].filter((id) => !seen.has(id))
		for (const id of gone) notes.delete(id)
		if (!isFirst && fresh.length > 0) say(fresh.join('. '))
		isFirst = false
		changed()
	}

	function noteOf(id: string, told: Told): HTMLElement {
		const trouble = make('p', { className: 'error', aria: { role: 'alert' } })
		const act = (label: string, press: () => void) =>
			make('button', { type: 'button', className: 'act', onclick: press }, make('span', {}, label))
		const element = make(
			'article',
			{ className: 'card likeness', tabIndex: 0, id: `beside-${id}`, aria: { 'aria-label': told.what } },
			make('p', { className: 'what' }, told.what),
			trouble,
			make(
				'p',
				{ className: 'acts' },
				act(words.compare, () => compare(latest.get(id) ?? told, trouble)),
				act(words.mean, () => void mean(latest.get(id) ?? told, trouble)),
			),
		)
		element.dataset.what = told.what
		element.addEventListener('focusin', () => look(id))
		return element
	}

	/** Whoever writes says that it is meant: nobody is told any more while the words stand. */
	async function mean({ block, version, source, number }: Told, trouble: HTMLElement): Promise<void> {
		const fields = { block, version, source, number: String(number), meant: 'yes' }
		const failed = await said(at, { key: ownId(), ...fields })
		if (failed !== null) {
			trouble.textContent = failed ?? words.failed
			changed()
			return later(0)
		}
		await ask()
		say(words.meant)
		view().focus()
	}

	function compare(told: Told, trouble: HTMLElement): void {
		const side = (title: string, text: string, lang: string) =>
			make('div', {}, make('h3', {}, title), make('blockquote', { lang }, text))
		const dialog = opened(
			told.what,
			make(
				'div',
				{ className: 'both' },
				side(words.here, told.text, given.language),
				side(told.named, told.adopted, told.language),
			),
			make('p', { className: 'hint' }, told.why),
			make('p', {}, make('a', { href: told.at, target: '_blank' }, told.named)),
			make(
				'div',
				{ className: 'row' },
				button(words.mean, () => {
					dialog.close()
					void mean(told, trouble)
				}),
				button(words.close, () => dialog.close(), 'button secondary'),
			),
		)
		dialog.classList.add('wide')
	}

	timer = window.setTimeout(() => void ask(), 1_000)

	return {
		all: (): readonly Note[] => [...notes.values()],
		abouts: (): readonly About[] =>
			[...notes.values()].map(({ id, blockId }) => ({ id, blockId, quote: null, near: 0 })),
		/** What is said of them where they are not seen. */
		label: () => (notes.size === 0 ? '' : ` · ${words.some}: ${notes.size}`),
		/** Something was written. */
		written: () => {
			isWritten = true
			if (!isFirst && positions() !== asked) later(AGAIN)
		},
	}
}

export type LikenessNotes = ReturnType<typeof likenessNotes>

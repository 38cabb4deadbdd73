import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { BesideWords } from '#i18n/beside.ts'
import { type Beside, besideAt, type ThreadBeside } from './comments-asking.ts'
import { type Card, card, standing } from './comments-card.ts'
import { drawer } from './comments-drawer.ts'
import { NEW } from './comments-kept.ts'
import { type Anchored, marksIn, withComments, withHere } from './comments-marks.ts'
import { newComment } from './comments-new.ts'
import { pickButton } from './comments-pick.ts'
import { placed } from './comments-place.ts'
import { make } from './dom.ts'
import type { Given } from './given.ts'
import { inOrder } from './in-order.ts'
import type { LikenessNotes } from './likeness-notes.ts'
import type { Keeping } from './saving.ts'

export type BesideOf = {
	readonly given: Given
	readonly words: BesideWords
	readonly view: EditorView
	readonly keeping: () => Keeping
	readonly nameOf: (name: string) => string
	/** What else stands in the margin. */
	readonly notes: LikenessNotes
	/** Said once, to be heard and not seen. */
	readonly say: (what: string) => void
}

/** Not all who are here ask at the same moment. Milliseconds. */
const SPREAD_MS = 1_500
/** Who saves over HTTP asks no more often than this. Milliseconds. */
const ASKED_MS = 5_000
const WIDE = '(width >= 70rem)'

/** Comments beside the text: each where it belongs in the margin, or all in a drawer where there is no margin. */
export function commentsBeside({ given, words, view, keeping, nameOf, notes, say }: BesideOf) {
	let told: Beside = { make: null, speakers: [], threads: [], more: 0, all: '' }
	let askedAt = 0
	let isTold = false
	let frame = 0
	let asking = 0
	const cards = new Map<string, Card>()
	const wide = window.matchMedia(WIDE)
	const none = make('p', { className: 'hint' }, words.none)
	const more = make('p', { hidden: true })
	const list = make('div', { className: 'cards' })
	const close = make('button', { type: 'button', className: 'close', onclick: () => shut() }, words.close)
	const margin = make(
		'section',
		{ className: 'beside', aria: { 'aria-label': words.title } },
		make('h2', { className: 'vh' }, words.title),
		close,
		none,
		list,
		more,
	)
	const { toggle, open, shut } = drawer({
		margin,
		close,
		title: words.title,
		wide,
		opened: () => lay(),
		first: () => {
			const { here } = marksIn(view.state)
			return list.querySelector<HTMLElement>(here === null ? '.card' : `#beside-${CSS.escape(here)}`)
		},
		left: () => view.focus(),
	})
	const pick = pickButton(view, words.comment, () => start())
	const draft = newComment({
		given,
		words,
		view,
		nameOf,
		keeping,
		speakers: () => told.speakers,
		to: () => told.make,
		changed: () => {
			if (draft.about()) list.appendChild(draft.element)
			else draft.element.remove()
			mark()
		},
		sent: () => void sent(words.sent),
		closed: () => {
			shut()
			view.focus()
		},
	})

	/** Those of the text as it is now. */
	function mark(): void {
		const abouts = told.threads.flatMap(({ id, blockId, quote, near }) =>
			blockId === null ? [] : [{ id, blockId, quote, near }],
		)
		const own = draft.about()
		view.dispatch(withComments(view.state.tr, [...abouts, ...notes.abouts(), ...(own ? [own] : [])]))
		arrange()
	}

	const anchoredNow = () => new Map(marksIn(view.state).anchored.map((each) => [each.id, each]))

	/** Where something is said of in the text: the whole first, what is gone last. */
	function orderOf(id: string, anchored: ReadonlyMap<string, Anchored>): number {
		const found = anchored.get(id)
		if (found) return found.place?.from ?? found.at ?? Number.MAX_SAFE_INTEGER
		return -1
	}

	/** The cards in the order of the text; what has the focus keeps it. */
	function arrange(): void {
		const anchored = anchoredNow()
		for (const thread of told.threads) cards.get(thread.id)?.stand(standing(thread, anchored.get(thread.id)))
		const wanted = [
			...[...cards.values()].map(({ id, element }) => ({ id, element })),
			...notes.all().filter(({ id }) => typeof anchored.get(id)?.at === 'number'),
			...(draft.about() ? [{ id: NEW, element: draft.element }] : []),
		].sort((one, other) => orderOf(one.id, anchored) - orderOf(other.id, anchored))
		const elements = wanted.map(({ element }) => element)
		if (elements.some((element, index) => list.children[index] !== element) || list.children.length > elements.length) {
			const { activeElement } = document
			list.replaceChildren(...elements)
			if (activeElement instanceof HTMLElement && list.contains(activeElement)) activeElement.focus()
		}
		const open = told.threads.filter((thread) => thread.open).length
		toggle.textContent = words.open(open) + notes.label()
		more.hidden = told.more === 0
		more.replaceChildren(make('a', { href: told.all, target: '_blank' }, words.more(told.more)))
		none.hidden = list.childElementCount > 0
		lay()
	}

	function lay(): void {
		cancelAnimationFrame(frame)
		frame = requestAnimationFrame(layNow)
	}

	function topOf(id: string, anchored: ReadonlyMap<string, Anchored>, frameTop: number): number {
		const found = anchored.get(id)
		if (!found || found.at === null) return found ? view.dom.getBoundingClientRect().bottom - frameTop : 0
		if (found.place) return view.coordsAtPos(found.place.from).top - frameTop
		const block = view.nodeDOM(found.at)
		return block instanceof HTMLElement ? block.getBoundingClientRect().top - frameTop : 0
	}

	function layNow(): void {
		const elements = [...list.children].filter((each) => each instanceof HTMLElement)
		if (!wide.matches) {
			for (const element of elements) element.style.insetBlockStart = ''
			list.style.minBlockSize = ''
			return
		}
		const anchored = anchoredNow()
		const { here } = marksIn(view.state)
		const ids = elements.map((element) => (element === draft.element ? NEW : element.id.replace('beside-', '')))
		const { top } = list.getBoundingClientRect()
		const wanting = elements.map((element, index) => {
			return { height: element.offsetHeight, wants: Math.max(0, topOf(ids[index] ?? '', anchored, top)) }
		})
		const tops = placed(wanting, draft.about() ? ids.indexOf(NEW) : ids.indexOf(here ?? ''))
		elements.forEach((element, index) => {
			element.style.insetBlockStart = `${tops[index]}px`
		})
		const last = Math.max(0, ...tops.map((each, index) => each + (wanting[index]?.height ?? 0)))
		list.style.minBlockSize = `${last}px`
	}

	function look(here: string | null): void {
		if (marksIn(view.state).here !== here) view.dispatch(withHere(view.state.tr, here))
	}

	function shown(here: string | null): void {
		for (const { id, element } of [...cards.values(), ...notes.all()]) element.classList.toggle('here', id === here)
		lay()
	}

	function cardOf(thread: ThreadBeside): Card {
		const made = card(thread, {
			words,
			statement: given.statement,
			language: given.language,
			speakers: () => told.speakers,
			sent: (what) => void sent(what),
			resized: lay,
			show: () => {
				const found = anchoredNow().get(thread.id)
				const at = found?.place?.from ?? (found?.at ?? -1) + 1
				if (!wide.matches) shut()
				const dom = at > 0 ? view.domAtPos(at).node : view.dom
				const element = dom instanceof HTMLElement ? dom : dom.parentElement
				element?.scrollIntoView({ block: 'center' })
			},
		})
		made.element.addEventListener('focusin', () => look(thread.id))
		made.element.addEventListener('click', () => look(thread.id))
		return made
	}

	function take(now: Beside): void {
		const known = new Set(told.threads.flatMap(({ entries }) => entries.map(({ id }) => id)))
		const isFirst = !isTold
		isTold = true
		const fresh = now.threads.flatMap(({ entries }) => entries.filter(({ id, own }) => !own && !known.has(id)))
		told = now
		for (const thread of now.threads) {
			const before = cards.get(thread.id)
			const made = before ?? cardOf(thread)
			cards.set(thread.id, made)
			made.become(thread)
		}
		const ids = new Set(now.threads.map(({ id }) => id))
		for (const id of [...cards.keys()]) if (!ids.has(id)) cards.delete(id)
		mark()
		if (isFirst) draft.restore()
		else if (fresh.length > 0) say(words.fresh([...new Set(fresh.map(({ by }) => by))].join(', ')))
	}

	const refreshInOrder = inOrder(() => besideAt(given.paths.beside), take)

	async function refresh(): Promise<void> {
		await refreshInOrder()
		askedAt = Date.now()
	}

	async function sent(what: string): Promise<void> {
		const before = new Set(cards.keys())
		await refresh()
		say(what)
		const made = [...cards.keys()].find((id) => !before.has(id))
		if (made) cards.get(made)?.element.focus()
	}

	function start(): boolean {
		const begun = draft.start()
		if (begun) open()
		if (begun) draft.element.querySelector('textarea')?.focus()
		return begun
	}

	wide.addEventListener('change', () => {
		shut()
		lay()
	})
	new ResizeObserver(lay).observe(view.dom)
	document.fonts?.ready.then(lay)
	window.addEventListener('focus', () => void refresh())
	void refresh()

	return {
		toggle,
		/** In the toolbar. */
		comment: make('button', { type: 'button', onclick: () => void start() }, words.comment),
		/** The text with what is said about it beside it. */
		desk: (sheet: HTMLElement) => make('div', { className: 'desk' }, sheet, pick.element, margin),
		start,
		/** There are other notes than before. */
		noted: mark,
		look,
		/** Somebody has said something, or done something with what was said. */
		commented: () => {
			clearTimeout(asking)
			asking = window.setTimeout(() => void refresh(), Math.random() * SPREAD_MS)
		},
		/** The text was saved over HTTP: others may have said something meanwhile. */
		saved: () => {
			if (Date.now() - askedAt >= ASKED_MS) void refresh()
		},
		update: (state: EditorState, before: EditorState) => {
			pick.update()
			const { anchored, here } = marksIn(state)
			const was = marksIn(before)
			if (here !== was.here) shown(here)
			if (anchored !== was.anchored) arrange()
			if (state.selection !== before.selection && view.hasFocus()) {
				const { head } = state.selection
				const inside = anchored.find(({ id, place }) => id !== NEW && place && place.from <= head && head <= place.to)
				look(inside?.id ?? null)
			}
		},
	}
}

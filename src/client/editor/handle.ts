import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { EditorWords } from '#i18n/editor.ts'
import { indexOfBlock } from '#writing/move.ts'
import { make } from './dom.ts'
import { type Drag, dragOf, shiftedBy, stretchOf } from './dragging.ts'
import { type Item, menuButton } from './menu.ts'
import { FROM_OTHERS } from './merging.ts'
import { gapsFor, movePart, moveTo, partAt } from './moving.ts'
import { calledAt } from './naming.ts'
import { blockElements, bounds, closestGap, middleOfFirstLine, pullAt, scrollingAt } from './places.ts'

/** How far the pointer goes before a press is a move. Pixels. */
const SLACK = 5

type Handle = {
	/** The text was changed, or the cursor moved. */
	readonly update: (tr?: Transaction) => void
}

/**
 * What a block is moved by with a mouse or a finger, in the margin of the one at hand: the one under the mouse, or the one with the
 * cursor. A press without a move opens what else can be done. `say`: told aloud. `more`: what else can be done with
 * the part that begins with a block.
 */
export function moveHandle(
	view: EditorView,
	words: EditorWords,
	sheet: HTMLElement,
	say: (what: string) => void,
	more: (node: Node) => readonly Item[],
): Handle {
	const t = words.handle
	/** Under the mouse, until something is typed here. */
	let hovered: Element | null = null
	let pointerY = 0
	let index = 0
	let drag: Drag | null = null
	/** What the menu was last opened for: the pointer goes past others on its way there, and others write meanwhile. */
	let opened: Drag | null = null
	let wasDragged = false
	let frame = 0

	const grip = menuButton(t.menu, () => {
		opened = dragOf(view.state, index, 0)
		const part = stretchOf(view.state.doc, opened)
		if (!part) return []
		const step = (way: 'up' | 'down') => ({
			label: way === 'up' ? words.moveUp : words.moveDown,
			act: () => {
				const now = opened && stretchOf(view.state.doc, opened)
				if (now) movePart(way, now)(view.state, view.dispatch, view)
				else say(t.gone)
				view.focus()
			},
		})
		const ways = (['up', 'down'] as const).filter((way) => movePart(way, part)(view.state))
		return [...ways.map(step), ...more(view.state.doc.child(partAt(view.state.doc, index).from))]
	})
	grip.className = 'handle'
	grip.hidden = true
	grip.tabIndex = -1
	grip.title = t.title
	grip.replaceChildren()
	const lifted = make('div', { className: 'lifted', hidden: true })
	const landing = make('div', { className: 'landing', hidden: true })
	for (const each of [grip, lifted, landing]) sheet.appendChild(each)

	const elements = () => blockElements(view)
	const beside = (y: number) => elements().find((each) => each.getBoundingClientRect().bottom >= y) ?? null
	const upperEdge = () => sheet.getBoundingClientRect().top + sheet.clientTop

	/** The block at hand, by its order; -1: none. */
	function atHand(): number {
		if (!view.editable) return -1
		// Drawn anew since.
		if (hovered && !hovered.isConnected) hovered = beside(pointerY)
		const under = hovered ? elements().indexOf(hovered) : -1
		if (under >= 0) return under
		return view.hasFocus() ? Math.min(view.state.selection.$head.index(0), view.state.doc.childCount - 1) : -1
	}

	/** In the next frame, when the text has been drawn: asking earlier would have it drawn twice. */
	function later(): void {
		cancelAnimationFrame(frame)
		frame = requestAnimationFrame(() => (drag?.isLifted ? aim() : place()))
	}

	function place(): void {
		const at = atHand()
		const element = elements()[at]
		grip.hidden = element === undefined
		if (!element) return
		index = at
		grip.setAttribute('aria-label', t.name(calledAt(view.state.doc, at, words)))
		grip.style.insetBlockStart = `${middleOfFirstLine(element) - upperEdge()}px`
	}

	/** Shows what is moved, and where it would come to stand. */
	function aim(): void {
		if (!drag) return
		const part = stretchOf(view.state.doc, drag)
		const all = elements()
		const [first, last] = [part && all[part.from], part && all[part.to - 1]]
		if (!part || !first || !last) {
			end(t.gone)
			return
		}
		const top = upperEdge()
		const gap = closestGap(all, gapsFor(view.state.doc, part), drag.y)
		const isOff = gap.index < part.from || gap.index > part.to
		const before = isOff ? (view.state.doc.maybeChild(gap.index)?.attrs.id ?? null) : undefined
		drag = { ...drag, before }
		for (const each of [lifted, landing]) each.hidden = false
		landing.hidden = !isOff
		landing.style.insetBlockStart = `${gap.y - top}px`
		const from = first.getBoundingClientRect().top
		lifted.style.insetBlockStart = `${from - top}px`
		lifted.style.blockSize = `${last.getBoundingClientRect().bottom - from}px`
		grip.style.insetBlockStart = `${drag.y - top}px`
	}

	const pull = pullAt(() => {
		const by = drag?.isLifted ? scrollingAt(drag.y, bounds(sheet)) : 0
		if (by === 0) return false
		scrollBy(0, by)
		aim()
		return true
	})

	function lift(): void {
		if (!drag) return
		drag = { ...drag, isLifted: true }
		wasDragged = true
		grip.classList.add('held')
		addEventListener('keydown', onKey, true)
	}

	/** Nothing is under way any more. `why`: what was moved could not be, and is told. */
	function end(why?: string): void {
		drag = null
		pull.stop()
		removeEventListener('keydown', onKey, true)
		grip.classList.remove('held')
		lifted.hidden = true
		landing.hidden = true
		if (why !== undefined) say(why)
		later()
	}

	function onKey(event: KeyboardEvent): void {
		if (event.key !== 'Escape') return
		event.preventDefault()
		event.stopPropagation()
		end(t.cancelled)
	}

	function drop(): void {
		if (!drag) return
		const { doc } = view.state
		const part = stretchOf(doc, drag)
		const { before } = drag
		end()
		if (!part || before === undefined) return
		const gap = before === null ? doc.childCount : indexOfBlock(doc, before)
		// It may have been put between a position and its sub-points since.
		const tr = gapsFor(doc, part).includes(gap) ? moveTo(view.state, part, gap) : null
		hovered = null
		if (tr) view.dispatch(tr)
	}

	grip.addEventListener('pointerdown', (event) => {
		wasDragged = false
		if (event.button !== 0 || !event.isPrimary || !view.editable) return
		grip.setPointerCapture(event.pointerId)
		// Others may have written since it was drawn.
		const at = atHand()
		if (at >= 0) index = at
		drag = dragOf(view.state, index, event.clientY)
	})
	grip.addEventListener('pointermove', (event) => {
		if (!drag || !event.isPrimary) return
		if (!drag.isLifted && Math.abs(event.clientY - drag.startY) < SLACK) return
		drag = { ...drag, y: event.clientY }
		if (!drag.isLifted) lift()
		aim()
		pull.start()
	})
	grip.addEventListener('pointerup', () => {
		if (drag?.isLifted) drop()
		else drag = null
	})
	grip.addEventListener('lostpointercapture', () => {
		if (drag) end()
	})
	// What is selected stays so, and a move is no press.
	grip.addEventListener('mousedown', (event) => event.preventDefault())
	grip.addEventListener('click', (event) => wasDragged && event.detail > 0 && event.stopImmediatePropagation(), true)

	sheet.addEventListener('pointermove', ({ target, pointerType, clientY }) => {
		if (pointerType !== 'mouse' || drag || target === grip) return
		pointerY = clientY
		const found = (target instanceof Element ? target.closest('#editor-text > *') : null) ?? beside(clientY)
		if (found === hovered) return
		hovered = found
		later()
	})
	sheet.addEventListener('pointerleave', () => {
		if (drag) return
		hovered = null
		later()
	})
	view.dom.addEventListener('focus', later)
	view.dom.addEventListener('blur', later)
	new ResizeObserver(later).observe(view.dom)

	return {
		update: (tr) => {
			if (tr?.docChanged && opened) opened = shiftedBy(opened, tr)
			if (tr?.docChanged && drag) drag = shiftedBy(drag, tr)
			// What another types does not take it from under the pointer.
			else if (tr?.docChanged && !tr.getMeta(FROM_OTHERS)) hovered = null
			later()
		},
	}
}

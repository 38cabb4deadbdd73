import { redo, undo } from 'prosemirror-history'
import type { MarkType } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, isInTable } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import type { EditorWords } from '#i18n/editor.ts'
import { schema } from '#writing/schema.ts'
import { make } from './dom.ts'
import { toggleEm, toggleStrong } from './linking.ts'
import { type Item, menuButton } from './menu.ts'
import { movePart } from './moving.ts'
import { insertBlocks, insertFootnote, type Kind, kindHere, newBlock, PLAIN_KINDS, setKind } from './structure.ts'

const { nodes, marks } = schema

type Own = {
	readonly link: Command
	readonly find: () => void
	readonly bank: () => void
	readonly standard: Item
	readonly help: () => void
	readonly comment: HTMLButtonElement | null
}

type Tool = {
	readonly element: HTMLButtonElement
	readonly command?: Command
	readonly mark?: MarkType
}

export type Toolbar = { readonly element: HTMLElement; readonly update: (state: EditorState) => void }

function isMarked({ selection, storedMarks, doc }: EditorState, mark: MarkType): boolean {
	const { from, to, empty, $from } = selection
	return empty ? Boolean(mark.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, mark)
}

/** What can be done to the text, in a row: one stop for Tab, arrow keys within. */
export function toolbar(view: EditorView, words: EditorWords, own: Own): Toolbar {
	const run = (command: Command) => {
		command(view.state, view.dispatch, view)
		view.focus()
	}
	const tool = (label: string, sign: Node | string, keys: string, command: Command, mark?: MarkType): Tool => {
		const element = make('button', { type: 'button', aria: { 'aria-label': label } }, sign)
		pressedBy(element, label, keys)
		element.addEventListener('click', () => {
			if (element.getAttribute('aria-disabled') !== 'true') run(command)
		})
		return { element, command, ...(mark && { mark }) }
	}
	const kinds: readonly Kind[] = [...PLAIN_KINDS.slice(0, 4), 'quote', 'list', 'signature']
	const kind = menuButton('', () =>
		kinds.map((each) => ({
			label: words.kinds[each],
			chosen: kindHere(view.state) === each,
			act: () => run(setKind(each)),
		})),
	)
	kind.classList.add('kind')
	const insert = menuButton(words.insert, () => {
		const block = (type: 'table' | 'memberList') => () => run(insertBlocks([newBlock(nodes[type])]))
		const inTable = isInTable(view.state)
			? [
					{ label: words.inserts.rowAfter, act: () => run(addRowAfter) },
					{ label: words.inserts.columnAfter, act: () => run(addColumnAfter) },
					{ label: words.inserts.removeRow, act: () => run(deleteRow) },
					{ label: words.inserts.removeColumn, act: () => run(deleteColumn) },
				]
			: []
		return [
			...inTable,
			{ label: words.inserts.bank, act: own.bank },
			own.standard,
			{ label: words.inserts.footnote, act: () => run(insertFootnote) },
			{ label: words.inserts.table, act: block('table') },
			{ label: words.inserts.memberList, act: block('memberList') },
		]
	})
	const find = make('button', { type: 'button', onclick: own.find }, words.find)
	pressedBy(find, words.find, 'Mod+H')
	const help = make('button', { type: 'button', onclick: own.help, aria: { 'aria-label': words.keysTitle } }, '?')
	pressedBy(help, words.keysTitle, 'Mod+/')
	const tools: readonly Tool[] = [
		{ element: kind },
		tool(words.bold, make('b', {}, words.boldSign), 'Mod+B', toggleStrong, marks.strong),
		tool(words.italic, make('i', {}, words.italicSign), 'Mod+I', toggleEm, marks.em),
		tool(words.link, words.link, 'Mod+K', own.link, marks.link),
		{ element: insert },
		tool(words.moveUp, '↑', 'Alt+ArrowUp', movePart('up')),
		tool(words.moveDown, '↓', 'Alt+ArrowDown', movePart('down')),
		tool(words.undo, words.undo, 'Mod+Z', undo),
		tool(words.redo, words.redo, 'Mod+Y', redo),
		...(own.comment ? [{ element: own.comment }] : []),
		{ element: find },
		{ element: help },
	]
	const element = make(
		'div',
		{ className: 'tools', aria: { role: 'toolbar', 'aria-label': words.tools, 'aria-controls': 'editor-text' } },
		...tools.map((each) => each.element),
	)
	roving(
		element,
		tools.map((each) => each.element),
	)
	// What is selected stays so while a tool is pressed.
	element.addEventListener('mousedown', (event) => event.preventDefault())
	return {
		element,
		update: (state) => {
			const here = kindHere(state)
			const name = Object.hasOwn(words.kinds, here) ? words.kinds[here as keyof typeof words.kinds] : ''
			kind.replaceChildren(make('span', {}, name))
			kind.setAttribute('aria-label', words.kind(name))
			for (const { element: each, command, mark } of tools) {
				if (mark) each.setAttribute('aria-pressed', String(isMarked(state, mark)))
				if (command && !mark) each.setAttribute('aria-disabled', String(!command(state)))
			}
		},
	}
}

/** Names the keys that do the same: to whoever points at the tool, and to who hears it. */
function pressedBy(element: HTMLElement, label: string, keys: string): void {
	const isMac = /Mac|iP(?:hone|ad)/.test(navigator.platform)
	const shown = keys
		.replace('Mod', isMac ? '⌘' : 'Ctrl')
		.replace('ArrowUp', '↑')
		.replace('ArrowDown', '↓')
	element.title = `${label} (${shown.replaceAll('+', ' + ')})`
	element.setAttribute('aria-keyshortcuts', keys.replace('Mod', isMac ? 'Meta' : 'Control'))
}

function roving(element: HTMLElement, all: readonly HTMLButtonElement[]): void {
	const lead = (to: HTMLButtonElement | undefined) => {
		for (const each of all) each.tabIndex = each === to ? 0 : -1
	}
	lead(all[0])
	element.addEventListener('focusin', (event) => lead(all.find((each) => each === event.target)))
	element.addEventListener('keydown', (event) => {
		const at = all.indexOf(event.target as HTMLButtonElement)
		const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key]
		if (to === undefined || at < 0) return
		event.preventDefault()
		all.at(to % all.length)?.focus()
	})
}

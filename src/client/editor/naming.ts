import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { EditorWords } from '#i18n/editor.ts'
import { FROM_OTHERS } from './merging.ts'
import type { Moved } from './moving.ts'

/** As many signs of a text as tell which one it is. */
const BEGINS = 40

/** Which position or sub-point a block is, as it is numbered: `3`, or `b`; null for what has no number. */
function numberAt(doc: Node, index: number): string | null {
	const { name } = doc.child(index).type
	if (name !== 'position' && name !== 'subPoint') return null
	let count = 0
	for (let at = 0; at <= index; at += 1) {
		const each = doc.child(at).type.name
		if (each === name) count += 1
		else if (name === 'subPoint' && each === 'position') count = 0
	}
	return name === 'position' ? String(count) : lettered(count)
}

/** As lists are lettered: after z comes aa. */
function lettered(count: number): string {
	const rest = Math.floor((count - 1) / 26)
	return (rest > 0 ? lettered(rest) : '') + String.fromCharCode(97 + ((count - 1) % 26))
}

/** What a block is called when it is spoken of: `Ståndpunkt 3`, `Stycke`. */
export function calledAt(doc: Node, index: number, words: EditorWords): string {
	const { name } = doc.child(index).type
	const kind = Object.hasOwn(words.kinds, name) ? words.kinds[name as keyof typeof words.kinds] : ''
	const number = numberAt(doc, index)
	return number === null ? kind : `${kind} ${number}`
}

/** The first words of a block; null where nothing is written in it. */
function beginningOf(node: Node): string | null {
	const text = node.textContent.trim()
	if (text === '') return null
	return text.length > BEGINS ? `${text.slice(0, BEGINS).toWellFormed().trimEnd()}…` : text
}

/** What is told aloud of a part that was moved. */
export function movedSaid(doc: Node, { index, count, way }: Moved, words: EditorWords): string {
	const next = doc.maybeChild(index + count)
	const before = next && (beginningOf(next) ?? calledAt(doc, index + count, words))
	return words.movedTo(calledAt(doc, index, words), way, before, index + 1, doc.childCount)
}

/**
 * What is told aloud after each change of one's own: where a part was moved to, or what the part that is written in has become, as where
 * Tab made a sub-point of it. Nothing where the cursor only went to another.
 */
export function toSay(words: EditorWords): (now: EditorState, tr: Transaction) => string | null {
	let called = ''
	return ({ doc, selection }, tr) => {
		const before = called
		called = calledAt(doc, Math.min(selection.$head.index(0), doc.childCount - 1), words)
		const moved: Moved | undefined = tr.getMeta('moved')
		if (tr.docChanged && moved) return movedSaid(doc, moved, words)
		return tr.docChanged && called !== before && !tr.getMeta(FROM_OTHERS) ? called : null
	}
}

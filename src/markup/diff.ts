import { type ArrayChange, type Change, diffArrays, diffWordsWithSpace } from 'diff'

export type DiffPart = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/**
 * Most words, and then sentences, that may differ before the comparison is given up: its time grows with their square. A
 * limit in milliseconds would be none, since in the Worker the clock stands still while it computes.
 */
const MOST_WORDS = 1_500
const MOST_SENTENCES = 500

const sentencesOf = (text: string): string[] => text.split(/(?<=[.:!?…\n][”"]?\s)/)

const partOf = (change: Change | ArrayChange<string>): DiffPart => ({
	kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
	text: typeof change.value === 'string' ? change.value : change.value.join(''),
})

const push = (parts: DiffPart[], kind: DiffPart['kind'], text: string): void => {
	const last = parts.at(-1)
	if (text === '') return
	if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text }
	else parts.push({ kind, text })
}

/** The blanks that both texts end in. */
function commonBlanks(removed: string, added: string): string {
	let length = 0
	for (; length < Math.min(removed.length, added.length); length += 1) {
		const character = removed.at(-length - 1) ?? ''
		if (character !== added.at(-length - 1) || !/\s/.test(character)) break
	}
	return removed.slice(removed.length - length)
}

/** Changes with nothing but a blank between them are one: a replaced phrase reads better than word for word. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
	const result: DiffPart[] = []
	let removed = ''
	let added = ''
	const finish = () => {
		const blanks = commonBlanks(removed, added)
		push(result, 'removed', removed.slice(0, removed.length - blanks.length))
		push(result, 'added', added.slice(0, added.length - blanks.length))
		push(result, 'same', blanks)
		removed = ''
		added = ''
	}
	for (const { kind, text } of parts) {
		const between = kind === 'same' && removed !== '' && added !== '' && /^\s+$/.test(text)
		if (kind === 'removed' || between) removed += text
		if (kind === 'added' || between) added += text
		if (kind !== 'same' || between) continue
		finish()
		push(result, 'same', text)
	}
	finish()
	return result
}

function compared(before: string, after: string): DiffPart[] {
	const words = diffWordsWithSpace(before, after, { maxEditLength: MOST_WORDS })
	if (words !== undefined) return words.map(partOf)
	const sentences = diffArrays(sentencesOf(before), sentencesOf(after), { maxEditLength: MOST_SENTENCES })
	if (sentences !== undefined) return sentences.map(partOf)
	return [
		{ kind: 'removed', text: before },
		{ kind: 'added', text: after },
	]
}

/**
 * What was removed and added between two texts, word by word; where nearly everything differs, sentence by sentence or as a
 * whole. The parts without what was added are exactly `before`, those without what was removed exactly `after`.
 */
export function diffWords(before: string, after: string): DiffPart[] {
	return joined(compared(before, after))
}

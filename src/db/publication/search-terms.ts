import { searchText } from '#db/search-text.ts'
import { stemOf, wordsOf } from '#db/search-words.ts'
import { LANGUAGES, type Language } from '#domain/statement/statement.ts'

/** What must occur: a word in any form and as part of a compound, or words beside each other. */
export type Term = {
	/** Folded. One, or several that follow each other. */
	readonly words: readonly string[]
	/** Whole words alone, as they stand: it was put in quotes. */
	readonly exact: boolean
	/** As it was typed, without its quotes. */
	readonly typed: string
}

/** Most terms of a search that count. */
const TERM_LIMIT = 8

/** Of fewer letters than this a word is found whole only: the index knows parts of three. */
const PART = 3

/** Stands after a stem in the index, so that a stem is told from a word that goes on. */
const STEM_ENDS = '+'

const QUOTED = /["”“„»«]([^"”“„»«]*)["”“„»«]|[^\s"”“„»«]+/gu

/** The terms of a search: what stands in quotes is one, and so is what a sign holds together (“2022:1”). */
export function termsOf(search: string): Term[] {
	const found: Term[] = []
	for (const [whole, quoted] of search.matchAll(QUOTED)) {
		const typed = (quoted ?? whole).trim()
		const words = wordsOf(typed)
		if (words.length > 0) found.push({ words, exact: quoted !== undefined, typed })
	}
	return found.slice(0, TERM_LIMIT)
}

/** A text as the index holds it: its words in their order, each between spaces, and after them their stems. */
export function indexed(texts: readonly string[], language: Language): string {
	const parts = texts.map((text) => ` ${wordsOf(text).join(' ')} `)
	const words = new Set(wordsOf(texts.join('\n')))
	const stems = [...new Set([...words].map((word) => stemOf(word, language) + STEM_ENDS))]
	// A phrase goes from no text into the next.
	return `${parts.join('/')}/ ${stems.join(' ')}`
}

const isShort = (word: string) => word.length < PART

/** The stems that a word of a search may have: nobody says in which language it is. */
const stemsFor = (word: string) => [...new Set(LANGUAGES.map((language) => stemOf(word, language)))]

/** What the index is asked for: an expression of FTS5 that holds nothing but letters, digits and its own signs. */
export function matchOf(terms: readonly Term[]): string {
	return terms
		.map(
			(term) =>
				`(${formsOf(term)
					.map((form) => `"${form}"`)
					.join(' OR ')})`,
		)
		.join(' AND ')
}

function formsOf({ words, exact }: Term): string[] {
	const [first = ''] = words
	const last = words.at(-1) ?? ''
	const before = exact || isShort(first) ? ' ' : ''
	const after = exact || isShort(last) ? ' ' : ''
	const asItStands = before + words.join(' ') + after
	if (exact || words.length > 1) return [asItStands]
	return [asItStands, ...stemsFor(first).map((stem) => (isShort(stem) ? ' ' : '') + stem + STEM_ENDS)]
}

/** What every text that holds the term has in it, whatever its form: for looking roughly where the index does not tell. */
export function roughOf({ words }: Term): string {
	const longest = words.reduce((one, other) => (other.length > one.length ? other : one))
	return words.length > 1 ? longest : stemsFor(longest).reduce(shared, longest)
}

function shared(one: string, other: string): string {
	let end = 0
	while (end < one.length && one[end] === other[end]) end += 1
	return one.slice(0, end)
}

/** A stretch of a text, counted in its own characters. */
type Stretch = { readonly from: number; readonly to: number }
type Word = Stretch & { readonly folded: string }

/** Where in a text the terms occur, in order and apart from each other; null where one of them does not. */
export function occurrences(text: string, terms: readonly Term[], language: Language): readonly Stretch[] | null {
	const each = terms.map((term) => stretchesOf(splitWords(text), term, language))
	return each.some((found) => found.length === 0) ? null : apart(each.flat())
}

/** The same, of those that occur. */
export const anyOccurrences = (text: string, terms: readonly Term[], language: Language): readonly Stretch[] =>
	apart(terms.flatMap((term) => stretchesOf(splitWords(text), term, language)))

function splitWords(text: string): Word[] {
	return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => {
		return { from: index, to: index + word.length, folded: searchText(word) }
	})
}

function stretchesOf(text: readonly Word[], term: Term, language: Language): Stretch[] {
	const { words, exact } = term
	if (words.length > 1) return phrases(text, term)
	const [word = ''] = words
	return text.flatMap((each) => (exact ? (each.folded === word ? [each] : []) : (within(each, word, language) ?? [])))
}

/** Where a word of a text holds one that is looked for; undefined where it does not. */
function within(text: Word, word: string, language: Language): Stretch | undefined {
	const { folded, from, to } = text
	const at = isShort(word) ? (folded === word ? 0 : -1) : folded.indexOf(word)
	// Some letters are two when they are folded: the whole word is marked then.
	const sameLength = folded.length === to - from
	if (at >= 0) return sameLength ? { from: from + at, to: from + at + word.length } : text
	const stem = stemOf(folded, language)
	const looked = stemOf(word, language)
	const fits = isShort(looked) ? stem === looked : stem.endsWith(looked)
	if (!fits) return undefined
	return sameLength && folded.startsWith(stem) ? { from: from + stem.length - looked.length, to } : text
}

function phrases(text: readonly Word[], { words, exact }: Term): Stretch[] {
	const last = words.length - 1
	const isAt = (start: number) =>
		words.every((word, index) => {
			const folded = text[start + index]?.folded ?? ''
			if (exact || isShort(word) || (index > 0 && index < last)) return folded === word
			return index === 0 ? folded.endsWith(word) : folded.startsWith(word)
		})
	return text.flatMap(({ from }, start) => (isAt(start) ? [{ from, to: text[start + last]?.to ?? from }] : []))
}

function apart(stretches: readonly Stretch[]): Stretch[] {
	const found: Stretch[] = []
	for (const each of stretches.toSorted((one, other) => one.from - other.from)) {
		const before = found.at(-1)
		if (before && each.from < before.to)
			found[found.length - 1] = { from: before.from, to: Math.max(before.to, each.to) }
		else found.push(each)
	}
	return found
}

import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { type ChangedWords, changedWords, wordsOf } from './changed-words.ts'

/** How many words may differ in all between the text that was voted on and the one that is published. */
export const MOST_WORDS = 10

/** Words whose coming, going or changing turns a sentence round. */
const NEGATIONS = new Set(
	`inte ej icke aldrig ingen inget inga ingenting ingalunda utan varken nej knappast endast bara om såvida
	not no never none nothing nobody nor neither without cannot only unless if`.split(/\s+/),
)
/** What tells how binding or how much something is: changed one for the other, they say something else. */
const WEIGHTS = new Set(
	`ska skall bör kan måste får vill behöver alla många några få mer mindre fler färre för mot och eller från till
	shall should must may can could will would all many some few more less for against and or from to`.split(/\s+/),
)
/** What may be left out or put in where a hand slipped. */
const GLUE = new Set(
	'att och som i på av en ett den det de är har vid om the a an of in at is are has that which'.split(' '),
)
const TURNS = ['o', 'in', 'im', 'ir', 'il', 'un', 'non', 'dis', 'icke', 'icke-', 'miss', 'mis', 'anti', 'mot']

/**
 * Whether all that differs between the text voted on and the text as it becomes is slips: spelling and layout. The same
 * blocks of the same kinds and shapes, in the same order; few words changed; none of them a number, a negation, or a word
 * that says how much or how binding. What is left was shown, as words, to everybody who can object.
 */
export function onlySlips(
	voted: readonly BlockVersion[],
	mended: readonly BlockVersion[],
): Result<readonly ChangedWords[], Rejection> {
	const found = wordsMended(voted, mended)
	if (!found.ok) return found
	for (const changed of found.value) {
		const why = misfit(changed)
		if (why !== null) return refuse({ code: 'notEditorial', why, words: [...changed.before, ...changed.after] })
	}
	return found
}

/** The words that differ between a text voted on and the same text mended, as they are shown to everybody. */
export function wordsMended(
	voted: readonly BlockVersion[],
	mended: readonly BlockVersion[],
): Result<readonly ChangedWords[], Rejection> {
	if (voted.length !== mended.length) return refuse({ code: 'notEditorial', why: 'kind', words: [] })
	const found: ChangedWords[] = []
	for (const [index, { blockId, content }] of voted.entries()) {
		const now = mended[index]
		if (now?.blockId !== blockId || !sameShape(content, now.content)) {
			return refuse({ code: 'notEditorial', why: 'kind', words: [] })
		}
		const before = textsOf(content)
		for (const [place, text] of textsOf(now.content).entries()) {
			const changed = changedWords(wordsOf(before[place] ?? ''), wordsOf(text), 2 * MOST_WORDS)
			if (changed === null) return tooMuch()
			found.push(...changed)
		}
	}
	return found.reduce((sum, changed) => sum + lengthOf(changed), 0) > MOST_WORDS ? tooMuch() : ok(found)
}

const tooMuch = () => refuse({ code: 'notEditorial', why: 'tooMuch', words: [] } as const)

const lengthOf = ({ before, after }: ChangedWords) => Math.max(before.length, after.length)

/** The same kind, with as many items, rows or cells: nothing in it was added or taken away. */
function sameShape(one: Block, other: Block): boolean {
	const shape = (block: Block) => (block.kind === 'table' ? block.rows.map((row) => row.length).join() : '')
	return one.kind === other.kind && textsOf(one).length === textsOf(other).length && shape(one) === shape(other)
}

/** Why a change of words is no slip; null: it is one. */
function misfit({ before, after }: ChangedWords): 'words' | 'meaning' | null {
	const [gone, come] = [before.map(lower), after.map(lower)]
	if (gone.join() === come.join()) return null
	if ([...gone, ...come].some((word) => saysWhatOrWhere(word) || isNegation(word))) return 'meaning'
	// A word written in two, or two in one.
	if (gone.join('') === come.join('')) return null
	if (gone.length !== come.length) {
		const more = gone.length > come.length ? gone : come
		const fewer = new Set(gone.length > come.length ? come : gone)
		return more.every((word, index) => fewer.has(word) || GLUE.has(word) || word === more[index - 1]) ? null : 'words'
	}
	for (const [index, word] of gone.entries()) {
		const other = come[index] ?? ''
		if (turns(word, other) || turns(other, word) || (WEIGHTS.has(word) && WEIGHTS.has(other))) return 'meaning'
		if (!alike(word, other)) return 'words'
	}
	return null
}

const lower = (word: string) => word.toLocaleLowerCase('sv')

/** Whether a word, in small letters, turns what it stands in round. */
const isNegation = (word: string): boolean => NEGATIONS.has(word) || /n['’]t$/.test(word)

/** A number, or part of an address. */
const saysWhatOrWhere = (word: string) => /\p{N}|\p{L}[.:@/]\p{L}/u.test(word)

/** `möjlig` and `omöjlig`: one says that the other is not so. */
const turns = (word: string, other: string) => TURNS.some((prefix) => other === prefix + word)

/** Whether one word is the other with a letter or two amiss: two in a word of four letters or more, one in a shorter. */
function alike(word: string, other: string): boolean {
	return distance(word, other) <= (Math.min(word.length, other.length) < 4 ? 1 : 2)
}

/** How many letters came, went, changed or changed places (optimal string alignment). Words of more than 60 letters never match. */
function distance(word: string, other: string): number {
	const [one, two] = [[...word], [...other]]
	if (one.length > 60 || two.length > 60) return Infinity
	let above: number[] = []
	let row = two.map((_letter, index) => index).concat(two.length)
	for (const [y, letter] of one.entries()) {
		const next = [y + 1]
		for (const [x, candidate] of two.entries()) {
			const swapped = y > 0 && x > 0 && one[y - 1] === candidate && two[x - 1] === letter
			next.push(
				Math.min(
					(row[x + 1] ?? 0) + 1,
					(next[x] ?? 0) + 1,
					(row[x] ?? 0) + (letter === candidate ? 0 : 1),
					swapped ? (above[x - 1] ?? 0) + 1 : Infinity,
				),
			)
		}
		above = row
		row = next
	}
	return row.at(-1) ?? 0
}

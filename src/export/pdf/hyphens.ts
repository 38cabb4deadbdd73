import { hyphenateSync as english } from 'hyphen/en-gb'
import { hyphenateSync as swedish } from 'hyphen/sv'
import type { Language } from '#domain/statement/statement.ts'

const by = { sv: swedish, en: english } as const

/** Shortest word that is broken, and longest one that is looked at. Characters. */
const SHORTEST = 6
const LONGEST = 100

/** Fewest letters before a hyphen, and after it. */
const LEAST = 3

const LETTERS = /^[\p{L}]+$/u

/** Where a word may be broken with a hyphen: how many of its characters then stand on the line. Empty: nowhere. */
export function breaksOf(word: string, language: Language): number[] {
	const [, before = '', letters = ''] = /^([^\p{L}]*)([\p{L}]*)/u.exec(word) ?? []
	if (letters.length < SHORTEST || letters.length > LONGEST || !LETTERS.test(letters)) return []
	const syllables = by[language](letters, { minWordLength: SHORTEST }).split('\u00ad')
	let at = 0
	const places = syllables.slice(0, -1).map((syllable) => {
		at += syllable.length
		return at
	})
	return places
		.filter((place) => place >= LEAST && letters.length - place >= LEAST)
		.map((place) => before.length + place)
}

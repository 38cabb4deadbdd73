import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import type { Language } from '#domain/statement/statement.ts'
import { searchText } from './search-text.ts'

const stemmers = { sv: swedish, en: english } as const

/** Its words, in lower case, in the order they stand. */
export function wordsOf(text: string): string[] {
	return searchText(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The stems of its words, each once: “vården” and “vårdens” have the same. */
export function stemsOf(text: string, language: Language): string[] {
	return [...new Set(wordsOf(text).map(stemmers[language]))]
}

/** What is left of a word without the neuter's ending, which Snowball leaves: “förslaget” has the stem of “förslag”. Letters. */
const LEAST_STEM = 3

/** The stem by which a word of what is published is found. */
export function stemOf(word: string, language: Language): string {
	const folded = searchText(word)
	const stem = stemmers[language](language === 'sv' ? folded.replace(/ets$/, 'et') : folded)
	return language === 'sv' && stem.endsWith('et') && stem.length >= LEAST_STEM + 2 ? stem.slice(0, -2) : stem
}

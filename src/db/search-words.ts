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

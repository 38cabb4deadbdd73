import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import type { Language } from '#domain/statement.ts'

const stemmers = { sv: swedish, en: english } as const

/** In lower case, for comparing without regard to it: SQLite itself knows only a to z. å, ä and ö stay letters of their own. */
export function folded(text: string): string {
	return text.normalize('NFC').toLocaleLowerCase('sv')
}

/** Its words, in lower case, in the order they stand. */
export function wordsOf(text: string): string[] {
	return folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The stems of its words, each once: “vården” and “vårdens” have the same. */
export function stemsOf(text: string, language: Language): string[] {
	return [...new Set(wordsOf(text).map(stemmers[language]))]
}

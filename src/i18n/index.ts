import type { Language } from '#domain/statement/statement.ts'
import { en } from '#i18n/en.ts'
import { type Messages, sv } from '#i18n/sv.ts'

export type { Language } from '#domain/statement/statement.ts'
export type { Messages } from '#i18n/sv.ts'

/** Swedish is first: its catalogue is the type that the others satisfy. */
const catalogues: Readonly<Record<Language, Messages>> = { sv, en }

/**
 * All texts of the interface in one language, by slice: `catalogue(lang).ballot.choices.yes`.
 * A message is a string, or a function of what it tells about, so a forgotten value is a type error.
 */
export function catalogue(language: Language): Messages {
	return catalogues[language]
}

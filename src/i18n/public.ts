import { everybody as en } from '#i18n/en/everybody.ts'
import type { Language } from '#i18n/language.ts'
import { type PublicMessages, everybody as sv } from '#i18n/sv/everybody.ts'

export type { PublicMessages } from '#i18n/sv/everybody.ts'

const catalogues: Readonly<Record<Language, PublicMessages>> = { sv, en }

/** The part of the catalogue that public pages need, and all pages' frame: an isolate starts with no more than this. */
export function publicWords(language: Language): PublicMessages {
	return catalogues[language]
}

import { hiding as en } from '#i18n/en/hiding.ts'
import type { Language } from '#i18n/language.ts'
import { hiding as sv } from '#i18n/sv/hiding.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }

/** What is said of comments that the chair has hidden, and of how many agree. Beside the catalogue, which all that starts carries. */
export const hidingWords = (language: Language) => words[language]

import { checking as en } from '#i18n/en/publication/check.ts'
import type { Language } from '#i18n/index.ts'
import { checking as sv } from '#i18n/sv/publication/check.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }

/** What is said where a reader checks that something is genuine. Beside the catalogue, which all that starts carries. */
export const checkingWords = (language: Language) => words[language]

import { bank as en } from '#i18n/en/bank.ts'
import type { Language } from '#i18n/language.ts'
import { bank as sv } from '#i18n/sv/bank.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }

/** What is said of how the position bank is sorted. Beside the catalogue, which all that starts carries. */
export const bankWords = (language: Language) => words[language]

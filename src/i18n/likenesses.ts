import { likenesses as en } from '#i18n/en/likenesses.ts'
import type { Language } from '#i18n/language.ts'
import { likenesses as sv } from '#i18n/sv/likenesses.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }

/** What is said of positions that are like adopted ones. Beside the catalogue, which all that starts carries. */
export const likenessWords = (language: Language) => words[language]

import { older as en } from '#i18n/en/publication/older.ts'
import type { Language } from '#i18n/index.ts'
import { older as sv } from '#i18n/sv/publication/older.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }

/** What is said of statements from before Samsvar was used. Beside the catalogue, which all that starts carries. */
export const olderWords = (language: Language) => words[language]

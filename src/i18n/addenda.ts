import { addenda as en } from '#i18n/en/publication/addenda.ts'
import type { Language } from '#i18n/index.ts'
import { addenda as sv } from '#i18n/sv/publication/addenda.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }

/** What is said of corrections and withdrawals. Beside the catalogue, which all that starts carries. */
export const addendumWords = (language: Language) => words[language]

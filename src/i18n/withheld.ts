import { withheld as en } from '#i18n/en/publication/withheld.ts'
import type { Language } from '#i18n/language.ts'
import { withheld as sv } from '#i18n/sv/publication/withheld.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }

/** What is said of what is withheld of a published text. Beside the catalogue, which all that starts carries. */
export const withheldWords = (language: Language) => words[language]

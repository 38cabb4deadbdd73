import { amendments as en } from '#i18n/en/amendment.ts'
import type { Language } from '#i18n/index.ts'
import { amendments as sv } from '#i18n/sv/amendment.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }

/** What is said of amendments. Beside the catalogue, which all that starts carries. */
export const amendmentWords = (language: Language) => words[language]

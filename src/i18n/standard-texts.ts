import { standardTexts as en } from '#i18n/en/standard-texts.ts'
import type { Language } from '#i18n/language.ts'
import { standardTexts as sv } from '#i18n/sv/standard-texts.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }

/** What is said of texts that a coalition keeps to use again. Beside the catalogue, which all that starts carries. */
export const standardWords = (language: Language) => words[language]

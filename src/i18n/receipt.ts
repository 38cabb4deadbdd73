import { receipt as en } from '#i18n/en/receipt.ts'
import type { Language } from '#i18n/language.ts'
import { receipt as sv } from '#i18n/sv/receipt.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }

/** What is said of what came of contributions. Beside the catalogue, which all that starts carries. */
export const receiptWords = (language: Language) => words[language]

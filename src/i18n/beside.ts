import { beside as en } from '#i18n/en/beside.ts'
import type { Language } from '#i18n/language.ts'
import { type BesideWords, beside as sv } from '#i18n/sv/beside.ts'

const words: Readonly<Record<Language, BesideWords>> = { sv, en }

export type { BesideWords } from '#i18n/sv/beside.ts'

/** What is said where comments are shown beside the text that is written. The script of the page carries it, and nothing else does. */
export const besideWords = (language: Language): BesideWords => words[language]

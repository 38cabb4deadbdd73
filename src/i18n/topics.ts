import { topics as en } from '#i18n/en/coalition/topics.ts'
import type { Language } from '#i18n/index.ts'
import { topics as sv } from '#i18n/sv/coalition/topics.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }

/** What is said of topics. Beside the catalogue, which all that starts carries. */
export const topicWords = (language: Language) => words[language]

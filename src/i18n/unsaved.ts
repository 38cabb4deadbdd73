import { unsaved as en } from '#i18n/en/unsaved.ts'
import type { Language } from '#i18n/language.ts'
import { unsaved as sv, type UnsavedWords } from '#i18n/sv/unsaved.ts'

const words: Readonly<Record<Language, UnsavedWords>> = { sv, en }

export type { UnsavedWords } from '#i18n/sv/unsaved.ts'

/** What is said of text that was written and never came in. Beside the catalogue: the script that shows it carries it. */
export const unsavedWords = (language: Language): UnsavedWords => words[language]

import { editor as en } from '#i18n/en/editor.ts'
import type { Language } from '#i18n/language.ts'
import { type EditorWords, editor as sv } from '#i18n/sv/editor.ts'

const words: Readonly<Record<Language, EditorWords>> = { sv, en }

export type { EditorWords } from '#i18n/sv/editor.ts'

/** What is said where a text is written as in a word processor. Beside the catalogue: the script of the page carries it. */
export const editorWords = (language: Language): EditorWords => words[language]

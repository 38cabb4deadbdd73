import type { Likeness } from '#domain/position/likeness.ts'
import { likenesses as en } from '#i18n/en/likenesses.ts'
import type { Language } from '#i18n/language.ts'
import { likenesses as sv } from '#i18n/sv/likenesses.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }

/** What is said of positions that are like adopted ones. Beside the catalogue, which all that starts carries. */
export const likenessWords = (language: Language) => words[language]

/** Which words a likeness rests on, in sentences. */
export function whyAlike({ kind, shared, opposed }: Likeness, language: Language): string {
	const t = words[language]
	const told = kind === 'alike' ? t.negations(opposed) : t.opposed(opposed)
	return [t.shared(shared), ...(opposed.length > 0 ? [told] : [])].join(' ')
}

import { LANGUAGES, type Language } from '#domain/statement/statement.ts'

export type { Language } from '#domain/statement/statement.ts'

export function isLanguage(value: string): value is Language {
	return LANGUAGES.some((language) => language === value)
}

/**
 * The language to answer in: what the person chose, then what the coalition uses, then the first one
 * of the browser's `Accept-Language` that we have, then Swedish.
 */
export function chooseLanguage(
	person: Language | undefined,
	coalition: Language | undefined,
	acceptLanguage: string | undefined,
): Language {
	return person ?? coalition ?? firstAccepted(acceptLanguage ?? '') ?? 'sv'
}

function firstAccepted(header: string): Language | undefined {
	const wishes = header.split(',').map((wish) => {
		const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim())
		const quality = parameters.find((parameter) => parameter.startsWith('q='))
		const weight = quality === undefined ? 1 : Number(quality.slice(2))
		return { language: tag.slice(0, 2).toLowerCase(), weight: Number.isFinite(weight) ? weight : 0 }
	})
	// The sort is stable: of equal wishes, the first stays first.
	wishes.sort((a, b) => b.weight - a.weight)
	return wishes
		.filter((wish) => wish.weight > 0)
		.map((wish) => wish.language)
		.find(isLanguage)
}

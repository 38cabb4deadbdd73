import { createContext, useContext } from 'hono/jsx'
import type { Language } from '#i18n/language.ts'

const Spoken = createContext<Language | null>(null)

/** `<Page>` says its language here, once, for all that stands in it. */
export const InLanguage = Spoken.Provider

/** The language of the page that is being drawn. What is drawn outside a page has none, and says so at once. */
export function useLanguage(): Language {
	const lang = useContext(Spoken)
	if (lang === null) throw new Error('drawn outside a page: nothing says in which language')
	return lang
}

const Theirs = createContext<Language | null>(null)

/** `<Page>` says here in which language what stands in it was written by members. */
export const InWriting = Theirs.Provider

/**
 * The `lang` of what members wrote, where that is another than the page's: whoever hears the page must be told (WCAG 3.1.2).
 *
 * @param of where it is not what the page says.
 */
export function useWriting(of?: Language): Language | undefined {
	const theirs = useContext(Theirs)
	const written = of ?? theirs ?? undefined
	return written === useContext(Spoken) ? undefined : written
}

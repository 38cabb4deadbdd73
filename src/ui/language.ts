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

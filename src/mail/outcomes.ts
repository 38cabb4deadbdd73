import type { OutcomesSubject } from '#domain/publication/told.ts'
import { catalogue, type Language } from '#i18n/index.ts'

/** How many positions a mail says the outcome of; the page has all. */
const SAID = 12

/** What came of each position, a line each. */
export function outcomeParagraphs({ outcomes }: OutcomesSubject, language: Language): string[] {
	const t = catalogue(language).outcomes.mail
	const said = outcomes.slice(0, SAID).map(({ number, outcome }) => t.line(number, outcome))
	return [said.join('\n'), outcomes.length > SAID ? t.more(outcomes.length - SAID) : '']
}
